package org.example.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same in XML: bound by JAXB in one place, judged as bytes in the other. */
class XmlTest extends RunningHost {
    private static final String TYPED = "/api/award-notices";
    private static final String BYTES = "/api/documents";

    @Test
    void xmlAndJsonSayTheSame() throws Exception {
        Example notice = Example.named("awardNotice-works").with("\"lots\": [", """
                        "extensions": [{
                          "namespace": "org.example.notices", "name": "unitWeight", "title": "单重（千克）",
                          "category": "PLATFORM", "critical": false, "value": "1.50"
                        }],
                        "lots": [""");
        HttpResponse<String> xml = host().post(TYPED, Host.JSON, notice.text(), Host.XML);
        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(Host.XML));
        assertThat(xml.body())
                .contains("<awardNotice xmlns=\"https://tongcai.org/ns/0.1\"", "+08:00</issuedAt>")
                .contains("<amount>6276043.20</amount>", "<value>1.50</value>", "单重（千克）");
        HttpResponse<String> json = host().post(TYPED, Host.XML, xml.body(), Host.JSON);
        assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
        assertThat(Host.tree(json.body())).isEqualTo(Host.tree(notice.text()));
        HttpResponse<String> receipt = host().post(BYTES, Host.XML, xml.body());
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(Host.<String>read(receipt, "$.documentType")).isEqualTo("awardNotice");
        assertThat(Host.findings(receipt)).isEmpty();
    }

    @Test
    void aBrokenRuleIsNamedOnBothWays() throws Exception {
        String xml = inXml().with("<workdays>1<", "<workdays>3<").text();
        List<String> findings = List.of("GP-NOTICE-003 /noticePeriod/workdays", "GP-NOTICE-005 /noticePeriod/endDate");
        Refusal.check(host().post(TYPED, Host.XML, xml), TYPED, findings);
        HttpResponse<String> answer = host().post(BYTES, Host.XML, xml);
        Refusal.check(answer, BYTES, findings);
        assertThat(Host.<String>read(answer, "$.findings[0].xpath"))
                .isEqualTo("/tc:awardNotice/tc:noticePeriod/tc:workdays");
        assertThat(Host.<Integer>read(answer, "$.findings[0].line")).isPositive();
    }

    /** JAXB skips in silence what it does not know; only the bytes show it. */
    @Test
    void whatJaxbPassesOverIsSeenInTheBytes() throws Exception {
        String xml = inXml().with("</header>", "<secret>1</secret></header>").text();
        HttpResponse<String> bound = host().post(TYPED, Host.XML, xml, Host.XML);
        assertThat(bound.statusCode()).isEqualTo(200);
        assertThat(bound.body()).doesNotContain("secret");
        Refusal.check(host().post(BYTES, Host.XML, xml), BYTES, List.of("structure.unknown-field /header/secret"));
    }

    @Test
    void jaxbPutsInOrderWhatIsOutOfOrder() throws Exception {
        String date = "<noticeDate>2026-04-01</noticeDate>";
        String xml =
                inXml().with(date, "").with("<purchaser>", date + "<purchaser>").text();
        HttpResponse<String> bound = host().post(TYPED, Host.XML, xml, Host.JSON);
        assertThat(bound.statusCode()).isEqualTo(200);
        assertThat(Host.tree(bound.body()))
                .isEqualTo(Host.tree(Example.awardNotice().text()));
        Refusal.check(host().post(BYTES, Host.XML, xml), BYTES, List.of("structure.order /noticeDate"));
    }

    @Test
    void whatJaxbCannotReadIsExplained() throws Exception {
        String xml = inXml().with("</header>", "").text();
        HttpResponse<String> answer = host().post(TYPED, Host.XML, xml, Host.XML);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Host.findings(answer)).anyMatch(finding -> finding.startsWith("syntax.xml"));
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() throws Exception {
        String attack = inXml().with(
                        "<awardNotice", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><awardNotice")
                .with("<title>", "<title>&e;")
                .text();
        for (String path : List.of(TYPED, BYTES)) {
            HttpResponse<String> answer = host().post(path, Host.XML, attack);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Host.findings(answer)).first().asString().startsWith("syntax.dtd");
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    /** The award notice as the host itself writes it. */
    private Example inXml() throws Exception {
        return new Example(host().post(TYPED, Host.JSON, Example.awardNotice().text(), Host.XML)
                .body());
    }
}
