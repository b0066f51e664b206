package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.Limits;
import org.tongcai.binding.CodeValue;
import org.tongcai.binding.Model;

/** Events out of objects say what those out of their JSON would say. */
class ModelEventsTest {
    private static final List<String> PROPERTIES = List.of("a", "b", "c");
    private static final Names NAMES = new Names(PROPERTIES);

    /** An object of three properties, of whatever type. */
    private static final class Thing implements Model {
        private final @Nullable Object[] values;

        private Thing(@Nullable Object... values) {
            this.values = Arrays.copyOf(values, PROPERTIES.size());
        }

        @Override
        public String modelType() {
            return "Thing";
        }

        @Override
        public List<String> modelProperties() {
            return PROPERTIES;
        }

        @Override
        public @Nullable Object modelValue(int place) {
            return values[place];
        }

        @Override
        public void putModelValue(int place, @Nullable Object value) {
            values[place] = value;
        }

        @Override
        public Model newModel(int place, @Nullable String branch) {
            return new Thing();
        }

        @Override
        public Object newText(int place, String text) {
            return text;
        }
    }

    private static ModelEvents events(Model document) {
        return events(document, Limits.DEFAULT);
    }

    private static ModelEvents events(Model document, Limits limits) {
        ModelEvents events = new ModelEvents();
        events.open(document, limits);
        return events;
    }

    private static Limits limits(int depth, int documentBytes, int stringLength, int numberLength) {
        return new Limits(depth, documentBytes, stringLength, numberLength, 1, 1, 1);
    }

    /** All that is announced, with the places of names and values. */
    private static String walk(Events events, Names names) {
        StringBuilder out = new StringBuilder();
        walk(events, names, events.value(Wanted.ANY), out);
        return out.toString();
    }

    private static void walk(Events events, Names names, int kind, StringBuilder out) {
        switch (kind) {
            case Events.OBJECT -> {
                out.append('{');
                for (int place; (place = events.member(names, 0)) != Events.END; ) {
                    out.append(place).append(':').append(events.memberName()).append('=');
                    walk(events, names, events.value(Wanted.ANY), out);
                }
                out.append('}');
            }
            case Events.ARRAY -> {
                out.append('[');
                while (events.item()) {
                    walk(events, names, events.value(Wanted.ANY), out);
                }
                out.append(']');
            }
            case Events.TEXT -> out.append('"').append(events.text()).append('"');
            case Events.NUMBER ->
                out.append(events.number).append(events.whole ? " " : "? ").append(events.written(3));
            default -> out.append(kind == Events.NULL ? "null" : events.written(9));
        }
        out.append(';');
    }

    @Example
    void valuesOfAllKinds() {
        CodeValue code = () -> "OPEN";
        assertEquals(
                "{0:a=\"甲\";1:b=\"OPEN\";2:c=[{0:a=-7 -7;1:b=9007199254740991 900;2:c=true;};false;null;];};",
                walk(
                        events(new Thing(
                                "甲", code, Arrays.asList(new Thing(-7, 9007199254740991L, true), Boolean.FALSE, null))),
                        NAMES));
    }

    @Example
    void whatIsAbsentOrAnEmptyListIsNotAnnounced() {
        assertEquals("{2:c=\"\";};", walk(events(new Thing(null, List.of(), "")), NAMES));
        assertEquals("{};", walk(events(new Thing()), NAMES));
    }

    @Example
    void membersAreFoundByNameWhereThePlanHasOtherPlaces() {
        Thing thing = new Thing("x", "y", "z");
        assertEquals("{-2:a=\"x\";0:b=\"y\";-2:c=\"z\";};", walk(events(thing), new Names(List.of("b"))));
        assertEquals("{2:a=\"x\";1:b=\"y\";0:c=\"z\";};", walk(events(thing), new Names(List.of("c", "b", "a"))));
        assertEquals("{-2:a=\"x\";-2:b=\"y\";-2:c=\"z\";};", walk(events(thing), Names.NONE));
    }

    @Example
    void listsWithoutRandomAccessAreReadAlike() {
        List<Object> list = new LinkedList<>(List.of("1", "2", new Thing("3")));
        assertEquals("{0:a=[\"1\";\"2\";{0:a=\"3\";};];};", walk(events(new Thing(list)), NAMES));
    }

