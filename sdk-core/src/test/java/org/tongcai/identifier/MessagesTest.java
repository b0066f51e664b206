package org.tongcai.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages say exactly what is wrong, and where. */
class MessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "creditCode | 914403001922038217 | 17 | 6 | 第18位校验码应为 6，实为 7 | check character 18 should be 6 but is 7",
                "creditCode | 91440300192203821 | -1 | | 长度应为 18 位，实为 17 位 | length should be 18 but is 17",
                "creditCode | 9144030071526726Xg | 17 | | 第18位应为大写“G”，实为小写“g” | character 18 should be upper-case “G” but is “g”",
                "creditCode | ９14403001922038216 | 0 | | 第1位应为半角“9”，实为全角“９”(U+FF19) | character 1 should be half-width “9” but is “９”(U+FF19)",
                "creditCode | 91440300192203821O | 17 | | 第18位应为数字或大写字母（不含 I、O、S、V、Z），实为“O” | character 18 should be a digit or an upper-case letter other than I, O, S, V, Z but is “O”",
                "creditCode | 91440З001922038216 | 5 | | 第6位应为数字 0-9，实为“З”(U+0417) | character 6 should be a digit 0-9 but is “З”(U+0417)",
                "creditCode | 000000000000000000 | 0 | | 第1位登记管理部门代码“0”不在 GB 32100 的部门表中 | character 1: “0” is no registration authority of GB 32100",
                "creditCode | 944403001922038216 | 1 | | 第2位机构类别代码不在 GB 32100 的类别表中（部门和类别“94”） | character 2: authority and class “94” are no pair of GB 32100",
                "residentId | 110105194902310021 | 12 | | 第13至14位：该月没有这一天 | characters 13-14: the month has no such day",
                "residentId | 110105491231002 | -1 | | 长度应为 18 位（15 位旧号码须先升位），实为 15 位 | length should be 18 (old 15-digit numbers must be converted first) but is 15",
                "organizationCode | 19220382-2 | 9 | 1 | 第10位校验码应为 1，实为 2 | check character 10 should be 1 but is 2",
                "organizationCode | 1922038211 | 8 | - | 10 位写法的第9位应为连字符“-” | in the form of 10 characters, character 9 should be a hyphen",
                "transactionCode | F01-91350000MA3452TJ0T-20200101-000001-7 | 39 | 6 | 第40位校验码应为 6，实为 7 | check character 40 should be 6 but is 7",
                "transactionCode | F01-91350000MA3452TJ0T-20201301-000001-6 | 27 | | 第28至29位月份应为 01 至 12 | characters 28-29: the month should be 01 to 12",
                "transactionCode | F01-97350000MA3452TJ0T-20200101-000001-6 | 5 | | 第6位机构类别代码不在 GB 32100 的类别表中（部门和类别“97”） | character 6: authority and class “97” are no pair of GB 32100",
                "regionCode | 530001 | 2 | | 第3至4位地级代码为 00 时，第5至6位县级代码也应为 00 | characters 5-6 (county) should be 00 when characters 3-4 (prefecture) are 00",
                "catalogueCode | A00000000 | 1 | | 整个门类应只写字母“A”，不补 0 | a whole division is written “A”, without zeros",
                "catalogueCode | A01000100 | 3 | | 第4至5位为 00，其后各级也应为 00 | characters 4-5 are 00, so the levels after them should be 00 too",
                "email | cg.example.com | -1 | | 缺少“@” | “@” is missing",
                "email | cg@example | 3 | | “@”之后的域名应至少两段，如 example.com | the domain after “@” should have two parts or more, as in example.com",
                "phone | 1380013800 | -1 | | 长度应为 11 位（手机号），实为 10 位 | length of a mobile number should be 11 but is 10",
                "phone | +86-1380013800 | -1 | | 长度应为 11 位（手机号），实为 10 位 | length of a mobile number should be 11 but is 10",
                "phone | 138 0013 8000 | 3 | | 第4位应为数字（分隔符只用“-”），实为U+0020 | character 4 should be a digit (the only separator is “-”) but is U+0020",
                "bankAccount | 00000000 | 0 | | 全为 0，属占位值，不是实际号码 | all zeros is a placeholder, not a real number",
            })
    void saysWhatIsWrong(String kind, String value, int position, String expected, String zh, String en) {
        IdentifierProblem problem = IdentifierKind.of(kind).check(value);
        assertNotNull(problem);
        assertEquals(zh, problem.messageZh());
        assertEquals(en, problem.messageEn());
        assertEquals(position, problem.position());
        assertEquals(expected, problem.expected());
    }
}
