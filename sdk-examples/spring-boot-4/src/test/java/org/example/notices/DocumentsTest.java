package org.example.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of any type as bytes, in JSON. */
class DocumentsTest extends RunningHost {
    private static final String PATH = "/api/documents";

    @Test
    void aGoodDocumentGetsAReceipt() throws Exception {
        HttpResponse<String> answer = post(Example.awardNotice());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Host.<String>read(answer, "$.documentType")).isEqualTo("awardNotice");
        assertThat(Host.<String>read(answer, "$.documentId")).isEqualTo("JG-2026-000088");
        assertThat(Host.<String>read(answer, "$.verdict")).isEqualTo("ACCEPTED");
        assertThat(Host.findings(answer)).isEmpty();
    }

    @Test
    void anyTypeIsTaken() throws Exception {
        HttpResponse<String> answer = post(Example.named("contract"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Host.<String>read(answer, "$.documentType")).isEqualTo("contract");
    }

    @Test
    void theReceiptNamesWhatIsWorthKnowing() throws Exception {
        HttpResponse<String> answer =
                post(Example.awardNotice().with("\"regionCode\": \"530102\"", "\"regionCode\": \"530199\""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Host.findings(answer)).containsExactly("codes.unknown /lots/0/awards/0/supplier/address/regionCode");
        assertThat(Host.<String>read(answer, "$.findings[0].severity")).isEqualTo("WARNING");
    }

    /** The last three pass a mapper unseen: it would make a text of the number, and take the member that comes last. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    '"workdays": 1', '"workdays": 3', GP-NOTICE-003 /noticePeriod/workdays, GP-NOTICE-005 /noticePeriod/endDate
                    '"revision": 1,', '"revision": 1, "versionNo": 1,', structure.unknown-field /header/versionNo,
                    '"fiscalYear": "2026"', '"fiscalYear": 2026', structure.type /project/fiscalYear,
                    '"agencyEntrusted": true', '"agencyEntrusted": "true"', structure.type /agencyEntrusted,
                    '"revision": 1,', '"revision": 1, "revision": 2,', syntax.duplicate-key /header/revision,
                    """)
    void aBadDocumentIsRefused(String right, String wrong, String finding, String another) throws Exception {
        HttpResponse<String> answer = post(Example.awardNotice().with(right, wrong));
        Refusal.check(answer, PATH, another == null ? List.of(finding) : List.of(finding, another));
        assertThat(Host.<Integer>read(answer, "$.findings[0].line")).isGreaterThan(1);
    }

    @Test
    void aDocumentTooLargeIsNotRead() throws Exception {
        HttpResponse<String> answer = host().post(PATH, Host.JSON, "{\"title\": \"" + " ".repeat(17 << 20) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Host.<String>read(answer, "$.verdict")).isEqualTo("UNDETERMINED");
    }

    private HttpResponse<String> post(Example document) throws Exception {
        return host().post(PATH, Host.JSON, document.text());
    }
}
