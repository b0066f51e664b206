package org.tongcai.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tongcai.constraints.Beans.assertViolations;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcai.identifier.CreditCode;

/** Identifiers on an application's own classes. */
class IdentifierConstraintsTest {
    /** Of an organisation that does not exist. */
    private static final String BODY = "91530102MA0TCY01X";

    private static final String VALID = BODY + CreditCode.checkCharacter(BODY);
    private static final String INVALID = BODY + (VALID.endsWith("9") ? "8" : "9");

    private static final String REASON = "统一社会信用代码不正确：";

    /** One field of each kind. */
    record Everything(
            @org.tongcai.constraints.CreditCode @Nullable String creditCode,
            @OrganizationCode @Nullable String organizationCode,
            @ResidentId @Nullable String residentId,
            @TransactionCode @Nullable String transactionCode,
            @EmailAddress @Nullable String email,
            @PhoneNumber @Nullable String phone,
            @PostCode @Nullable String postCode,
            @BankAccount @Nullable String account,
            @InvoiceNumber @Nullable CharSequence invoice) {}

    @Test
    void validIdentifiersAndAbsentOnesPass() {
        assertViolations(new Everything(null, null, null, null, null, null, null, null, null));
        assertViolations(new Everything(
                VALID,
                "D2143569X",
                "11010519491231002X",
                null,
                "wang@example.org",
                "0871-63160000",
                "650021",
                "6222020000000000",
                "12345678"));
    }

    @Test
    void eachKindSaysWhatIsWrong() {
        List<String> violations = Beans.violations(new Everything(
                INVALID, "D21435690", "110105194912310021", "X", "wang", "1", "65002", "62", new StringBuilder("1")));
        assertEquals(9, violations.size());
        assertTrue(violations.get(1).startsWith("creditCode: " + REASON), violations.get(1));
        for (String violation : violations) {
            assertTrue(violation.contains("不正确：") && violation.contains(" · not a valid "), violation);
        }
    }

    @Test
    void theReasonNamesTheCharacterThatShouldBeThere() {
        assertViolations(
                new Everything(INVALID, null, null, null, null, null, null, null, null),
                "creditCode: 统一社会信用代码不正确：第18位校验码应为 A，实为 9 · not a valid unified social credit code: check character 18 should be A but is 9");
    }

    /** A resident identity number never stands in a message, valid or not. */
    @Test
    void personalValuesAreNotRepeated() {
        String message = Beans.violations(
                        new Everything(null, null, "110105194912310021", null, null, null, null, null, null))
                .get(0);
        assertFalse(message.contains("19491231"), message);
    }

    /** What an application may do with a constraint of its own. */
    @org.tongcai.constraints.CreditCode
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SupplierCode {
        String message() default "supplier";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A group. */
    interface Draft {}

    static final class Uses {
        final List<@org.tongcai.constraints.CreditCode String> codes = List.of(VALID, INVALID);
        final Map<String, @PhoneNumber String> phones = Map.of("office", "x");
        final Optional<@PostCode String> postCode = Optional.of("1");

        @SupplierCode
        final String composed = INVALID;

        @org.tongcai.constraints.CreditCode(message = "worded otherwise: {value}")
        final String ownMessage = INVALID;

        @PostCode(groups = Draft.class)
        @PostCode(message = "twice")
        final String repeated = "x";

        void take(@org.tongcai.constraints.CreditCode String code) {}
    }

    @Test
    void onItemsInCompositionsInGroupsAndWithOwnMessages() {
        List<String> violations = Beans.violations(new Uses());
        assertEquals(6, violations.size(), violations.toString());
        assertTrue(violations.get(0).startsWith("codes[1].<list element>: " + REASON), violations.toString());
        assertTrue(violations.get(1).startsWith("composed: " + REASON), violations.toString());
        assertEquals("ownMessage: worded otherwise: {value}", violations.get(2));
        assertTrue(violations.get(3).startsWith("phones[office].<map value>: 电话号码不正确："), violations.toString());
        assertTrue(violations.get(4).startsWith("postCode: 邮政编码不正确："), violations.toString());
        assertEquals("repeated: twice", violations.get(5));
        assertEquals(1, Beans.violations(new Uses(), Draft.class).size());
    }

    @Test
    void onParameters() throws NoSuchMethodException {
        List<String> violations = Beans.VALIDATOR
                .forExecutables()
                .validateParameters(
                        new Uses(), Uses.class.getDeclaredMethod("take", String.class), new Object[] {INVALID})
                .stream()
                .map(Beans::shown)
                .toList();
        assertEquals(1, violations.size());
        assertTrue(violations.get(0).contains(REASON), violations.toString());
    }

    /** A character of the value may stand in a reason; it is text, not a parameter, an expression or an order to the terminal. */
    @Test
    void whatLooksLikeAnExpressionIsText() {
        for (String odd : List.of("{", "}", "$", "\\", "${1+1}", "{validatedValue}", "\\{", "$\\{")) {
            String code = odd + VALID.substring(odd.length());
            String message = Beans.violations(new Everything(code, null, null, null, null, null, null, null, null))
                    .get(0);
            org.tongcai.identifier.IdentifierProblem problem = CreditCode.check(code);
            assertTrue(problem != null && message.endsWith(problem.messageEn()), message);
        }
        assertEquals("\\{a\\} \\$\\{b\\} \\\\ \uFFFD", Reasoned.literal("{a} ${b} \\ \u202E"));
    }
}
