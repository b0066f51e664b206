package org.tongcai.compiler.xsd;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecType;

/**
 * W3C XML Schemas (XSD 1.0) of the standard as XML: one per document type, self-contained, documented in Chinese and English. The mapping, and
 * what such a schema cannot say, is laid down in {@code spec/technical/encoding.md}. Immutable; the spec must have passed the linter (examples
 * apart).
 */
public final class XmlSchemas {
    /**
     * Longer lists have neither an upper bound nor a check that nothing appears twice: content models of more than 5,000 places are refused by the
     * JDK, those of some thousands exhaust MSV's stack.
     */
    public static final int LONG_LIST = 1_000;
    /** Texts that may have more characters are not matched against patterns: MSV needs stack for each character. */
    public static final int LONG_TEXT = 500;

    /** Prefix of the standard's namespace where one is needed. */
    static final String PREFIX = "tc";

    private static final String NAMESPACE = "https://tongcai.org/ns/";
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private final Spec spec;

    /** For one spec. */
    public XmlSchemas(Spec spec) {
        this.spec = spec;
    }

    /** Namespace of all elements and types of an edition. */
    public static String namespace(String edition) {
        return NAMESPACE + edition;
    }

    /** All files: {@code <documentType>.xsd} → bytes. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (SpecType type : spec.documentTypes()) {
            files.put(type.documentName() + ".xsd", document(type).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** The schema of a document type, by its name on the wire. */
    public String document(String documentType) {
        return document(spec.documentTypes().stream()
                .filter(candidate -> candidate.documentName().equals(documentType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such document type: " + documentType)));
    }

    private String document(SpecType type) {
        String namespace = namespace(spec.standard().edition());
        SchemaText out = new SchemaText();
        out.open(
                "schema",
                "xmlns:xs",
                SCHEMA,
                "xmlns",
                namespace,
                "xmlns:" + PREFIX,
                namespace,
                "targetNamespace",
                namespace,
                "elementFormDefault",
                "qualified",
                "version",
                spec.standard().version());
        Bilingual standard = spec.standard().title();
        Bilingual title = spec.title(type.termId(), type.title());
        Notes.annotation(
                out,
                new Bilingual(
                        standard.zh() + "：" + title.zh() + "。由标准生成，以 encoding.md 为准；每份单据用其类型的这一个文件校验，各文件不同时加载。",
                        standard.en() + ": " + title.en()
                                + ". Generated from the standard; encoding.md counts. A document is held against this one file of its type; no two files are loaded together."),
                "");
        Notes notes = new Notes(spec);
        SimpleTypes simple = new SimpleTypes(spec, notes);
        new ComplexTypes(spec, type, notes, simple).write(out);
        simple.write(out);
        return out.close().toString();
    }
}
