package org.tongcai.compiler.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.Severity;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;

/** What rules say of themselves, in words for people: {@code explain} and the dictionary tell it alike. Stateless. */
public final class RuleWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Bilingual> CONFIDENCES = Map.of(
            "found", new Bilingual("已读到原文", "read in the original"),
            "secondary", new Bilingual("据转载或者报道", "from a copy or a report"),
            "known", new Bilingual("凭通行知识，未逐字核对", "general knowledge, not compared word by word"),
            "proposed", new Bilingual("本标准的规则，没有条文", "a rule of this standard, without an article"));

    private RuleWords() {}

    /** How grave it is. */
    public static Bilingual severity(Severity severity) {
        return switch (severity) {
            case ERROR -> new Bilingual("错误", "error");
            case WARNING -> new Bilingual("警告", "warning");
            case INFO -> new Bilingual("提示", "information");
        };
    }

    /** How well the source is known; an id that is not known stands for itself. */
    public static Bilingual confidence(String id) {
        return CONFIDENCES.getOrDefault(id, new Bilingual(id, ""));
    }

    /** What a profile may do with a figure. */
    public static Bilingual stricter(String id) {
        return switch (id) {
            case "higher" -> new Bilingual("地方可以提高", "profiles may raise it");
            case "lower" -> new Bilingual("地方可以降低", "profiles may lower it");
            default -> new Bilingual("地方不得改变", "profiles may not change it");
        };
    }

    /** How another document is found; {@code title} is that of its type. */
    public static Bilingual reference(RuleDefinition.Reference reference, Bilingual title) {
        Bilingual how = switch (reference.kind()) {
            case TO ->
                new Bilingual(
                        reference.way() + " 引用的" + title.zh(), title.en() + " that " + reference.way() + " names");
            case FROM ->
                new Bilingual(
                        "以 " + reference.way() + " 引用它的" + title.zh(),
                        title.en() + " whose " + reference.way() + " names it");
            case WHERE ->
                new Bilingual(
                        matched(reference) + " 相同的" + title.zh(), title.en() + " with the same " + matched(reference));
        };
        return reference.optional() ? new Bilingual(how.zh() + "（如有）", how.en() + " (if any)") : how;
    }

    private static String matched(RuleDefinition.Reference reference) {
        return String.join(
                "、",
                reference.fields().stream()
                        .map(match -> String.join(".", match.path()))
                        .toList());
    }

    /** The parts of the rule as written, in the order in which they are evaluated: {@code when}, {@code let days}, {@code assert} … → text. */
    public static Map<String, String> expressions(RuleIndex.Entry rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        rule.each().forEach((name, list) -> parts.put("each " + name, list));
        if (rule.on() != null) {
            parts.put("on", rule.on());
        }
        if (rule.when() != null) {
            parts.put("when", rule.when());
        }
        rule.let().forEach((name, value) -> parts.put("let " + name, value));
        parts.put("assert", rule.assertion());
        return parts;
    }

    /** A step of a patch on one line: {@code replace /status "SEALED"}. */
    public static String operation(Object operation) {
        if (!(operation instanceof Map<?, ?> step)) {
            return json(operation);
        }
        StringBuilder text = new StringBuilder();
        text.append(step.get("op")).append(' ').append(step.get("path"));
        if (step.get("from") != null) {
            text.append(" ← ").append(step.get("from"));
        }
        if (step.containsKey("value")) {
            text.append(' ').append(json(step.get("value")));
        }
        return text.toString();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
