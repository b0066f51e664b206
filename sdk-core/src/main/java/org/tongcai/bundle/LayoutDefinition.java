package org.tongcai.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The official layout of a document type as the standard states it (spec/technical/layouts.md). Immutable.
 *
 * @param documentType name on the wire
 * @param body blocks in order
 * @param texts named texts: of the alternatives the first whose condition holds is printed
 * @param parts named blocks
 */
public record LayoutDefinition(
        String documentType, List<Block> body, Map<String, List<Choice>> texts, Map<String, List<Block>> parts) {
    public LayoutDefinition {
        body = List.copyOf(body);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** How sections are numbered; in layouts written as in {@link #sign()}. */
    public enum Numbering {
        CHINESE("一、"),
        PARENTHESISED("（一）"),
        ARABIC("1."),
        ARABIC_PARENTHESISED("（1）"),
        NONE("none");

        private final String sign;

        Numbering(String sign) {
            this.sign = sign;
        }

        /** As written in a layout: the first number of its kind. */
        public String sign() {
            return sign;
        }

        /** That of a section {@code depth} (from 0) sections deep which does not say. */
        public static Numbering ofDepth(int depth) {
            return values()[Math.min(depth, 3)];
        }
    }

    /** An alternative of a named text. */
    public record Choice(@Nullable Test when, LayoutTemplate text) {}

    /** A piece of a layout. Printed where {@code when} is null or holds. */
    public sealed interface Block {
        /** The condition; null for none. */
        @Nullable
        Test when();
    }

    /** Title of the notice. */
    public record Title(@Nullable Test when, LayoutTemplate text) implements Block {}

    /** A paragraph. */
    public record Paragraph(@Nullable Test when, LayoutTemplate text) implements Block {}

    /** A labelled value. */
    public record Field(@Nullable Test when, String label, LayoutTemplate value) implements Block {}

    /** A numbered section; {@code numbering} null: that of its depth. */
    public record Section(
            @Nullable Test when,
            LayoutTemplate heading,
            @Nullable Numbering numbering,
            List<Block> body) implements Block {
        public Section {
            body = List.copyOf(body);
        }
    }

    /** Blocks repeated for every value of the path for which {@code where} is null or holds. */
    public record Each(
            @Nullable Test when, LayoutPath path, @Nullable Test where, List<Block> body) implements Block {
        public Each {
            body = List.copyOf(body);
        }
    }

    /** Named blocks in the context of the path's values. */
    public record Use(@Nullable Test when, String part, LayoutPath with) implements Block {}

    /** A table, one row a value of the path; {@code empty} is printed in its place where there is no row. */
    public record Table(
            @Nullable Test when,
            LayoutPath path,
            @Nullable Test where,
            @Nullable String caption,
            List<Column> columns,
            @Nullable LayoutTemplate empty)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** A column; {@code when} is asked once, in the context of the table. */
    public record Column(@Nullable Test when, String head, LayoutTemplate cell, boolean left) {}

    /** Lines at the right, at the end. */
    public record Signature(@Nullable Test when, List<LayoutTemplate> lines) implements Block {
        public Signature {
            lines = List.copyOf(lines);
        }
    }

    /** A condition. A path with {@code *} holds where it holds for one of the values. */
    public sealed interface Test {}

    /** There is a value. */
    public record Present(LayoutPath path) implements Test {}

    /** There are at least two values. */
    public record Many(LayoutPath path) implements Test {}

    /** The value is one of these; booleans as {@code true}, {@code false}. */
    public record In(LayoutPath path, List<String> values) implements Test {
        public In {
            values = List.copyOf(values);
        }
    }

    /** All hold. */
    public record All(List<Test> tests) implements Test {
        public All {
            tests = List.copyOf(tests);
        }
    }

    /** One holds. */
    public record Any(List<Test> tests) implements Test {
        public Any {
            tests = List.copyOf(tests);
        }
    }

    /** It does not hold. */
    public record Not(Test test) implements Test {}
}
