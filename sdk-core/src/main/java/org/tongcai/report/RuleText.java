package org.tongcai.report;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Finding;

/** What a rule is about, in words that do not belong to one case. */
final class RuleText {
    /** The templates of the engine's checks with their places left open: 缺少必填字段 …（…）. */
    private static final Map<String, Bilingual> CHECKS = Stream.of(Check.values())
            .collect(Collectors.toUnmodifiableMap(
                    Check::id,
                    check -> new Bilingual(
                            open(check.template().zh()), open(check.template().en()))));

    private RuleText() {}

    /** The text of a check of the engine; null for the rules that are data. */
    static @Nullable Bilingual of(String ruleId) {
        return CHECKS.get(ruleId);
    }

    /** Layer and id: for a rule that is data, whose message belongs to one case. */
    static Bilingual generic(Finding example) {
        Bilingual layer = example.layer().title();
        return new Bilingual(layer.zh() + " " + example.ruleId(), layer.en() + " " + example.ruleId());
    }

    private static String open(String template) {
        return template.replaceAll("\\{[0-9]}", "…").replaceAll("…+", "…");
    }
}
