package org.tongcai.compiler.dictionary;

import java.util.Comparator;

/** Articles in the order of the law: 第九条 before 第十条 before 第一百零一条; what is no numbered article follows by its text. */
enum ArticleOrder implements Comparator<String> {
    INSTANCE;

    private static final String DIGITS = "零一二三四五六七八九";

    @Override
    public int compare(String left, String right) {
        int byNumber = Integer.compare(number(left), number(right));
        return byNumber != 0 ? byNumber : left.compareTo(right);
    }

    /** Number of the article that the text begins with; 0 for the empty text, which is the whole law. */
    static int number(String article) {
        if (article.isEmpty()) {
            return 0;
        }
        int end = article.indexOf('条');
        if (!article.startsWith("第") || end < 0) {
            return Integer.MAX_VALUE;
        }
        int total = 0;
        int digit = 0;
        for (char c : article.substring(1, end).toCharArray()) {
            if (c == '百' || c == '十') {
                // 十五 has no digit in front of its 十
                total += Math.max(1, digit) * (c == '百' ? 100 : 10);
                digit = 0;
            } else if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                return Integer.MAX_VALUE;
            }
        }
        return total + digit;
    }
}
