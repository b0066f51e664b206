package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Several random alterations at once, fields that are anything, and structured fields that come back as they went. */
class AlteredMessagePropertiesTest {
    private static final WireMessage REQUEST = WireMessage.request(WireMessage.HMAC);

    @Property(tries = 2000)
    void severalBytesAtOnce(@ForAll List<@IntRange(max = 1 << 24) Integer> places) {
        List<String> names = new ArrayList<>(REQUEST.parts().keySet());
        WireMessage altered = REQUEST;
        for (int place : places) {
            String part = names.get(place % names.size());
            byte[] bytes = altered.parts().get(part);
            int index = place / 16 % bytes.length;
            altered = altered.with(part, index, bytes[index] ^ 1 << place % 7 % 5);
        }
        if (!same(altered)) {
            assertFalse(altered.verifies(WireMessage.HMAC));
        }
    }

    /** Whatever is sent as a signature is refused and never an exception. */
    @Property(tries = 1000)
    void anythingAsSignature(@ForAll("fieldLike") String input, @ForAll("fieldLike") String signature) {
        WireMessage altered = REQUEST.with("Signature-Input", input.getBytes()).with("Signature", signature.getBytes());
        assertFalse(altered.verifies(WireMessage.HMAC));
    }

    @Property(tries = 1000)
    void structuredFieldsComeBack(@ForAll("dictionaries") String text) {
        try {
            String once = Structured.dictionary(StructuredParser.dictionary(text));
            assertEquals(once, Structured.dictionary(StructuredParser.dictionary(once)));
        } catch (StructuredParser.MalformedException e) {
            // Most texts are none; that there is no other exception is what counts.
            assertFalse(e.getMessage().isEmpty());
        }
    }

    @Provide
    Arbitrary<String> fieldLike() {
        return Arbitraries.of(
                        "tongcai",
                        "sig1",
                        "=",
                        "(",
                        ")",
                        "\"@method\"",
                        "\"@path\"",
                        "\"content-digest\"",
                        " ",
                        ";",
                        ",",
                        ":",
                        "AAAA",
                        "created=",
                        "1795334400",
                        "keyid=\"client-1\"",
                        "alg=\"hmac-sha256\"",
                        "tag=\"tongcai-1\"",
                        "nonce=\"0123456789abcdef\"",
                        "?1",
                        "\\",
                        "é")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> dictionaries() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "c1",
                        "*",
                        "=",
                        "(",
                        ")",
                        "\"x\\\"y\"",
                        " ",
                        ";",
                        ",",
                        ", ",
                        ":AQ==:",
                        ":",
                        "1",
                        "-7",
                        "1.50",
                        "?0",
                        "?1",
                        "tok/en",
                        "@17",
                        "%\"%e4%b8%ad\"",
                        "\t")
                .list()
                .ofMaxSize(14)
                .map(parts -> "k=" + String.join("", parts));
    }

    private static boolean same(WireMessage altered) {
        for (Map.Entry<String, byte[]> each : REQUEST.parts().entrySet()) {
            byte[] now = altered.parts().get(each.getKey());
            boolean equal = each.getKey().equals("authority")
                    ? new String(now).equalsIgnoreCase(new String(each.getValue()))
                    : Arrays.equals(now, each.getValue());
            if (!equal) {
                return false;
            }
        }
        return true;
    }
}
