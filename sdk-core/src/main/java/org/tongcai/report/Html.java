package org.tongcai.report;

import java.util.Locale;
import org.tongcai.Bilingual;

/** Text into HTML. Whatever goes into a page passes through here or through {@link HtmlData}. */
final class Html {
    private Html() {}

    /** For element content and for attribute values in double quotes; controls and direction marks are spelled out. */
    static String escape(String text) {
        String safe = SafeText.visible(text);
        StringBuilder out = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Both languages; the style sheet shows the one that the reader chose. */
    static String both(Bilingual text) {
        String zh = escape(text.zh());
        String en = escape(text.in(Locale.ENGLISH));
        return zh.equals(en)
                ? zh
                : "<span class=\"zh\" lang=\"zh-CN\">" + zh + "</span><span class=\"en\" lang=\"en\">" + en + "</span>";
    }
}
