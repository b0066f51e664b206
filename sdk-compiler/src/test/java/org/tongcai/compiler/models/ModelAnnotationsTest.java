package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import jakarta.xml.bind.annotation.XmlType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongcai.constraints.CodeOf;
import org.tongcai.constraints.Conforms;
import org.tongcai.constraints.DateText;
import org.tongcai.constraints.DecimalText;
import org.tongcai.constraints.Distinct;
import org.tongcai.constraints.FullStandard;
import org.tongcai.constraints.Length;
import org.tongcai.constraints.MomentText;
import org.tongcai.constraints.MonthText;
import org.tongcai.constraints.UriText;

class ModelAnnotationsTest {
    private static final GeneratedModels MODELS = GeneratedModels.get();
    private static final Class<?> ORDER = MODELS.type("Order");

    private static Field field(String type, String name) throws NoSuchFieldException {
        return MODELS.type(type).getDeclaredField(name);
    }

    private static AnnotatedType item(Field field) {
        return ((AnnotatedParameterizedType) field.getAnnotatedType()).getAnnotatedActualTypeArguments()[0];
    }

    @Test
    void requiredFieldsMustNotBeNull() throws NoSuchFieldException {
        assertNotNull(field("Order", "header").getAnnotation(NotNull.class));
        assertNull(field("Order", "buyer").getAnnotation(NotNull.class));
    }

    @Test
    void boundsOfNumbersAndLists() throws NoSuchFieldException {
        assertEquals(1, field("Order", "quantity").getAnnotation(Min.class).value());
        assertEquals(1000, field("Order", "quantity").getAnnotation(Max.class).value());
        assertEquals(Integer.class, field("Order", "quantity").getType());
        assertEquals(Long.class, field("Order", "sequence").getType());
        assertEquals(
                12, field("Order", "inspectionDates").getAnnotation(Size.class).max());
        assertEquals(
                1, field("Order", "inspectionDates").getAnnotation(Size.class).min());
    }

    @Test
    void nestedObjectsAndItemsAreValidatedToo() throws NoSuchFieldException {
        assertNotNull(field("Order", "buyer").getAnnotation(Valid.class));
        assertNotNull(item(field("Order", "extensions")).getAnnotation(Valid.class));
        assertNotNull(item(field("Order", "options")).getAnnotation(Valid.class));
        assertNotNull(item(field("Order", "options")).getAnnotation(NotNull.class));
        assertNotNull(item(field("Order", "tags")).getAnnotation(Length.class));
        assertNotNull(field("Order", "tags").getAnnotation(Distinct.class));
    }

    @Test
    void lengthsCountCodePointsAndPatternsSayWhatTheyAre() throws NoSuchFieldException {
        Field ascii = field("Extension", "name");
        assertEquals(64, ascii.getAnnotation(Length.class).max());
        assertEquals(
                "^[a-z][a-zA-Z0-9]{0,63}$", ascii.getAnnotation(Pattern.class).regexp());
        assertEquals(
                "不符合格式 ^[a-z][a-zA-Z0-9]\\{0,63\\}\\$ · does not match ^[a-z][a-zA-Z0-9]\\{0,63\\}\\$",
                ascii.getAnnotation(Pattern.class).message());
        Field free = field("Contact", "name");
        assertNull(free.getAnnotation(Size.class));
        assertNull(free.getAnnotation(Pattern.class));
        assertEquals(20, free.getAnnotation(Length.class).max());
    }

    @Test
    void formatsAreConstraintsOfTheirOwn() throws NoSuchFieldException {
        DecimalText amount = field("Money", "amount").getAnnotation(DecimalText.class);
        assertEquals("14 2 false", amount.digits() + " " + amount.fraction() + " " + amount.signed());
        assertTrue(
                field("DiscountPrice", "rate").getAnnotation(DecimalText.class).signed());
        assertNotNull(field("Order", "deliveryDate").getAnnotation(DateText.class));
        assertNotNull(field("Order", "budgetMonth").getAnnotation(MonthText.class));
        assertNotNull(field("DocumentHeader", "issuedAt").getAnnotation(MomentText.class));
        assertNotNull(field("Order", "link").getAnnotation(UriText.class));
    }

