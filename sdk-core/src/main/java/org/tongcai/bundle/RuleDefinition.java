package org.tongcai.bundle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Layer;
import org.tongcai.Severity;

/**
 * A compiled rule as it applies to one document type. Immutable. Expressions are trees as parsed from JSON: {@link Long}, {@link String} and
 * {@link Boolean} are literals, a {@link List} is a node whose first item names it (docs/design/architecture.md).
 *
 * @param id stable id, {@code GP-TENDER-001}
 * @param title what it demands
 * @param stage {@link Layer#RULES}, {@link Layer#REFERENCES} or {@link Layer#QUALITY}
 * @param severity how grave it is to break it
 * @param confidence {@code found}, {@code secondary}, {@code known} or {@code proposed}
 * @param each lists for whose elements it is judged one by one, the outer first
 * @param refs other documents that it reads, in order
 * @param parameters its figures by name
 * @param on the day whose law decides; null: the day of issue
 * @param when whether it concerns the document; null: always
 * @param let intermediate values, in order
 * @param assertion what must hold
 * @param target {@code doc} or a name of {@code each}, then names of fields
 * @param message what is wrong, with {@code {name}} for values
 * @param fix what to do
 * @param citations where it comes from
 * @param from first day in force; null: always
 * @param to last day in force; null: still
 * @param replacedBy the rule that took its place; null for none
 * @param example how a document breaks it and keeps it; null for none
 */
public record RuleDefinition(
        String id,
        Bilingual title,
        Layer stage,
        Severity severity,
        String confidence,
        List<Each> each,
        List<Reference> refs,
        Map<String, Parameter> parameters,
        @Nullable Object on,
        @Nullable Object when,
        List<Let> let,
        Object assertion,
        List<String> target,
        Bilingual message,
        Bilingual fix,
        List<Citation> citations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String replacedBy,
        @Nullable Example example) {
    public RuleDefinition {
        each = List.copyOf(each);
        refs = List.copyOf(refs);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        let = List.copyOf(let);
        target = List.copyOf(target);
        citations = List.copyOf(citations);
    }

    /** Whether it is in force on {@code day}. */
    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /**
     * A list gone through.
     *
     * @param name variable that holds the element
     * @param type type of the element
     * @param range the list; where any field on the way to it is absent, there is no element
     */
    public record Each(String name, String type, Object range) {}

    /**
     * A value with a name.
     *
     * @param name its name
     * @param type its type: {@code bool int string decimal date datetime list(T)} or a type of the standard
     * @param expr how it is computed
     * @param codeList the code list that its value is a code of; null for none
     */
    public record Let(
            String name, String type, Object expr, @Nullable String codeList) {}

    /**
     * A figure of the rule, which a profile may make stricter.
     *
     * @param type {@code int} or {@code decimal}
     * @param value as written
     * @param stricter {@code higher}, {@code lower} or {@code fixed}
     */
    public record Parameter(String type, String value, String stricter) {}

    /** How other documents are found. */
    public enum ReferenceKind {
        /** A field names them. */
        TO,
        /** They name a document. */
        FROM,
        /** Their fields have certain values. */
        WHERE
    }

    /**
     * Other documents.
     *
     * @param name name in {@code refs}
     * @param kind how they are found
     * @param type document type of what is meant
     * @param many whether it is a list
     * @param optional whether the rule is judged without it too
     * @param expr of {@code TO}: the field, a {@code DocumentReference} or a list of them; null otherwise
     * @param path of {@code FROM}: the fields of the other document that lead to its reference; lists are passed through
     * @param of of {@code FROM}: the document that is named, {@code ["ref", name]}; null: the document itself
     * @param fields of {@code WHERE}: all must match
     */
    public record Reference(
            String name,
            ReferenceKind kind,
            String type,
            boolean many,
            boolean optional,
            @Nullable Object expr,
            List<String> path,
            @Nullable Object of,
            List<Match> fields) {
        public Reference {
            path = List.copyOf(path);
            fields = List.copyOf(fields);
        }

        /** Of {@code TO}: where the field stands, {@code doc.plans.plan}, lists passed through; otherwise the path of the other document. */
        public String way() {
            return kind == ReferenceKind.TO && expr != null ? way(expr) : String.join(".", path);
        }

        private static String way(Object expr) {
            if (!(expr instanceof List<?> node) || node.size() < 2) {
                return "";
            }
            return switch (String.valueOf(node.get(0))) {
                case "v" -> String.valueOf(node.get(1));
                case "ref" -> "refs." + node.get(1);
                case "." -> way(node.get(1)) + "." + node.get(3);
                // what is mapped stands after the list that it is taken from
                case "map" -> way(node.get(2)) + way(node.get(3)).replaceFirst("^\\w+", "");
                case "filter" -> way(node.get(2));
                default -> way(node.get(1));
            };
        }
    }

    /** A field of the other document, lists passed through, and the value that it must have. */
    public record Match(List<String> path, Object expr) {
        public Match {
            path = List.copyOf(path);
        }
    }

    /**
     * A document that breaks the rule and one that keeps it, as patches (RFC 6902) of examples of the standard.
     *
     * @param pointer where the finding points
     * @param failing what makes a sound document break the rule
     * @param passing what is done to a document that keeps it; empty: nothing
     * @param message the Chinese message; null where not stated
     */
    public record Example(
            String pointer,
            List<Object> failing,
            List<Object> passing,
            @Nullable String message) {
        public Example {
            failing = List.copyOf(failing);
            passing = List.copyOf(passing);
        }
    }
}
