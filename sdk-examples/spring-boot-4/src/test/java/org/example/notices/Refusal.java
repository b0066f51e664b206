package org.example.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What each refusal of a document must be (RFC 9457), whatever the reason. */
final class Refusal {
    private Refusal() {}

    /** Exactly these findings, each {@code ruleId pointer}. */
    static void check(HttpResponse<String> answer, String path, List<String> findings) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Host.<String>read(answer, "$.type"))
                .isEqualTo("https://zfcg.example.org/problems/document-rejected");
        assertThat(Host.<String>read(answer, "$.title"))
                .isEqualTo("单据不符合标准 · The document does not conform to the standard");
        assertThat(Host.<Integer>read(answer, "$.status")).isEqualTo(400);
        assertThat(Host.<String>read(answer, "$.instance")).isEqualTo(path);
        assertThat(Host.<String>read(answer, "$.standard")).startsWith("tongcai-cn ");
        assertThat(Host.<String>read(answer, "$.verdict")).isEqualTo("REJECTED");
        assertThat(Host.<String>read(answer, "$.detail")).contains("errors: " + findings.size());
        assertThat(Host.findings(answer)).isEqualTo(findings);
        for (Map<String, Object> message : Host.<List<Map<String, Object>>>read(answer, "$.findings[*].message")) {
            assertThat((String) message.get("zh")).isNotBlank();
            assertThat((String) message.get("en")).isNotBlank();
        }
        // Nothing of the inside of the host.
        assertThat(answer.body())
                .doesNotContain("Exception", "org.tongcai", "org.springframework", "jackson", "jakarta");
    }
}
