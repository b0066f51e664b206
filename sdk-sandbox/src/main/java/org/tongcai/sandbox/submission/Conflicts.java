package org.tongcai.sandbox.submission;

import java.util.List;
import java.util.Map;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.ProblemException;

/** Conflicts with what is stored, as findings: a refusal always says why (service standard, section 2). */
final class Conflicts {
    private static final Map<String, String> CHINESE = Map.of(
            "revision-conflict", "同一版次已经收下，内容不同",
            "revision-outdated", "版次低于已经收下的最新版次");

    private Conflicts() {}

    /** The finding of a conflict of revisions, as a JSON array. */
    static String findings(ProblemException conflict) {
        return findings(conflict, CHINESE.getOrDefault(conflict.code(), String.valueOf(conflict.getMessage())));
    }

    /** The finding of a conflict, as a JSON array. */
    static String findings(ProblemException conflict, String chinese) {
        String english = String.valueOf(conflict.getMessage());
        boolean state = conflict.code().equals("state-conflict");
        return Json.text(List.of(Json.object(
                "ruleId",
                "service." + conflict.code(),
                "layer",
                state ? "rules" : "references",
                "severity",
                "error",
                "pointer",
                state ? "" : "/header/revision",
                "title",
                state ? text("单据", "Document") : text("单据头 / 版次", "Header / Revision"),
                "message",
                text(chinese, english))));
    }

    private static Map<String, Object> text(String zh, String en) {
        return Json.object("zh", zh, "en", en);
    }
}
