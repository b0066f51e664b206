package org.example.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Award notices as typed objects, in JSON. */
class AwardNoticesTest extends RunningHost {
    private static final String PATH = "/api/award-notices";
    private static final String CHECKS = PATH + "/checks";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awardNotice",
                "awardNotice-goods-rate",
                "awardNotice-services-discount",
                "awardNotice-services-rates",
                "awardNotice-works"
            })
    void aGoodNoticeComesBackAsItWas(String name) throws Exception {
        Example notice = Example.named(name);
        HttpResponse<String> answer = post(notice);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Tongcai-Verdict")).hasValue("ACCEPTED");
        assertThat(answer.headers().firstValue("Tongcai-Findings")).isEmpty();
        assertThat(Host.tree(answer.body())).isEqualTo(Host.tree(notice.text()));
    }

    @Test
    void offsetsDecimalsAndExtensionsKeepTheirTexts() throws Exception {
        Example notice = Example.awardNotice()
                .with("2026-03-26T09:30:00+08:00", "2026-03-26T09:30:00.120+08:00")
                .with("\"taxRate\": \"13\"", "\"taxRate\": \"13.00\"")
                .with("\"lots\": [", """
                        "extensions": [{
                          "namespace": "org.example.notices", "name": "unitWeight", "title": "单重（千克）",
                          "category": "PLATFORM", "critical": false, "value": "1.50"
                        }],
                        "lots": [""");
        HttpResponse<String> answer = post(notice);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Host.<String>read(answer, "$.header.issuedAt")).isEqualTo("2026-04-01T09:00:00+08:00");
        assertThat(Host.<String>read(answer, "$.openedAt")).isEqualTo("2026-03-26T09:30:00.120+08:00");
        assertThat(Host.<String>read(answer, "$.lots[0].awards[0].price.taxRate"))
                .isEqualTo("13.00");
        assertThat(Host.<String>read(answer, "$.lots[0].awards[0].price.money.amount"))
                .isEqualTo("1371520.00");
        assertThat(Host.<Map<String, Object>>read(answer, "$.extensions[0]"))
                .containsEntry("title", "单重（千克）")
                .containsEntry("value", "1.50");
        assertThat(Host.tree(answer.body())).isEqualTo(Host.tree(notice.text()));
    }

    @Test
    void whatIsOnlyWorthKnowingStandsInTheHeader() throws Exception {
        HttpResponse<String> answer =
                post(Example.awardNotice().with("\"regionCode\": \"530102\"", "\"regionCode\": \"530199\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Tongcai-Verdict")).hasValue("ACCEPTED");
        assertThat(answer.headers().allValues("Tongcai-Findings")).containsExactly("codes.unknown");
    }

    /** Refused by Jakarta Validation. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    '"title": "示例市教育局2026年教学计算机采购项目中标结果公告",', '', structure.required
                    '"noticeDate": "2026-04-01"', '"noticeDate": "2026-04-31"', structure.format /noticeDate
                    '"role": "EXPERT_LEADER"', '"role": "KING"', codes.unknown /evaluators/0/role
                    """)
    void aFaultyFieldIsNamed(String right, String wrong, String finding) throws Exception {
        assertRefused(post(Example.awardNotice().with(right, wrong)), finding);
    }

    @Test
    void allFaultsAreNamedAtOnce() throws Exception {
        Example notice = Example.awardNotice()
                .with("\"noticeDate\": \"2026-04-01\"", "\"noticeDate\": \"2026-04-31\"")
                .with("91530102MA0TCY01XA", "91530102MA0TCY01XB")
                .with("\"workdays\": 1", "\"workdays\": 3");
        assertThat(Host.findings(post(notice)))
                .contains(
                        "structure.format /noticeDate",
                        "identifiers.invalid /lots/0/awards/0/supplier/creditCode",
                        "GP-NOTICE-003 /noticePeriod/workdays");
    }

    @Test
    void aCheckDigitIsChecked() throws Exception {
        HttpResponse<String> answer = post(Example.awardNotice().with("91530102MA0TCY01XA", "91530102MA0TCY01XB"));
        assertRefused(answer, "identifiers.invalid /lots/0/awards/0/supplier/creditCode");
        assertThat(Host.<Map<String, String>>read(answer, "$.findings[0].message"))
                .containsEntry("en", "not a valid unified social credit code: check character 18 should be A but is B")
                .hasEntrySatisfying("zh", zh -> assertThat(zh).contains("统一社会信用代码"));
        assertThat(Host.<String>read(answer, "$.findings[0].citation")).isEqualTo("《统一社会信用代码》（GB 32100-2015）");
    }

    /** All fields are in order each by itself; the law is broken all the same. */
    @Test
    void aBrokenRuleOfLawIsNamedWithItsArticle() throws Exception {
        HttpResponse<String> answer = post(
                Example.awardNotice().with("\"determinedOn\": \"2026-03-31\"", "\"determinedOn\": \"2026-03-27\""));
        assertRefused(answer, "GP-NOTICE-028 /noticeDate");
        assertThat(Host.<String>read(answer, "$.findings[0].citation")).isEqualTo("《中华人民共和国政府采购法实施条例》（国务院令第658号）第四十三条");
        assertThat(Host.<String>read(answer, "$.findings[0].message.zh")).contains("2026-03-27");
    }

    @Test
    void aCheckSaysYesOrWhyNot() throws Exception {
        HttpResponse<String> good =
                host().post(CHECKS, Host.JSON, Example.awardNotice().text());
        assertThat(good.statusCode()).isEqualTo(204);
        assertThat(good.body()).isEmpty();
        HttpResponse<String> bad = host().post(
                        CHECKS,
                        Host.JSON,
                        Example.awardNotice()
                                .with("\"workdays\": 1", "\"workdays\": 3")
                                .text());
        Refusal.check(
                bad, CHECKS, List.of("GP-NOTICE-003 /noticePeriod/workdays", "GP-NOTICE-005 /noticePeriod/endDate"));
    }

    /** What the host's mapper cannot read, the standard explains. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    '"kind": "TOTAL"', '"kind": "GIFT"', structure.union /lots/0/awards/0/price/kind
                    '"agencyEntrusted": true', '"agencyEntrusted": "yes"', structure.type /agencyEntrusted
                    '"fiscalYear": "2026"', '"fiscalYear": ["2026"]', structure.type /project/fiscalYear
                    '"revision": 1,', '"revision": 1, "versionNo": 1,', structure.unknown-field /header/versionNo
                    '"revision": 1,', '"revision": 1 "versionNo": 1,', syntax.json /header
                    """)
    void anUnreadableBodyIsExplained(String right, String wrong, String finding) throws Exception {
        HttpResponse<String> answer = post(Example.awardNotice().with(right, wrong));
        assertRefused(answer, finding);
        assertThat(Host.<Integer>read(answer, "$.findings[0].line")).isGreaterThan(1);
    }

    @Test
    void aBodyCutOffIsExplained() throws Exception {
        assertRefused(
                post(Example.awardNotice().cutAt("G\",\n      \"url\"")), "syntax.json /header/platform/creditCode");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void personalValuesAreMaskedAndNotLogged(CapturedOutput log) throws Exception {
        String telephone = "0871-6000001234567890123456789";
        HttpResponse<String> answer = post(Example.awardNotice().with("0871-60000000", telephone));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Host.<String>read(answer, "$.findings[0].value")).isEqualTo("087***********************6789");
        assertThat(answer.body()).doesNotContain(telephone);
        assertThat(log.getAll()).doesNotContain(telephone);
    }

    @Test
    void otherMistakesAreProblemsToo() throws Exception {
        assertThat(host().get(PATH).statusCode()).isEqualTo(405);
        HttpResponse<String> answer = host().post(PATH, "text/plain", "{}");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        HttpResponse<String> empty = host().post(PATH, Host.JSON, "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> post(Example notice) throws Exception {
        return host().post(PATH, Host.JSON, notice.text());
    }

    private static void assertRefused(HttpResponse<String> answer, String... findings) {
        Refusal.check(answer, PATH, List.of(findings));
    }
}
