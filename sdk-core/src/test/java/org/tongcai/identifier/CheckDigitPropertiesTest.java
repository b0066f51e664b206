package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the check characters promise: what is computed holds, and no single wrong character gets through. */
class CheckDigitPropertiesTest {

    private static final String GB_32100 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    @Property(tries = 200)
    void computedCreditCodeIsValid(@ForAll @From("creditCodes") String code) {
        assertNull(CreditCode.check(code));
    }

    @Property(tries = 200)
    void creditCodeDetectsEverySubstitution(@ForAll @From("creditCodes") String code) {
        assertEverySubstitutionIsDetected(IdentifierKind.CREDIT_CODE, code, GB_32100);
    }

    @Property(tries = 200)
    void residentIdDetectsEverySubstitution(@ForAll @From("residentIds") String id) {
        assertNull(ResidentId.check(id));
        assertEverySubstitutionIsDetected(IdentifierKind.RESIDENT_ID, id, DIGITS + "X");
    }

    @Property(tries = 200)
    void residentIdDetectsTransposedNeighbours(
            @ForAll @From("residentIds") String id, @ForAll @IntRange(min = 0, max = 16) int index) {
        char[] swapped = id.toCharArray();
        swapped[index] = id.charAt(index + 1);
        swapped[index + 1] = id.charAt(index);
        assertEquals(id.charAt(index) == id.charAt(index + 1), ResidentId.isValid(new String(swapped)));
    }

    @Property(tries = 200)
    void transactionCodeDetectsEverySubstitution(@ForAll @From("transactionCodes") String code) {
        assertNull(TransactionCode.check(code));
        assertEverySubstitutionIsDetected(IdentifierKind.TRANSACTION_CODE, code, ALPHANUMERIC + "*");
    }

    /** Letters have values up to 35, modulo 11: the algorithm tells digits apart, not "0" from "B". */
    @Property(tries = 200)
    void organizationCodeDetectsEveryWrongDigit(@ForAll @From("organizationCodes") String code) {
        assertNull(OrganizationCode.check(code));
        for (int i = 0; i < code.length(); i++) {
            if (Character.isDigit(code.charAt(i))) {
                assertSubstitutionsAreDetected(IdentifierKind.ORGANIZATION_CODE, code, i, DIGITS);
            }
        }
    }

    @Property(tries = 100)
    void theExpectedCharacterRepairsTheCode(
            @ForAll @From("creditCodes") String code, @ForAll @From("gb32100") char wrong) {
        IdentifierProblem problem = CreditCode.check(code.substring(0, 17) + wrong);
        if (wrong == code.charAt(17)) {
            assertNull(problem);
            return;
        }
        assertNotNull(problem);
        assertEquals(IdentifierProblem.Reason.CHECK_DIGIT, problem.reason());
        assertEquals(17, problem.position());
        assertEquals(code.substring(17), problem.expected());
    }

    private static void assertEverySubstitutionIsDetected(IdentifierKind kind, String code, String alphabet) {
        for (int i = 0; i < code.length(); i++) {
            assertSubstitutionsAreDetected(kind, code, i, alphabet);
        }
    }

    private static void assertSubstitutionsAreDetected(IdentifierKind kind, String code, int index, String alphabet) {
        char[] changed = code.toCharArray();
        for (int j = 0; j < alphabet.length(); j++) {
            changed[index] = alphabet.charAt(j);
            if (changed[index] != code.charAt(index)) {
                assertFalse(kind.isValid(changed, 0, changed.length), () -> code + " became " + new String(changed));
            }
        }
    }

    @Provide
    Arbitrary<Character> gb32100() {
        return Arbitraries.of(GB_32100.chars().mapToObj(c -> (char) c).toList());
    }

    @Provide
    Arbitrary<String> creditCodes() {
        Arbitrary<String> registry =
                Arbitraries.of(List.of("11", "12", "39", "51", "54", "79", "91", "92", "93", "A1", "N9", "Y1"));
        return Combinators.combine(registry, text(DIGITS, 6), text(GB_32100, 9))
                .as((head, region, subject) -> head + region + subject)
                .map(body -> body + CreditCode.checkCharacter(body));
    }

    @Provide
    Arbitrary<String> organizationCodes() {
        return text(ALPHANUMERIC, 8)
                .filter(body -> !body.equals("00000000"))
                .map(body -> body + OrganizationCode.checkCharacter(body));
    }

    @Provide
    Arbitrary<String> residentIds() {
        Arbitrary<String> region = text(DIGITS, 6).filter(r -> r.charAt(0) != '0');
        return Combinators.combine(region, dates(1900), text(DIGITS, 3))
                .as((r, date, sequence) -> r + date + sequence)
                .map(body -> body + ResidentId.checkCharacter(body));
    }

    @Provide
    Arbitrary<String> transactionCodes() {
        return Combinators.combine(text(ALPHANUMERIC, 3), creditCodes(), dates(2000), text(ALPHANUMERIC, 6))
                .as((trade, platform, date, serial) -> trade + platform + date + serial)
                .map(body -> body + TransactionCode.checkCharacter(body));
    }

    private static Arbitrary<String> dates(int firstYear) {
        long first = LocalDate.of(firstYear, 1, 1).toEpochDay();
        return Arbitraries.longs()
                .between(first, LocalDate.of(2099, 12, 31).toEpochDay())
                .map(day -> LocalDate.ofEpochDay(day).format(COMPACT));
    }

    private static Arbitrary<String> text(String alphabet, int length) {
        return Arbitraries.strings().withChars(alphabet.toCharArray()).ofLength(length);
    }
}
