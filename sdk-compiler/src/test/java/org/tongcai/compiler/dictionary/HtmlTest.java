package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;

/** The writer cannot be made to write markup that it was not asked for. */
class HtmlTest {
    @Property
    void anyTextAndAttributeSurvives(@ForAll String text) {
        String html = new Html().element("p", text, "title", "t" + text).toString();
        Markup markup = Markup.read("<!doctype html>" + html);
        assertEquals(1, markup.tags().size());
        assertEquals("t" + text, markup.values("title").get(0));
        assertEquals(text, Markup.unescape(html.substring(html.indexOf('>') + 1, html.lastIndexOf('<'))));
    }

    @Test
    void oneLanguageAloneIsAlwaysShown() {
        assertEquals(
                "<span lang=\"zh-CN\">元</span>",
                new Html().both(new Bilingual("元", "")).toString());
        assertEquals(
                "<span class=\"zh\" lang=\"zh-CN\">元</span> <span class=\"en\" lang=\"en\">yuan</span>",
                new Html().both("元", "yuan").toString());
    }

    @Test
    void unfinishedHtmlIsAMistakeOfTheProgram() {
        assertThrows(IllegalStateException.class, () -> new Html().open("p").toString());
        assertThrows(IllegalArgumentException.class, () -> new Html().open("p", "class"));
        assertThrows(
                IllegalArgumentException.class, () -> Template.of("page.html").fill("title", "x"));
    }
}
