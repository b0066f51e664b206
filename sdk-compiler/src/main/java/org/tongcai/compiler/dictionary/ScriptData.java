package org.tongcai.compiler.dictionary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.WordingGroup;

/** Data as scripts that assign a global: a page opened from a file may load a script beside it but not fetch JSON. */
final class ScriptData {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ScriptData() {}

    /** The entries of a code list: code, Chinese, English, parent, from, to, successors, remark; trailing blanks left out. */
    static String codes(CodeList list) throws IOException {
        StringWriter out = new StringWriter();
        out.write("window.TONGCAI_CODES=");
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartArray();
            for (CodeList.Entry entry : list.entries()) {
                json.writeRaw('\n');
                row(
                        json,
                        List.of(
                                entry.code(),
                                entry.name().zh(),
                                entry.name().en(),
                                text(entry.parent()),
                                text(entry.validFrom()),
                                text(entry.validTo()),
                                String.join(" ", entry.replacedBy()),
                                remark(entry)));
            }
            json.writeEndArray();
        }
        return out.append(";\n").toString();
    }

    /** Everything that the search box finds: rows of id, name, Chinese, English, address, grouped. */
    static String search(Dictionary dictionary, Sources sources) throws IOException {
        StringWriter out = new StringWriter();
        out.write("window.TONGCAI_SEARCH=");
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            Manifest manifest = dictionary.manifest();
            json.writeArrayFieldStart("documents");
            for (Manifest.DocumentType type : manifest.documentTypes()) {
                String id = dictionary.type(type.type()).termId();
                row(json, id, type.name(), type.title(), Links.document(type.name()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("fields");
            for (Term term : dictionary.terms()) {
                if (term.path().indexOf('.') >= 0) {
                    row(json, term.id(), term.path(), term.title(), dictionary.href(term.path()));
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("types");
            for (String type : dictionary.sharedTypes()) {
                row(json, dictionary.type(type).termId(), type, dictionary.title(type), Links.type(type));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("lists");
            for (Manifest.CodeListEntry list : manifest.codeLists()) {
                row(json, "", list.id(), list.title(), Links.codeList(list.id()));
            }
            json.writeEndArray();
            codes(json, dictionary);
            rules(json, dictionary);
            json.writeArrayFieldStart("checks");
            for (Check check : Check.values()) {
                row(json, "", check.id(), check.template(), Links.CHECKS + "#" + check.id());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sources");
            for (Sources.Source source : sources.all()) {
                row(json, source.id(), source.number(), source.title(), Links.SOURCES + "#" + source.anchor());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.append(";\n").toString();
    }

    /** Codes of the small lists; the big ones have a filter of their own. */
    private static void codes(JsonGenerator json, Dictionary dictionary) throws IOException {
        json.writeArrayFieldStart("codes");
        for (Manifest.CodeListEntry entry : dictionary.manifest().codeLists()) {
            CodeList list = dictionary.codeList(entry.id());
            if (!CodeListPage.isBig(list)) {
                for (CodeList.Entry code : list.entries()) {
                    String href = Links.codeList(list.id()) + Links.fragment(Links.code(code.code()));
                    row(json, list.title().zh(), code.code(), code.name(), href);
                }
            }
        }
        json.writeEndArray();
    }

    /** Rules, their figures and wordings, and lifecycles. */
    private static void rules(JsonGenerator json, Dictionary dictionary) throws IOException {
        json.writeArrayFieldStart("rules");
        for (RuleIndex.Entry rule : dictionary.rules()) {
            row(json, "", rule.id(), rule.title(), dictionary.ruleHref(rule.id()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lifecycles");
        for (LifecycleDefinition lifecycle : dictionary.lifecycles()) {
            row(json, "", lifecycle.id(), lifecycle.title(), Links.lifecycle(lifecycle.id()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("figures");
        for (RuleLimit limit : dictionary.limits()) {
            row(json, "", limit.id(), limit.title(), Links.LIMITS + Links.fragment(limit.id()));
        }
        for (WordingGroup group : dictionary.wordings()) {
            row(json, "", group.id(), group.title(), Links.WORDINGS + Links.fragment(group.id()));
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, String id, String name, Bilingual title, String href)
            throws IOException {
        json.writeRaw('\n');
        row(json, List.of(id, name, title.zh(), title.en(), href));
    }

    private static void row(JsonGenerator json, List<String> cells) throws IOException {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isEmpty()) {
            last--;
        }
        json.writeStartArray();
        for (String cell : cells.subList(0, last)) {
            json.writeString(cell);
        }
        json.writeEndArray();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String remark(CodeList.Entry entry) {
        String source = text(entry.source());
        String note = text(entry.note());
        return source.isEmpty() || note.isEmpty() ? source + note : source + "；" + note;
    }
}
