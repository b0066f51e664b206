package org.tongcai.compiler.models;

import com.sun.codemodel.JAnnotatable;
import com.sun.codemodel.JDocComment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.Deprecation;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Writes Javadoc in both languages that passes doclint. */
final class Doc {
    private final Spec spec;

    Doc(Spec spec) {
        this.spec = spec;
    }

    /** Title, description, term id and sources of a type. */
    void describe(JDocComment doc, SpecType type) {
        doc.append(title(spec.title(type.termId(), type.title())));
        descriptions(doc, spec.description(type.termId(), type.description()));
        facts(doc, List.of(type.termId()), type.basis());
    }

    /** Title, description, term id, notation, unit and sources of a property. */
    void describe(JDocComment doc, SpecProperty property) {
        doc.append(title(property));
        descriptions(doc, spec.description(property.termId(), property.description()));
        List<String> facts = new ArrayList<>();
        facts.add(property.termId());
        if (property.notation() != null) {
            facts.add(property.notation());
        }
        if (property.unit() != null) {
            facts.add(property.unit());
        }
        facts(doc, facts, property.basis());
    }

    /** Title and description of a code list, and where it comes from. */
    static void describe(JDocComment doc, CodeList list) {
        doc.append(title(list.title()));
        descriptions(doc, list.description());
        String sources = list.sources().stream().map(Object::toString).collect(Collectors.joining("；"));
        paragraph(doc, list.id() + (sources.isEmpty() ? "" : " · " + sources));
    }

    /** The title of a property, in one line. */
    String title(SpecProperty property) {
        return title(spec.title(property.termId(), property.title()));
    }

    /** One line: 中文 · English, ended by a full stop. */
    static String title(Bilingual title) {
        String text = title.en().isEmpty() || title.en().equals(title.zh())
                ? title.zh().strip()
                : title.zh().strip() + " · " + title.en().strip();
        return escape(text.endsWith(".") ? text : text + ".");
    }

    /** Marks what is deprecated: annotation and tag. */
    static <T extends JAnnotatable> void deprecate(T target, JDocComment doc, @Nullable Deprecation deprecation) {
        if (deprecation != null) {
            target.annotate(Deprecated.class);
            doc.addDeprecated().append(title(deprecation.text()));
        }
    }

    private void facts(JDocComment doc, List<String> facts, List<String> basis) {
        String sources = spec.citations(basis).stream().map(Object::toString).collect(Collectors.joining("；"));
        paragraph(doc, String.join(" · ", facts) + (sources.isEmpty() ? "" : " · " + sources));
    }

    private static void descriptions(JDocComment doc, Bilingual description) {
        paragraph(doc, description.zh());
        if (!description.en().equals(description.zh())) {
            paragraph(doc, description.en());
        }
    }

    private static void paragraph(JDocComment doc, String text) {
        if (!text.isBlank()) {
            doc.append("\n\n<p>" + escape(text.strip()));
        }
    }

    /** The text as Javadoc shows it: no HTML, no tags, no end of comment, no Unicode escape. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                case '\\' -> out.append("&#92;");
                case '*' -> out.append("&#42;");
                case '\r' -> {}
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
