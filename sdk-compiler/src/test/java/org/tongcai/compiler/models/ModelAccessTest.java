package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcai.binding.CodeValue;
import org.tongcai.binding.Model;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** The generated classes by their places, as the engine sees them. */
class ModelAccessTest {
    private static final GeneratedModels MODELS = GeneratedModels.get();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Model make(String type) {
        try {
            return (Model) MODELS.type(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Model order() throws Exception {
        String json = Files.readString(Path.of("src/test/resources/models-order.json"));
        return (Model) MAPPER.readValue(json, MODELS.type("Order"));
    }

    private static int place(Model model, String property) {
        int place = model.modelProperties().indexOf(property);
        assertTrue(place >= 0, property);
        return place;
    }

    private static @Nullable Object value(Model model, String property) {
        return model.modelValue(place(model, property));
    }

    private static Model object(Model model, String property) {
        return (Model) Objects.requireNonNull(value(model, property));
    }

    /** Writes a model by its places only. */
    private static JsonNode tree(Model model) {
        var tree = MAPPER.createObjectNode();
        for (int i = 0; i < model.modelProperties().size(); i++) {
            Object value = model.modelValue(i);
            if (value != null) {
                tree.set(model.modelProperties().get(i), node(value));
            }
        }
        return tree;
    }

    private static JsonNode node(Object value) {
        if (value instanceof Model object) {
            return tree(object);
        }
        if (value instanceof List<?> list) {
            var array = MAPPER.createArrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        }
        return MAPPER.valueToTree(value instanceof CodeValue code ? code.code() : value);
    }

    /** Copies a model by its places only. */
    private static Model copy(Model from, Model to) {
        for (int i = 0; i < from.modelProperties().size(); i++) {
            Object value = from.modelValue(i);
            if (value instanceof List<?> list) {
                List<Object> items = new ArrayList<>();
                for (Object item : list) {
                    items.add(copied(to, i, item));
                }
                to.putModelValue(i, items);
            } else {
                to.putModelValue(i, value == null ? null : copied(to, i, value));
            }
        }
        return to;
    }

    private static Object copied(Model to, int place, Object value) {
        if (value instanceof Model object) {
            return copy(object, to.newModel(place, object.modelType()));
        }
        if (value instanceof Integer number) {
            return Long.valueOf(number);
        }
        if (value instanceof CodeValue code) {
            return to.newText(place, code.code());
        }
        return value instanceof String text ? to.newText(place, text) : value;
    }

    @Test
    void placesAreThoseOfTheStandard() {
        for (SpecType type : GeneratedModels.spec().types().values()) {
            if (!type.isUnion()) {
                Model model = make(type.name());
                assertEquals(type.name(), model.modelType());
                assertEquals(type.properties().stream().map(SpecProperty::name).toList(), model.modelProperties());
                assertSame(model.modelProperties(), make(type.name()).modelProperties());
            }
        }
    }

    @Test
    void theBaseOfAUnionIsAModelThatIsNoClassOfItsOwn() {
        Class<?> price = MODELS.type("Price");
        assertTrue(Model.class.isAssignableFrom(price) && Modifier.isAbstract(price.getModifiers()));
    }

    @Test
    void byItsPlacesADocumentIsTheDocumentOnTheWire() throws Exception {
        JsonNode wire =
                MAPPER.readTree(Path.of("src/test/resources/models-order.json").toFile());
        assertEquals(wire, tree(order()));
    }

    @Test
    void byItsPlacesADocumentIsMadeAgain() throws Exception {
        assertEquals(order(), copy(order(), make("Order")));
    }

    @Test
    void nullTakesAValueAway() throws Exception {
        Model order = order();
        for (int i = 0; i < order.modelProperties().size(); i++) {
            order.putModelValue(i, null);
            assertNull(order.modelValue(i));
        }
        assertEquals(make("Order"), order);
    }

    @Test
    void theDiscriminatorIsGivenByTheClass() {
        Model price = make("Order").newModel(place(make("Order"), "price"), "DiscountPrice");
        int kind = place(price, "kind");
        assertEquals("discountRate", price.modelValue(kind));
        assertEquals("discountRate", price.newText(kind, "discountRate"));
        price.putModelValue(kind, "discountRate");
        assertThrows(IllegalArgumentException.class, () -> price.putModelValue(kind, "TOTAL"));
        assertThrows(IllegalArgumentException.class, () -> price.putModelValue(kind, null));
    }

    @Test
    void codesKeepTheirClassAndAreKeptWhetherKnownOrNot() throws Exception {
        Model order = order();
        int status = place(order, "status");
        assertEquals(MODELS.type("OrderStatus"), order.newText(status, "x-any").getClass());
        assertEquals("x-any", ((CodeValue) order.newText(status, "x-any")).code());
        assertSame(MODELS.type("OrderStatus").getField("DONE").get(null), order.newText(status, "DONE"));
    }

    @Test
    void valuesOfAnotherKindAreRefused() throws Exception {
        Model order = order();
        assertThrows(ClassCastException.class, () -> order.putModelValue(place(order, "status"), "DONE"));
        assertThrows(ClassCastException.class, () -> order.putModelValue(place(order, "tags"), "one"));
        assertThrows(ClassCastException.class, () -> order.putModelValue(place(order, "tags"), List.of(1)));
        assertThrows(ClassCastException.class, () -> order.putModelValue(place(order, "price"), make("Money")));
        assertThrows(ClassCastException.class, () -> order.putModelValue(place(order, "quantity"), "3"));
        assertThrows(ArithmeticException.class, () -> order.putModelValue(place(order, "quantity"), 1L << 40));
        assertThrows(IllegalArgumentException.class, () -> order.newModel(place(order, "tags"), null));
        assertThrows(IllegalArgumentException.class, () -> order.newModel(place(order, "price"), null));
        assertThrows(IllegalArgumentException.class, () -> order.newModel(place(order, "price"), "Money"));
        assertThrows(IllegalArgumentException.class, () -> order.newText(place(order, "price"), "1.00"));
        assertEquals(order(), order);
    }

    @Test
    void thereAreNoOtherPlaces() throws Exception {
        Model order = order();
        Model money = object(object(order, "price"), "money");
        for (int place : new int[] {-1, order.modelProperties().size()}) {
            assertThrows(IndexOutOfBoundsException.class, () -> order.modelValue(place));
            assertThrows(IndexOutOfBoundsException.class, () -> order.putModelValue(place, null));
            assertThrows(IndexOutOfBoundsException.class, () -> order.newModel(place, null));
            assertThrows(IndexOutOfBoundsException.class, () -> order.newText(place, ""));
            assertThrows(IndexOutOfBoundsException.class, () -> money.newModel(place, null));
        }
    }

    /** Mappers of hosts that know beans and nothing of us. */
    @Test
    void beansHaveThePropertiesOfTheStandardAndNoOthers() throws Exception {
        for (SpecType type : GeneratedModels.spec().types().values()) {
            for (PropertyDescriptor bean : Introspector.getBeanInfo(MODELS.type(type.name()), Object.class)
                    .getPropertyDescriptors()) {
                String name = bean.getName().replaceFirst("_$", "");
                assertTrue(type.properties().stream().anyMatch(p -> p.name().equals(name)), type.name() + "." + name);
            }
        }
        for (String code : List.of("OrderStatus", "DeliveryMethod", "CurrencyCode")) {
            assertEquals(
                    List.of(),
                    Arrays.stream(Introspector.getBeanInfo(MODELS.type(code), Object.class)
                                    .getPropertyDescriptors())
                            .map(PropertyDescriptor::getName)
                            .toList());
        }
    }
}
