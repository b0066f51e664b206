package org.tongcai.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Finding;
import org.tongcai.client.json.Findings;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * Why a platform refused, in its words (RFC 9457). Immutable.
 *
 * @param code the code of the catalogue of errors, such as {@code revision-conflict}; {@code http-<status>} where the answer named none
 * @param status the HTTP status; 0 for a line of a batch
 * @param title what kind of problem it is, in the language asked for
 * @param detail what is wrong this time; null where nothing more was said
 * @param action what to do about it; null where nothing was said
 * @param findings what is wrong with the document; empty where it is not about one
 * @param members everything that the answer held, as maps, lists, texts, whole numbers and truth values; such as {@code allowedEvents}
 */
public record Problem(
        String code,
        int status,
        String title,
        @Nullable String detail,
        @Nullable String action,
        List<Finding> findings,
        Map<String, Object> members) {

    /** Takes copies of the lists. */
    public Problem {
        findings = List.copyOf(findings);
        members = Map.copyOf(members);
    }

    static Problem of(Members members, int status) throws JsonShapeException {
        String code = members.textOr("code", "http-" + status);
        return new Problem(
                code,
                status,
                members.textOr("title", code),
                members.text("detail"),
                members.text("action"),
                Findings.of(members, "findings"),
                members.asMap());
    }

    /** What can be said of an answer that explains nothing, such as that of a gateway in front of the platform. */
    static Problem unexplained(int status) {
        return new Problem("http-" + status, status, "HTTP " + status, null, null, List.of(), Map.of());
    }

    boolean is(String other) {
        return code.equals(other);
    }

    /** Code, title and detail in one line. */
    @Override
    public String toString() {
        return code + ": " + title + (detail == null ? "" : " (" + detail + ")");
    }
}
