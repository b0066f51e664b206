package org.tongcai.examples;

import java.io.PrintStream;
import java.util.List;

/** Tables on a terminal, where a Chinese character is as wide as two Latin letters. */
public final class TextTable {
    private TextTable() {}

    /**
     * Prints rows of equal length.
     *
     * @param left how many of the first columns stand to the left; the others, of figures, to the right
     */
    public static void print(PrintStream out, List<List<String>> rows, int left) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String gap = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(i < left ? row.get(i) + gap : gap + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
