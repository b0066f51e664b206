package org.tongcai.compiler.contradiction;

import java.util.List;
import org.tongcai.Bilingual;

/**
 * Rules that no document keeps together.
 *
 * @param documentType type of the documents
 * @param rule a rule
 * @param others the other rule; several where it is one of them, or all; empty where nothing shows what is in the way
 * @param document where this was seen: names of the cases that were put together
 */
public record Contradiction(String documentType, String rule, List<String> others, String document) {
    public Contradiction {
        others = List.copyOf(others);
    }

    /** What is wrong. */
    public Bilingual message() {
        String named = String.join("、", others);
        return new Bilingual(
                documentType + "：" + rule + " 与 " + (named.isEmpty() ? "结构" : named) + " 矛盾，没有单据能同时遵守（" + document
                        + "）",
                documentType + ": " + rule + " contradicts " + (named.isEmpty() ? "the structure" : named)
                        + ", no document keeps both (" + document + ")");
    }

    @Override
    public String toString() {
        return message().en();
    }
}
