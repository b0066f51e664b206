package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each component: the examples of RFC 9421 section 2, and what is refused. */
class ComponentsTest {
    private static final HttpMessage REQUEST = HttpMessage.request(
                    "POST",
                    URI.create(
                            "https://WWW.Example.com:443/path?param=value&bar=with+plus&fa%C3%A7ade%22%3A%20=x&twice=1&twice=2&e"))
            .field("Host", "www.example.com")
            .field("Cache-Control", "max-age=60")
            .field("X-OWS-Header", "  Leading and trailing whitespace.   ")
            .field("X-Obs-Fold-Header", "Obsolete\r\n    line folding.")
            .field("Cache-Control", "   must-revalidate")
            .field("X-Empty-Header", "")
            .field("Example-Dict", "  a=1,    b=2;x=1;y=2,   c=(a   b   c), d")
            .field("Priority", "  a=1,    b=2;x=1;y=2,   c=(a   b   c), d")
            .field("Example-Header", "value, with, lots")
            .field("Example-Header", "of, commas")
            .field("Beyond", "中")
            .field("Signature", "tongcai=:AAAA:")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"host\"|www.example.com",
                "\"cache-control\"|max-age=60, must-revalidate",
                "\"x-ows-header\"|Leading and trailing whitespace.",
                "\"x-obs-fold-header\"|Obsolete line folding.",
                "\"x-empty-header\"|''",
                "\"example-dict\"|a=1,    b=2;x=1;y=2,   c=(a   b   c), d",
                "\"priority\";sf|a=1, b=2;x=1;y=2, c=(a b c), d",
                "\"example-dict\";key=\"a\"|1",
                "\"example-dict\";key=\"b\"|2;x=1;y=2",
                "\"example-dict\";key=\"c\"|(a b c)",
                "\"example-dict\";key=\"d\"|?1",
                "\"example-header\"|value, with, lots, of, commas",
                "\"example-header\";bs|:dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:",
                "\"@method\"|POST",
                "\"@target-uri\"|https://www.example.com/path?param=value&bar=with+plus&fa%C3%A7ade%22%3A%20=x&twice=1&twice=2&e",
                "\"@authority\"|www.example.com",
                "\"@scheme\"|https",
                "\"@request-target\"|/path?param=value&bar=with+plus&fa%C3%A7ade%22%3A%20=x&twice=1&twice=2&e",
                "\"@path\"|/path",
                "\"@query\"|?param=value&bar=with+plus&fa%C3%A7ade%22%3A%20=x&twice=1&twice=2&e",
                "\"@query-param\";name=\"param\"|value",
                "\"@query-param\";name=\"bar\"|with%20plus",
                "\"@query-param\";name=\"fa%C3%A7ade%22%3A%20\"|x",
                "\"@query-param\";name=\"e\"|''",
            })
    void values(String component, String value) throws Exception {
        String line = component + ": " + value + "\n\"@signature-params\": (" + component + ")";
        assertEquals(line, base(REQUEST, component));
        HttpMessage response = HttpMessage.response(503, REQUEST).build();
        String ofRequest = component + ";req";
        assertEquals(
                ofRequest + ": " + value + "\n\"@signature-params\": (" + ofRequest + ")", base(response, ofRequest));
        assertEquals("\"@status\": 503\n\"@signature-params\": (\"@status\")", base(response, "\"@status\""));
    }

    @Test
    void emptyPathAndQuery() throws Exception {
        HttpMessage bare = HttpMessage.request("GET", URI.create("http://example.com:8080"))
                .build();
        assertEquals("/", bare.path());
        assertEquals("example.com:8080", bare.authority());
        assertEquals("\"@query\": ?\n\"@signature-params\": (\"@query\")", base(bare, "\"@query\""));
        assertEquals(
                "\"@target-uri\": http://example.com:8080/\n\"@signature-params\": (\"@target-uri\")",
                base(bare, "\"@target-uri\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"absent\"",
                "\"Host\"",
                "host",
                "1",
                "\"\"",
                "\"host\" \"host\"",
                "\"priority\";key=\"a\";sf \"priority\";sf;key=\"a\"",
                "\"host\";tr",
                "\"host\";req",
                "\"host\";unknown",
                "\"host\";sf",
                "\"host\";sf=1",
                "\"host\";name=\"x\"",
                "\"cache-control\";key=\"none\"",
                "\"x-ows-header\";key=\"a\"",
                "\"example-dict\";key=\"none\"",
                "\"example-dict\";key=1",
                "\"example-dict\";bs;sf",
                "\"example-dict\";bs;key=\"a\"",
                "\"beyond\"",
                "\"@status\"",
                "\"@method\";sf",
                "\"@method\";name=\"a\"",
                "\"@signature-params\"",
                "\"@unknown\"",
                "\"@query-param\"",
                "\"@query-param\";name=\"none\"",
                "\"@query-param\";name=\"twice\"",
            })
    void refused(String components) {
        assertThrows(SignatureBase.BaseException.class, () -> base(REQUEST, components));
    }

    @Test
    void aLineBreakCannotForgeALine() {
        HttpMessage message = HttpMessage.request("GET", URI.create("https://example.com/"))
                .field("A", "x\n\"@method\": POST")
                .build();
        assertThrows(SignatureBase.BaseException.class, () -> base(message, "\"a\""));
    }

    private static String base(HttpMessage message, String components) throws Exception {
        Map<String, Structured.Member> parsed = StructuredParser.dictionary("sig=(" + components + ")");
        Structured.InnerList input = (Structured.InnerList) parsed.get("sig");
        List<Component> covered = new ArrayList<>();
        for (Structured.Item each : input.items()) {
            covered.add(Component.of(each));
        }
        return new String(SignatureBase.of(message, covered, input), StandardCharsets.US_ASCII);
    }
}
