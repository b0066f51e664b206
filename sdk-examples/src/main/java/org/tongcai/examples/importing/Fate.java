package org.tongcai.examples.importing;

import org.tongcai.Bilingual;

/** What became of a row. Every row has exactly one fate; {@link #NOTED} and {@link #REPAIRED} are remarks on a row beside its fate. */
public enum Fate {
    /** It became a document, or a part of one. */
    IMPORTED("已导入", "imported"),
    /** It says again, or says more, about a row that was imported. */
    MERGED("已合并", "merged"),
    /** It holds no data: blank, or the head of the table once more. */
    SKIPPED("非数据行", "no data"),
    /** It could not be imported; somebody has to look at it. */
    REJECTED("未导入", "not imported"),
    /** Remark: imported after a correction. */
    REPAIRED("已修复", "repaired"),
    /** Remark: imported as it is, but worth a look. */
    NOTED("提示", "note");

    private final Bilingual title;

    Fate(String zh, String en) {
        this.title = new Bilingual(zh, en);
    }

    /** The name for people. */
    public Bilingual title() {
        return title;
    }

    /** Whether this is a remark and not a fate. */
    public boolean remark() {
        return this == REPAIRED || this == NOTED;
    }
}
