package org.tongcai.compiler.rules;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcai.compiler.spec.Json;

/** What {@code {name}} in the message and the fix of a rule stands for: it exists, can be printed and may be. One use. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final RuleHead head;
    private final Map<String, String> lets;
    private final Secrets secrets;
    private final Faults faults;
    private final Set<String> used = new TreeSet<>();

    /**
     * @param lets types by name
     */
    Placeholders(RuleHead head, Map<String, String> lets, Secrets secrets, Faults faults) {
        this.head = head;
        this.lets = lets;
        this.secrets = secrets;
        this.faults = faults;
    }

    void check() {
        for (String member : new String[] {"message", "fix"}) {
            head.source().obj(member).members().values().forEach(value -> {
                if (value instanceof Json.Text text) {
                    check(text);
                }
            });
        }
    }

    /** Names that are printed, parameters as {@code param.name}. */
    Set<String> used() {
        return used;
    }

    private void check(Json.Text text) {
        Matcher matcher = PLACEHOLDER.matcher(text.value());
        while (matcher.find()) {
            String name = matcher.group(1);
            String shown = matcher.group();
            used.add(name);
            if (name.startsWith("param.")) {
                if (!head.parameters().containsKey(name.substring("param.".length()))) {
                    faults.add(RuleCheck.PLACEHOLDER, text.place(), shown);
                }
                continue;
            }
            String type = lets.get(name);
            if (type == null) {
                if (!head.source().obj("let").has(name)) {
                    faults.add(RuleCheck.PLACEHOLDER, text.place(), shown);
                }
            } else if (!RuleType.isScalar(RuleType.element(type))) {
                faults.add(RuleCheck.PLACEHOLDER_TYPE, text.place(), shown, type);
            } else if (secrets.isSecret(name)) {
                faults.add(RuleCheck.SENSITIVE, text.place(), shown);
            }
        }
        if (PLACEHOLDER.matcher(text.value()).replaceAll("").matches(".*[{}].*")) {
            faults.add(RuleCheck.PLACEHOLDER, text.place(), "{");
        }
    }
}