    @Test
    void codesNameTheirList() throws NoSuchFieldException {
        CodeOf status = field("Order", "status").getAnnotation(CodeOf.class);
        assertEquals("order-status", status.value());
        assertEquals(CodeOf.Binding.EXTENSIBLE, status.binding());
        CodeOf method = item(field("Order", "methods")).getAnnotation(CodeOf.class);
        assertEquals("delivery-method", method.value());
        assertEquals(CodeOf.Binding.REQUIRED, method.binding());
    }

    @Test
    void documentsAreJudgedAsAWholeWhereThisIsAskedFor() {
        assertArrayEquals(
                new Class<?>[] {FullStandard.class},
                ORDER.getAnnotation(Conforms.class).groups());
        assertNull(MODELS.type("Money").getAnnotation(Conforms.class));
    }

    @Test
    void accessorsSpeakJavaTimeAndBigDecimal() throws NoSuchMethodException {
        assertEquals(LocalDate.class, ORDER.getMethod("getDeliveryDate").getReturnType());
        assertEquals(YearMonth.class, ORDER.getMethod("getBudgetMonth").getReturnType());
        assertEquals(
                OffsetDateTime.class,
                MODELS.type("DocumentHeader").getMethod("getIssuedAt").getReturnType());
        assertEquals(
                BigDecimal.class, MODELS.type("Money").getMethod("getAmount").getReturnType());
        assertEquals(ORDER, ORDER.getMethod("withBudgetMonth", YearMonth.class).getReturnType());
    }

    @Test
    void jaxbReadsFieldsInOrderBelowTheNamespace() throws NoSuchFieldException {
        assertEquals(
                XmlAccessType.FIELD,
                MODELS.type("package-info").getAnnotation(XmlAccessorType.class).value());
        assertEquals("order", ORDER.getAnnotation(XmlRootElement.class).name());
        assertNull(MODELS.type("Money").getAnnotation(XmlRootElement.class));
        assertEquals("Order", ORDER.getAnnotation(XmlType.class).name());
        assertEquals("header", ORDER.getAnnotation(XmlType.class).propOrder()[0]);
        XmlElement element = field("Order", "_class").getAnnotation(XmlElement.class);
        assertEquals("class", element.name());
        assertEquals(false, element.required());
        assertTrue(field("Order", "status").getAnnotation(XmlElement.class).required());
        XmlSchema schema = MODELS.type("package-info").getAnnotation(XmlSchema.class);
        assertEquals("https://tongcai.org/ns/0.1", schema.namespace());
        assertEquals(XmlNsForm.QUALIFIED, schema.elementFormDefault());
    }

    @Test
    void jacksonWritesInTheOrderOfTheDocumentAndLeavesOutWhatIsAbsent() throws NoSuchFieldException {
        String[] order = ORDER.getAnnotation(JsonPropertyOrder.class).value();
        assertEquals("header", order[0]);
        assertEquals("extensions", order[order.length - 1]);
        assertEquals(
                JsonInclude.Include.NON_NULL,
                ORDER.getAnnotation(JsonInclude.class).value());
        assertEquals(
                JsonInclude.Include.NON_EMPTY,
                field("Order", "tags").getAnnotation(JsonInclude.class).value());
    }

    @Test
    void aUnionIsAnAbstractClassThatKnowsItsBranches() {
        Class<?> price = MODELS.type("Price");
        Class<?>[] branches = {MODELS.type("TotalPrice"), MODELS.type("DiscountPrice")};
        assertTrue(Modifier.isAbstract(price.getModifiers()));
        assertEquals("kind", price.getAnnotation(JsonTypeInfo.class).property());
        JsonSubTypes.Type[] types = price.getAnnotation(JsonSubTypes.class).value();
        assertEquals("total", types[0].name());
        assertEquals(branches[0], types[0].value());
        assertArrayEquals(branches, price.getAnnotation(XmlSeeAlso.class).value());
        for (Class<?> branch : branches) {
            assertEquals(price, branch.getSuperclass());
            long fields = Arrays.stream(branch.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .count();
            assertEquals(1, fields, "the discriminator is no field, so nobody forgets it");
        }
    }

    @Test
    void anExtensionHoldsExtensions() throws NoSuchFieldException {
        assertEquals(
                "java.util.List<org.tongcai.model.Extension>",
                field("Extension", "children").getGenericType().getTypeName());
    }

    @Test
    void whatIsDeprecatedIsMarked() throws NoSuchMethodException {
        assertNotNull(ORDER.getMethod("getOldNote").getAnnotation(Deprecated.class));
        assertNull(ORDER.getMethod("getLink").getAnnotation(Deprecated.class));
    }
}
