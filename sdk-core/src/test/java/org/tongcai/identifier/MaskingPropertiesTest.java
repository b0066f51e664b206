package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** A masked identifier shows so much and no more, valid or not. */
class MaskingPropertiesTest {

    @Property(tries = 500)
    void residentIdShowsFourCharactersAtMost(@ForAll @StringLength(max = 60) String text) {
        assertTrue(shown(IdentifierKind.RESIDENT_ID.mask(text)) <= 4);
    }

    @Property(tries = 500)
    void phoneShowsSevenCharactersAndCountryAtMost(@ForAll @StringLength(max = 60) String text) {
        assertTrue(shown(IdentifierKind.PHONE.mask(text)) <= 7);
        assertTrue(shown(IdentifierKind.PHONE.mask("+86" + text)) <= 10);
    }

    @Property(tries = 500)
    void bankAccountShowsFourCharactersAtMost(@ForAll @StringLength(max = 60) String text) {
        assertTrue(shown(IdentifierKind.BANK_ACCOUNT.mask(text)) <= 4);
    }

    @Property(tries = 500)
    void textThatIsNoEmailAddressShowsNothing(@ForAll @StringLength(max = 60) String text) {
        boolean valid = EmailAddress.isValid(text);
        assertEquals(!valid, IdentifierKind.EMAIL.mask(text).equals("***"));
    }

    @Example
    void validIdentifiersAreMaskedInTheirText() {
        assertMasked("11**************2X", ResidentId.parse("11010519491231002X"));
        assertMasked("138****8000", PhoneNumber.parse("13800138000"));
        assertMasked("138****8000", PhoneNumber.parse("+8613800138000"));
        assertMasked("087******5678", PhoneNumber.parse("0871-12345678"));
        assertMasked("********67", PhoneNumber.parse("4001234567"));
        assertMasked("c***@example.com", EmailAddress.parse("cg@example.com"));
        assertMasked("***@example.com", EmailAddress.parse("c@example.com"));
        assertMasked("****************3456", BankAccount.parse("53001234567890123456"));
        assertMasked("914403001922038216", CreditCode.parse("914403001922038216"));
    }

    /** What stands in a field by mistake is hidden as well: names are no digits. */
    @Example
    void namesAreHidden() {
        assertEquals("**********8000", IdentifierKind.PHONE.mask("联系人13800138000"));
        assertEquals("******************", IdentifierKind.RESIDENT_ID.mask("示例人与示例人与示例人与示例人与示例"));
    }

    @Example
    void exceptionsAndProblemsDoNotRepeatPersonalText() {
        try {
            ResidentId.parse("110105194912310021");
        } catch (IdentifierException e) {
            assertFalse(e.getMessage().contains("19491231"));
            assertFalse(e.problem().toString().contains("19491231"));
            return;
        }
        throw new AssertionError("the check character does not fit");
    }

    private static void assertMasked(String expected, Identifier identifier) {
        assertEquals(expected, identifier.toString());
        assertEquals(expected, identifier.masked());
    }

    private static long shown(String masked) {
        return masked.chars().filter(c -> c != '*').count();
    }
}
