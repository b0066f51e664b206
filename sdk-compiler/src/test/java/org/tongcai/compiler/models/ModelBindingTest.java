package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.xml.bind.JAXBContext;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every test starts from a mapper as {@code new} makes it: hosts need no module. */
class ModelBindingTest {
    private static final GeneratedModels MODELS = GeneratedModels.get();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static String json() throws IOException {
        return Files.readString(Path.of("src/test/resources/models-order.json"));
    }

    private static Object order(String json) throws IOException {
        return MAPPER.readValue(json, MODELS.type("Order"));
    }

    private static @Nullable Object call(Object target, String method, @Nullable Object... arguments) {
        try {
            return Arrays.stream(target.getClass().getMethods())
                    .filter(m -> m.getName().equals(method) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(method))
                    .invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object at(Object target, String... getters) {
        Object value = target;
        for (String getter : getters) {
            value = java.util.Objects.requireNonNull(call(value, getter), getter);
        }
        return value;
    }

    private static Object make(String type) {
        try {
            return MODELS.type(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void jsonSurvivesTheModel() throws IOException {
        JsonNode tree = MAPPER.readTree(json());
        assertEquals(tree, MAPPER.valueToTree(order(json())));
    }

    @Test
    void noFeatureOfTheHostChangesOffsetsOrDecimals() throws IOException {
        ObjectMapper host = new ObjectMapper()
                .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setTimeZone(java.util.TimeZone.getTimeZone("UTC"));
        JsonNode tree = host.readTree(host.writeValueAsString(host.readValue(json(), MODELS.type("Order"))));
        assertEquals(
                "2026-03-01T09:30:00.120+08:00", tree.at("/header/issuedAt").asText());
        assertEquals("-5.2500", tree.at("/options/0/rate").asText());
    }

    @Test
    void accessorsReadTheText() throws IOException {
        Object order = order(json());
        assertEquals(new BigDecimal("1.50"), at(order, "getPrice", "getMoney", "getAmount"));
        assertEquals(LocalDate.of(2026, 3, 31), call(order, "getDeliveryDate"));
        assertEquals(List.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 15)), call(order, "getInspectionDates"));
        assertEquals(YearMonth.of(2026, 3), call(order, "getBudgetMonth"));
        assertEquals(OffsetDateTime.parse("2026-03-01T09:30:00.12+08:00"), at(order, "getHeader", "getIssuedAt"));
        assertNull(call(make("Order"), "getDeliveryDate"));
        assertNull(call(make("Order"), "getInspectionDates"));
    }

    @Test
    void valuesAreWrittenWithoutExponentAndWithSeconds() {
        Object money = call(make("Money"), "withAmount", new BigDecimal("1E+3"));
        assertEquals("1000", MAPPER.valueToTree(money).get("amount").asText());
        Object header = call(make("DocumentHeader"), "withIssuedAt", OffsetDateTime.parse("2026-03-01T09:00+08:00"));
        assertEquals(
                "2026-03-01T09:00:00+08:00",
                MAPPER.valueToTree(header).get("issuedAt").asText());
        Object order = call(make("Order"), "withInspectionDates", List.of(LocalDate.of(2026, 1, 2)));
        assertEquals(
                "[\"2026-01-02\"]",
                MAPPER.valueToTree(order).get("inspectionDates").toString());
        assertNull(call(call(order, "withInspectionDates", (Object) null), "getInspectionDates"));
    }

    @Test
    void aTextThatIsNoDateIsKeptAndReportedNotRefusedWhileBinding() throws IOException {
        Object order = order("{\"deliveryDate\":\"三月底\"}");
        assertEquals("三月底", MAPPER.valueToTree(order).get("deliveryDate").asText());
        assertThrows(DateTimeException.class, () -> call(order, "getDeliveryDate"));
        assertTrue(violations(order).contains("deliveryDate: 须为日期，如 2026-03-01 · must be a date such as 2026-03-01"));
    }

    @Test
    void anUnknownCodeSurvives() throws IOException {
        Object status = at(order(json()), "getStatus");
        assertEquals("x-waiting", call(status, "code"));
        assertEquals(false, call(status, "known"));
        assertEquals("x-waiting", status.toString());
    }

    @Test
    void codesAreEqualByTheirCode() throws ReflectiveOperationException {
        Class<?> status = MODELS.type("OrderStatus");
        Object done = status.getField("DONE").get(null);
        assertEquals(done, status.getMethod("of", String.class).invoke(null, "DONE"));
        assertEquals(
                done.hashCode(),
                status.getMethod("of", String.class).invoke(null, "DONE").hashCode());
        assertNotEquals(done, status.getField("PLACED").get(null));
        assertEquals(true, call(done, "known"));
        assertEquals(
                "[PLACED, DONE, OLD]", status.getMethod("values").invoke(null).toString());
        assertEquals(
                "01",
                MODELS.type("DeliveryMethod")
                        .getField("HOME_DELIVERY")
                        .get(null)
                        .toString());
        assertEquals(
                "99",
                MODELS.type("DeliveryMethod").getField("CODE_99").get(null).toString());
    }

    @Test
    void theDiscriminatorIsWrittenOnceWithoutBeingSet() throws IOException {
        Object price = call(make("DiscountPrice"), "withRate", new BigDecimal("0.1"));
        assertEquals("{\"kind\":\"discountRate\",\"rate\":\"0.1\"}", MAPPER.writeValueAsString(price));
        assertInstanceOf(
                MODELS.type("DiscountPrice"),
                MAPPER.readValue("{\"rate\":\"0.1\",\"kind\":\"discountRate\"}", MODELS.type("Price")));
    }

    @Test
    void anEmptyListIsWrittenAsAbsent() {
        assertEquals(
                "{}",
                MAPPER.valueToTree(call(make("Order"), "withTags", List.of())).toString());
    }

    @Test
    void equalContentMeansEqualModels() throws IOException {
        assertEquals(order(json()), order(json()));
        assertEquals(order(json()).hashCode(), order(json()).hashCode());
        assertNotEquals(order(json()), order(json().replace("1.50", "1.51")));
        assertFalse(order(json()).equals(null));
    }

    @Test
    void toStringKeepsPersonalDataAndSecrets() throws IOException {
        String text = order(json()).toString();
        for (String secret : List.of("𠮷先生", "0871", "不得外传")) {
            assertFalse(text.contains(secret), text);
        }
        assertTrue(text.contains("buyer=Contact[name=***, phone=***, office=采购科"), text);
        assertTrue(text.contains("secretNote=***") && text.contains("class=A"), text);
    }

    @Test
    void xmlSurvivesTheModel() throws Exception {
        Object order = order(json());
        JAXBContext context = JAXBContext.newInstance(MODELS.type("Order"));
        StringWriter xml = new StringWriter();
        context.createMarshaller().marshal(order, xml);
        assertTrue(xml.toString().contains("<order xmlns=\"https://tongcai.org/ns/0.1\""), xml.toString());
        assertTrue(xml.toString().contains("<amount>1.50</amount>"), xml.toString());
        assertEquals(order, context.createUnmarshaller().unmarshal(new StringReader(xml.toString())));
    }

    private static Set<String> violations(Object model) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Set<ConstraintViolation<Object>> found =
                    MODELS.inContext(() -> factory.getValidator().validate(model));
            return found.stream()
                    .map(v -> v.getPropertyPath() + ": " + v.getMessage())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void jakartaValidationAcceptsWhatIsValidAndRefusesCodesThatNoListHas() throws IOException {
        assertEquals(
                Set.of(
                        "methods[2].<list element>: 不在代码表“交货方式”（delivery-method）中 · is not in the code list Delivery method (delivery-method)",
                        "options[1].money.currency: 不在代码表“币种”（currency）中 · is not in the code list Currency (currency)"),
                violations(order(json())));
        assertEquals(Set.of(), violations(order(valid())));
    }

    /** The document with codes of the lists. */
    private static String valid() throws IOException {
        return json().replace("XXX", "CNY").replace("77", "02");
    }

    @Test
    void jakartaValidationReportsEachFaultWhereItIs() throws IOException {
        String faulty = valid().replace("\"1.50\"", "\"1.505\"")
                .replace("0871-0", "0871=0")
                .replace("\"节能\"", "\"节能环保产品\"")
                .replace("\"level\"", "\"Level\"")
                .replace("\"quantity\": 3", "\"quantity\": 0")
                .replace("\"status\": \"x-waiting\",", "");
        Set<String> paths = violations(order(faulty)).stream()
                .map(v -> v.substring(0, v.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(List.of(
                        "buyer.phone",
                        "extensions[0].children[1].name",
                        "price.money.amount",
                        "quantity",
                        "status",
                        "tags[0].<list element>")),
                paths);
    }

    @Test
    void hostsWithoutJakartaReadAndWriteTheModelsAllTheSame() throws Exception {
        try (URLClassLoader loader = MODELS.isolated("jackson-databind-", "jackson-core-", "jackson-annotations-")) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("jakarta.validation.Valid"));
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("jakarta.xml.bind.JAXBContext"));
            Object mapper = loader.loadClass(ObjectMapper.class.getName())
                    .getConstructor()
                    .newInstance();
            Object order = mapper.getClass()
                    .getMethod("readValue", byte[].class, Class.class)
                    .invoke(mapper, json().getBytes(StandardCharsets.UTF_8), GeneratedModels.type(loader, "Order"));
            Object text = mapper.getClass()
                    .getMethod("writeValueAsString", Object.class)
                    .invoke(mapper, order);
            assertEquals(MAPPER.readTree(json()), MAPPER.readTree((String) text));
        }
    }
}
