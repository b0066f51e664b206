package org.example.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the standard says of each of its cases is what a client of the host gets to hear. */
class StandardCasesTest extends RunningHost {
    static List<StandardCases.Case> cases() throws Exception {
        return StandardCases.ofAwardNotices().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asBytes(StandardCases.Case expected) throws Exception {
        HttpResponse<String> answer = host().post("/api/documents", Host.JSON, expected.document());
        assertThat(Host.<String>read(answer, "$.verdict")).isEqualTo(expected.verdict());
        assertThat(Host.errors(answer)).isEqualTo(expected.findings());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asTypedObject(StandardCases.Case expected) throws Exception {
        HttpResponse<String> answer = host().post("/api/award-notices", Host.JSON, expected.document());
        if (expected.verdict().equals("ACCEPTED")) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Host.tree(answer.body())).isEqualTo(Host.tree(expected.document()));
        } else {
            assertThat(Host.errors(answer)).isEqualTo(expected.findings());
        }
    }
}
