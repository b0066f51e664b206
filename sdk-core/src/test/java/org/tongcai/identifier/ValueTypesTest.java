package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts that the value types give access to. */
class ValueTypesTest {

    @Test
    void creditCode() {
        CreditCode code = CreditCode.parse("9144030071526726XG");
        assertEquals('9', code.registrationAuthority());
        assertEquals('1', code.organizationClass());
        assertEquals("440300", code.regionCode());
        assertEquals("71526726X", code.subjectCode());
        assertEquals(Optional.of(OrganizationCode.parse("71526726-X")), code.organizationCode());
    }

    /** Tables 1 and 2 of GB 32100-2015 with amendment 1, and 54 and 55 for villagers' and residents' committees. */
    @Test
    void creditCodesStartWithAPairOfTheStandard() {
        Set<String> pairs = Set.of("11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 61 62 69 71 72 79 81 89"
                .concat(" 91 92 93 A1 A9 N1 N2 N3 N9 Y1")
                .split(" "));
        List<String> alphabet = List.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""));
        for (String authority : alphabet) {
            for (String type : alphabet) {
                String pair = authority + type;
                String body = pair + "53010000000001X";
                String code = body + CreditCode.checkCharacter(body);
                assertEquals(pairs.contains(pair), CreditCode.isValid(code), pair);
            }
        }
    }

    @Test
    void creditCodeWithASubjectCodeThatIsNoOrganizationCode() {
        String body = "92530100MA0000019";
        CreditCode code = CreditCode.parse(body + CreditCode.checkCharacter(body));
        assertFalse(OrganizationCode.isValid("MA0000019"));
        assertEquals(Optional.empty(), code.organizationCode());
    }

    @Test
    void organizationCodeIsTheSameWithAndWithoutHyphen() {
        OrganizationCode code = OrganizationCode.parse("19220382-1");
        assertEquals("192203821", code.value());
        assertEquals("19220382-1", code.formatted());
        assertEquals(OrganizationCode.parse("192203821"), code);
    }

    @Test
    void residentId() {
        ResidentId id = ResidentId.parse("11010519491231002X");
        assertEquals("110105", id.regionCode());
        assertEquals(LocalDate.of(1949, 12, 31), id.birthDate());
        assertEquals(2, id.sexDigit());
    }

    @Test
    void transactionCode() {
        TransactionCode code = TransactionCode.parse("F0191350000MA3452TJ0T202001010000016");
        assertEquals("F01-91350000MA3452TJ0T-20200101-000001-6", code.value());
        assertEquals(TransactionCode.parse(code.value()), code);
        assertEquals("F0191350000MA3452TJ0T202001010000016", code.plain());
        assertEquals("F01", code.tradeClass());
        assertEquals("91350000MA3452TJ0T", code.platformCode());
        assertEquals(LocalDate.of(2020, 1, 1), code.date());
        assertEquals("000001", code.serial());
    }

    @Test
    void regionCode() {
        RegionCode county = RegionCode.parse("530102");
        RegionCode prefecture = RegionCode.parse("530100");
        RegionCode province = RegionCode.parse("530000");
        assertEquals(
                List.of(RegionCode.Level.COUNTY, RegionCode.Level.PREFECTURE, RegionCode.Level.PROVINCE),
                Stream.of(county, prefecture, province).map(RegionCode::level).toList());
        assertEquals(Optional.of(prefecture), county.prefecture());
        assertEquals(Optional.of(prefecture), prefecture.prefecture());
        assertEquals(Optional.empty(), province.prefecture());
        assertEquals(province, county.province());
        assertEquals(
                List.of(Optional.of(prefecture), Optional.of(province), Optional.empty()),
                Stream.of(county, prefecture, province).map(RegionCode::parent).toList());
    }

    @Test
    void catalogueCode() {
        List<CatalogueCode> path = Stream.of("A", "A01000000", "A01010000", "A01010200", "A01010201")
                .map(CatalogueCode::parse)
                .toList();
        assertEquals(Optional.empty(), path.get(0).parent());
        for (int i = 0; i < path.size(); i++) {
            CatalogueCode code = path.get(i);
            assertEquals(i, code.level());
            assertEquals('A', code.division());
            for (int j = 0; j < path.size(); j++) {
                assertEquals(i < j, code.isAncestorOf(path.get(j)), code + " above " + path.get(j));
            }
            if (i > 0) {
                assertEquals(Optional.of(path.get(i - 1)), code.parent());
            }
        }
        assertFalse(CatalogueCode.parse("B").isAncestorOf(path.get(1)));
        assertFalse(CatalogueCode.parse("A02000000").isAncestorOf(path.get(2)));
    }

    /** Items whose level ends in a zero, such as 10, must not lose it with the padding. */
    @Test
    void catalogueLevelTen() {
        CatalogueCode ten = CatalogueCode.parse("A02100000");
        assertEquals(2, ten.level());
        assertTrue(ten.isAncestorOf(CatalogueCode.parse("A02100100")));
        assertFalse(CatalogueCode.parse("A02010000").isAncestorOf(ten));
    }

    @Test
    void emailAddressesDifferInTheLocalPartOnly() {
        EmailAddress address = EmailAddress.parse("Cg@Example.COM");
        assertEquals("Cg", address.localPart());
        assertEquals("example.com", address.domain());
        assertEquals(EmailAddress.parse("Cg@example.com"), address);
        assertNotEquals(EmailAddress.parse("cg@example.com"), address);
    }

    @Test
    void phoneNumber() {
        assertEquals(PhoneNumber.parse("13800138000"), PhoneNumber.parse("+86-13800138000"));
        assertEquals(
                PhoneNumber.Type.MOBILE, PhoneNumber.parse("+8613800138000").type());
        assertEquals(
                PhoneNumber.Type.LANDLINE,
                PhoneNumber.parse("0871-12345678-801").type());
        assertEquals(PhoneNumber.Type.SERVICE, PhoneNumber.parse("400-123-4567").type());
    }

    @Test
    void invoiceNumber() {
        InvoiceNumber paper = InvoiceNumber.parse("5300123456-12345678");
        assertEquals(Optional.of("5300123456"), paper.code());
        assertEquals("12345678", paper.number());
        assertFalse(paper.isDigital());
        InvoiceNumber digital = InvoiceNumber.parse("26532000000000000001");
        assertTrue(digital.isDigital());
        assertEquals(Optional.empty(), digital.code());
    }

    @Test
    void equalTextOfDifferentKindsIsNotEqual() {
        PostCode post = PostCode.parse("530100");
        RegionCode region = RegionCode.parse("530100");
        assertNotEquals(region, post);
        assertEquals(PostCode.parse("530100").hashCode(), post.hashCode());
        assertEquals(
                List.of(region, post, PostCode.parse("650000")),
                List.copyOf(new TreeSet<Identifier>(List.of(PostCode.parse("650000"), post, region))));
    }

    @Test
    void parseSaysWhatIsWrong() {
        IdentifierException e = assertThrows(IdentifierException.class, () -> CreditCode.parse("914403001922038217"));
        assertEquals(IdentifierProblem.Reason.CHECK_DIGIT, e.problem().reason());
        assertEquals("creditCode: check character 18 should be 6 but is 7（第18位校验码应为 6，实为 7）", e.getMessage());
    }

    @Test
    void checkCharactersNeedABodyOfTheAlphabet() {
        assertThrows(IllegalArgumentException.class, () -> CreditCode.checkCharacter("9144030019220382"));
        assertThrows(IllegalArgumentException.class, () -> CreditCode.checkCharacter("9144030019220382I"));
        assertThrows(IllegalArgumentException.class, () -> OrganizationCode.checkCharacter("1922038a"));
        assertThrows(IllegalArgumentException.class, () -> ResidentId.checkCharacter("1101051949123100X"));
        assertThrows(IllegalArgumentException.class, () -> TransactionCode.checkCharacter("F01"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsFoundByItsId(IdentifierKind kind) {
        assertEquals(kind, IdentifierKind.of(kind.id()));
        assertFalse(kind.zh().isBlank() || kind.en().isBlank());
    }

    @Test
    void unknownKindsAreNull() {
        assertNull(IdentifierKind.of("CREDIT_CODE"));
    }
}
