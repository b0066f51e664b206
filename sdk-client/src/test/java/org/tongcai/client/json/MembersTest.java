package org.tongcai.client.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers are read with their kinds checked, and what is wrong is told without quoting it. */
class MembersTest {
    private static Members parse(String json) throws JsonShapeException {
        return Members.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String json) {
        return assertThrows(JsonShapeException.class, () -> parse(json)).getMessage();
    }

    @Test
    void membersAreThereOnce() {
        for (String json : new String[] {
            "{\"a\":1,\"a\":1}",
            "{\"a\":null,\"a\":1}",
            "{\"a\":1,\"a\":null}",
            "{\"a\":null,\"a\":null}",
            "{\"o\":[{\"a\":{\"b\":1,\"b\":2}}]}"
        }) {
            assertTrue(refused(json).contains("twice"), json);
        }
    }

    @Test
    void nullCountsAsAbsent() throws Exception {
        Members members = parse("{\"a\":null,\"b\":[null,\"x\"],\"c\":null}");
        assertFalse(members.has("a"));
        assertNull(members.text("a"));
        assertEquals(java.util.List.of("x"), members.texts("b"));
        assertEquals(Set.of("b"), members.asMap().keySet());
    }

    @Test
    void kindsAreChecked() throws Exception {
        Members members = parse("{\"n\":1,\"t\":\"x\",\"big\":123456789012345678901,\"m\":\"2026-11-22\"}");
        assertThrows(JsonShapeException.class, () -> members.text("n"));
        assertThrows(JsonShapeException.class, () -> members.wholeOr("t", 0));
        assertThrows(JsonShapeException.class, () -> members.wholeOr("big", 0));
        assertThrows(JsonShapeException.class, () -> members.moment("m"));
        assertThrows(JsonShapeException.class, () -> members.required("absent"));
    }

    @Test
    void whatIsWrongIsNotQuoted() {
        for (String json : new String[] {"[]", "{\"a\":13800138000x}", "{\"a\":\"13800138000", "{} 13800138000", ""}) {
            assertFalse(refused(json).contains("13800138000"), json);
        }
        assertTrue(refused("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}").contains("JSON"));
    }

    @Test
    void rawMembersAreTheBytesThatCame() throws Exception {
        byte[] json = "{\"items\":[{\"document\":{\"名\" : [1, 2] },\"x\":1}]}".getBytes(StandardCharsets.UTF_8);
        Members item = Members.parse(json, Set.of("document")).objects("items").get(0);
        assertArrayEquals("{\"名\" : [1, 2] }".getBytes(StandardCharsets.UTF_8), item.raw("document"));
        assertEquals(1, item.wholeOr("x", 0));
    }
}
