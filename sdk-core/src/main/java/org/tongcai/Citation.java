package org.tongcai;

import org.jspecify.annotations.Nullable;

/**
 * Where a requirement comes from: a law, a regulation, a national standard or the Tongcai standard itself. Immutable.
 *
 * @param document name of the document, such as 政府采购货物和服务招标投标管理办法
 * @param number its number, such as 财政部令第87号; null where it has none
 * @param article the article, such as 第十六条; null where the whole document is meant
 */
public record Citation(
        String document, @Nullable String number, @Nullable String article) {
    /** 《document》（number）article, the way Chinese legal writing cites. */
    @Override
    public String toString() {
        return "《" + document + "》" + (number == null ? "" : "（" + number + "）") + (article == null ? "" : article);
    }
}
