package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What is noted can be read again: packed into cells, and as bytes. */
class FactsPropertiesTest {
    private final Frame frame = new Frame();

    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<Integer> scales = Arbitraries.integers().between(0, 36);
        return Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                                .edgeCases(config -> {
                                    for (int bit : List.of(56, 57, 58, 62, 63)) {
                                        BigInteger power = BigInteger.ONE.shiftLeft(bit);
                                        config.add(power, power.subtract(BigInteger.ONE), power.negate());
                                    }
                                }),
                        scales)
                .as(BigDecimal::new);
    }

    @Property
    void aDecimalIsReadAsItWasWritten(@ForAll("decimals") BigDecimal value) {
        Facts facts = new Facts();
        facts.clear("x");
        char[] text = value.toPlainString().toCharArray();
        long cell = facts.decimal(text, text.length);
        long read = Decimals.read(cell, facts, frame);
        assertEquals(value, Decimals.big(read, frame.side));
        long again = Decimals.read(cell, Facts.of(facts.toBytes()), frame);
        assertEquals(value, Decimals.big(again, frame.side));
    }

    @Property
    void aMomentIsReadAsItWasWritten(
            @ForAll @LongRange(min = -30_000_000_000_000L, max = 250_000_000_000_000L) long millis,
            @ForAll @net.jqwik.api.constraints.IntRange(min = -1439, max = 1439) int minutes) {
        // Documents may write offsets up to 23:59; java.time ends at 18:00.
        LocalDateTime local = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000) + minutes * 60L,
                (int) Math.floorMod(millis, 1000) * 1_000_000,
                ZoneOffset.UTC);
        String offset = String.format(
                Locale.ROOT, "%s%02d:%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
        char[] text = (DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").format(local) + offset).toCharArray();
        long cell = Facts.moment(text, text.length);
        assertEquals(millis, Days.millis(cell));
        assertEquals(minutes, Days.offset(cell));
        assertEquals(local.toLocalDate().toEpochDay(), Days.dateOf(cell));
    }

    @Property
    void aDateIsReadAsItWasWritten(@ForAll @LongRange(min = -354_285, max = 2_932_896) long day) {
        assertEquals(day, Facts.date(LocalDate.ofEpochDay(day).toString().toCharArray()));
    }

    @Property
    void minutesAreWholeOnes(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long a,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long b) {
        long x = a << Facts.OFFSET_BITS | Facts.OFFSET_BIAS;
        long y = b << Facts.OFFSET_BITS | Facts.OFFSET_BIAS + 480;
        assertEquals(ChronoUnit.MINUTES.between(Instant.ofEpochMilli(a), Instant.ofEpochMilli(b)), Days.minutes(x, y));
    }

    @Property
    void factsAreTheSameAfterBytes(@ForAll List<Long> cells, @ForAll String text) {
        Facts facts = new Facts();
        facts.clear("公告");
        int frameNumber = facts.object(cells.size() + 3);
        for (int i = 0; i < cells.size(); i++) {
            facts.set(frameNumber, i, cells.get(i));
        }
        facts.set(frameNumber, cells.size(), Facts.FAULTY);
        facts.set(frameNumber, cells.size() + 1, facts.text(text.toCharArray(), text.length()));
        Facts same = Facts.of(facts.toBytes());
        assertEquals("公告", same.documentType());
        for (int i = 0; i < cells.size() + 3; i++) {
            assertEquals(facts.get(frameNumber, i), same.get(frameNumber, i));
        }
        assertEquals(text, same.string(same.get(frameNumber, cells.size() + 1)));
        assertArrayEquals(facts.toBytes(), same.toBytes());
        assertArrayEquals(facts.toBytes(), facts.copy().toBytes());
        int list = same.list();
        same.add(list, 5);
        assertEquals(5, same.value(same.first(list)), "one may go on noting");
    }

    @Property(tries = 200)
    void damageIsNoticed(@ForAll @net.jqwik.api.constraints.IntRange(min = 0, max = 400) int at, @ForAll byte other) {
        byte[] bytes = new Sample()
                .facts("notice", "{'title':'采购公告','lots':[{'lotNumber':'1','budget':'12345678901234567890'}]}")
                .toBytes();
        int place = at % bytes.length;
        byte known = bytes[place];
        bytes[place] = other;
        if (known != other) {
            assertThrows(IllegalArgumentException.class, () -> Facts.of(bytes));
        }
        assertThrows(IllegalArgumentException.class, () -> Facts.of(java.util.Arrays.copyOf(bytes, place)));
    }

    @Example
    void slotsHaveAFingerprint() {
        Slots slots = new Slots(Map.of("A", List.of("x", "y"), "B", List.of("z")));
        assertEquals(slots.fingerprint(), new Slots(Map.of("B", List.of("z"), "A", List.of("x", "y"))).fingerprint());
        assertNotEquals(
                slots.fingerprint(), new Slots(Map.of("A", List.of("y", "x"), "B", List.of("z"))).fingerprint());
        assertNotEquals(slots.fingerprint(), Slots.NONE.fingerprint());
    }
}