    @Example
    void goingBackReadsTheSameAgainAndPlacesDependOnTheContentAlone() {
        ModelEvents events = events(new Thing(new Thing("x", List.of("y")), "z"));
        assertEquals(Events.OBJECT, events.value(Wanted.ANY));
        long outer = events.mark();
        int start = events.token;
        assertEquals(0, events.member(NAMES, 0));
        assertEquals(Events.OBJECT, events.value(Wanted.ANY));
        long inner = events.mark();
        assertEquals(1, events.seek(new Names(List.of("z", "b"))));
        int found = events.name;
        events.rewind(inner);
        assertEquals(0, events.member(NAMES, 0));
        assertEquals(Events.TEXT, events.value(Wanted.ANY));
        assertEquals(1, events.member(NAMES, 0));
        assertEquals(found, events.name);
        events.skip(events.value(Wanted.ANY));
        assertEquals(Events.END, events.member(NAMES, 0));
        long here = events.here();
        events.rewind(inner);
        assertEquals(0, events.seek(new Names(List.of("a"))));
        assertEquals(Events.TEXT, events.value(Wanted.ANY));
        assertEquals("x", events.text());
        events.resume(here);
        assertEquals(1, events.member(NAMES, 0));
        int last = events.name;
        assertEquals(Events.TEXT, events.value(Wanted.ANY));
        assertEquals("z", events.text());
        assertEquals(Events.END, events.member(NAMES, 0));
        events.rewind(outer);
        assertEquals(start, events.token);
        assertEquals(1, events.seek(new Names(List.of("none", "b"))));
        assertEquals(last, events.name);
        assertTrue(start < found && found < last);
    }

    @Property(tries = 500)
    void charactersAreCountedAndJudgedAsInJson(@ForAll("texts") String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(String.format("\\u%04X", c)));
        byte[] bytes = Documents.bytes(json.append('"').toString());
        JsonEvents expected = new JsonEvents();
        expected.open(bytes, 0, bytes.length, Limits.DEFAULT);
        expected.value(Wanted.ANY);
        ModelEvents actual = events(new Thing(text));
        actual.value(Wanted.ANY);
        actual.member(NAMES, 0);
        assertEquals(Events.TEXT, actual.value(Wanted.ANY));
        assertEquals(text, actual.text());
        assertEquals(expected.length, actual.length);
        assertEquals(expected.codePoints, actual.codePoints);
        assertEquals(expected.forbidden, actual.forbidden);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "a",
                "甲",
                "𠮷",
                "\uD842",
                "\uDFB7",
                "\t",
                "\r\n",
                "\u0000",
                "\u001F",
                "\u007F",
                "\u0085",
                "\u00A0",
                "\uFFFD",
                "\uFFFE",
                "\uFFFF",
                "\uE000",
                "长".repeat(700),
                "x".repeat(1500));
        return pieces.list().ofMaxSize(9).map(list -> String.join("", list));
    }

    private static Fault fault(Model document, Limits limits) {
        return assertThrows(Fault.class, () -> walk(events(document, limits), NAMES));
    }

    @Example
    void limitsAreThoseOfJson() {
        Thing thing = new Thing("12345", -12345, List.of(new Thing("x")));
        assertFalse(walk(events(thing, limits(3, 1000, 5, 6)), NAMES).isEmpty());
        assertEquals(Check.LIMIT_STRING, fault(thing, limits(3, 1000, 4, 6)).check);
        assertEquals(Check.LIMIT_NUMBER, fault(thing, limits(3, 1000, 5, 5)).check);
        assertEquals(Check.LIMIT_DEPTH, fault(thing, limits(2, 1000, 5, 6)).check);
        assertEquals(Check.LIMIT_SIZE, fault(thing, limits(3, 15, 5, 6)).check);
    }

    @Example
    void aCycleEndsInTheDepth() {
        Thing thing = new Thing("x");
        thing.putModelValue(1, thing);
        assertEquals(Check.LIMIT_DEPTH, fault(thing, Limits.DEFAULT).check);
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertEquals(Check.LIMIT_DEPTH, fault(new Thing(list), limits(1 << 20, 1 << 20, 9, 9)).check);
    }

    /** Ten references at each of twenty levels: small in memory, immense when written. */
    @Example
    void sharedObjectsEndInTheSize() {
        Thing thing = new Thing("x");
        for (int i = 0; i < 20; i++) {
            thing = new Thing(List.of(thing, thing, thing, thing, thing, thing, thing, thing, thing, thing));
        }
        assertEquals(Check.LIMIT_SIZE, fault(thing, limits(64, 100_000, 9, 9)).check);
    }

    @Example
    void anObjectOfAnotherKindIsAMistakeInTheModel() {
        assertThrows(IllegalArgumentException.class, () -> walk(events(new Thing(1.5)), NAMES));
    }

    @Example
    void documentsAreLetGo() {
        ModelEvents events = events(new Thing(List.of("x")));
        assertEquals(Events.OBJECT, events.value(Wanted.ANY));
        events.close();
        assertThrows(IllegalStateException.class, () -> events.member(NAMES, 0));
        events.open(new Thing("y"), Limits.DEFAULT);
        assertEquals("{0:a=\"y\";};", walk(events, NAMES));
    }
}
