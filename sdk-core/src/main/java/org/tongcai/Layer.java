package org.tongcai;

/** The layers of validation, from the wire inwards. A finding names the layer that made it. */
public enum Layer {
    /** Encoding, JSON grammar, duplicate names, limits. */
    SYNTAX("syntax", "语法", "syntax"),
    /** Types, obligation, cardinality, length, pattern, format, conditions. */
    STRUCTURE("structure", "结构", "structure"),
    /** Membership in code lists, as of a date. */
    CODES("codes", "代码表", "code lists"),
    /** Identifiers with their check digits. */
    IDENTIFIERS("identifiers", "标识符", "identifiers"),
    /** Business rules: law as code. */
    RULES("rules", "业务规则", "rules"),
    /** References to other documents. */
    REFERENCES("references", "跨文档引用", "references"),
    /** Plausibility. */
    QUALITY("quality", "数据质量", "quality"),
    /** Histories: states, events and terms. */
    LIFECYCLE("lifecycle", "生命周期", "lifecycle");

    private final String id;
    private final Bilingual title;

    Layer(String id, String zh, String en) {
        this.id = id;
        this.title = new Bilingual(zh, en);
    }

    /** The name used in reports: lower case, stable. */
    public String id() {
        return id;
    }

    /** The name for people. */
    public Bilingual title() {
        return title;
    }
}
