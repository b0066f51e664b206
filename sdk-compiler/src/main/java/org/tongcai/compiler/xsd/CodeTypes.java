package org.tongcai.compiler.xsd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.strict.StrictSchemas;

/**
 * Code lists as simple types: all codes ever in force, since which of them is in force on the document's day is not for a schema to say. Lists
 * that are long, or may lack codes, are given by the shape of their codes alone.
 */
final class CodeTypes {
    private final Spec spec;
    private final Notes notes;

    CodeTypes(Spec spec, Notes notes) {
        this.spec = spec;
        this.notes = notes;
    }

    /** The content of the list's type. */
    Consumer<SchemaText> of(String id) {
        return out -> {
            annotate(out, id);
            CodeList list = list(id);
            Map<String, List<CodeList.Entry>> codes = codes(list);
            if (!enumerated(list)) {
                String pattern = list.coverage().codePattern();
                Restriction shape = new Restriction("xs:string");
                (pattern == null ? shape : shape.pattern(pattern)).write(out);
                return;
            }
            out.open("restriction", "base", "xs:string");
            codes.forEach((code, spans) -> {
                out.open("enumeration", "value", code);
                notes.code(out, spans);
                out.close();
            });
            out.close();
        };
    }

    /** Of the list with own codes besides. */
    void annotateExtended(SchemaText out, String id) {
        Bilingual title = list(id).title();
        Notes.annotation(out, new Bilingual(title.zh() + "，或自有代码", title.en() + ", or an own code"), "");
    }

    private void annotate(SchemaText out, String id) {
        CodeList list = list(id);
        String file = "codelists/" + id + ".csv";
        notes.codeList(
                out,
                list,
                enumerated(list)
                        ? Bilingual.EMPTY
                        : new Bilingual(
                                " 代码见 " + file + "，此处只查其形式。",
                                " The codes are in " + file + "; only their shape is checked here."));
    }

    /** Whether the schema can name all codes: it does where they are few, and where the list claims to be complete. */
    static boolean enumerated(CodeList list) {
        CodeList.Coverage coverage = list.coverage();
        return coverage.completeUntil() == null
                && coverage.unverified().isEmpty()
                && codes(list).size() <= StrictSchemas.ENUM_LIMIT;
    }

    private static Map<String, List<CodeList.Entry>> codes(CodeList list) {
        Map<String, List<CodeList.Entry>> codes = new LinkedHashMap<>();
        list.entries()
                .forEach(entry -> codes.computeIfAbsent(entry.code(), code -> new ArrayList<>(1))
                        .add(entry));
        return codes;
    }

    private CodeList list(String id) {
        return Objects.requireNonNull(spec.codeLists().get(id), id).list();
    }
}
