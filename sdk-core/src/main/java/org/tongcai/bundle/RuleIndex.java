package org.tongcai.bundle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Layer;
import org.tongcai.Severity;

/**
 * All rules of the standard, for {@code explain} and dictionaries. Immutable.
 *
 * @param subjects what the rules are about, in the order of their ids
 * @param rules by id
 */
public record RuleIndex(List<Subject> subjects, List<Entry> rules) {
    /** No rules. */
    public static final RuleIndex EMPTY = new RuleIndex(List.of(), List.of());

    public RuleIndex {
        subjects = List.copyOf(subjects);
        rules = List.copyOf(rules);
    }

    /** The rule of that id; null for none. */
    public @Nullable Entry rule(String id) {
        for (Entry rule : rules) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        return null;
    }

    /** A subject: the middle part of rule ids, {@code TENDER}. */
    public record Subject(String id, Bilingual title) {}

    /**
     * A rule as written.
     *
     * @param id stable id
     * @param subject id of its subject
     * @param title what it demands
     * @param appliesTo document types
     * @param stage rules, references or quality
     * @param severity how grave it is to break it
     * @param confidence how well the source is known
     * @param parameters its figures by name
     * @param each name → list, as written
     * @param on the day whose law decides, as written; null: the day of issue
     * @param when whether it concerns a document, as written; null: always
     * @param let name → expression, as written, in order
     * @param assertion what must hold, as written
     * @param target the field that findings point at
     * @param message what is wrong
     * @param fix what to do
     * @param citations where it comes from
     * @param from first day in force; null: always
     * @param to last day in force; null: still
     * @param replacedBy the rule that took its place; null for none
     * @param example how a document breaks it and keeps it; null for none
     */
    public record Entry(
            String id,
            String subject,
            Bilingual title,
            List<String> appliesTo,
            Layer stage,
            Severity severity,
            String confidence,
            Map<String, RuleDefinition.Parameter> parameters,
            Map<String, String> each,
            @Nullable String on,
            @Nullable String when,
            Map<String, String> let,
            String assertion,
            String target,
            Bilingual message,
            Bilingual fix,
            List<Citation> citations,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String replacedBy,
            RuleDefinition.@Nullable Example example) {
        private static final Pattern LIMIT = Pattern.compile("\\blimit\\.([A-Za-z]\\w*)");
        // a text may hold brackets, so that only the literal before the closing one counts
        private static final Pattern WORDING = Pattern.compile("\\bwording\\([^'\"]*['\"](\\w+)['\"]\\)");

        public Entry {
            appliesTo = List.copyOf(appliesTo);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
            let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
            citations = List.copyOf(citations);
        }

        /** Ids of the limits that its expressions read, in the order in which they occur. */
        public Set<String> limits() {
            return named(LIMIT);
        }

        /** Ids of the groups of wordings that its expressions look for, in the order in which they occur. */
        public Set<String> wordings() {
            return named(WORDING);
        }

        private Set<String> named(Pattern pattern) {
            Set<String> names = new LinkedHashSet<>();
            Stream.of(
                            each.values().stream(),
                            Stream.of(text(on), text(when)),
                            let.values().stream(),
                            Stream.of(assertion))
                    .flatMap(texts -> texts)
                    .forEach(text -> pattern.matcher(text).results().forEach(match -> names.add(match.group(1))));
            return names;
        }

        private static String text(@Nullable String expression) {
            return expression == null ? "" : expression;
        }
    }
}
