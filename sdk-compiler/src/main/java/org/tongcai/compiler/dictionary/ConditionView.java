package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Obligation;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.bundle.TypeDefinition.Test;

/** Conditional obligations of types: the text, when it applies, and what it then requires or forbids. */
final class ConditionView {
    /** Anchor of the section on every page that has one. */
    static final String SECTION = "conditions";

    private final Dictionary dictionary;
    private final CitationView citations;

    ConditionView(Dictionary dictionary, CitationView citations) {
        this.dictionary = dictionary;
        this.citations = citations;
    }

    /** Anchor of a type's condition. */
    static String anchor(String type, int index) {
        return type + ".condition-" + (index + 1);
    }

    /** Anchors of the conditions that require or forbid a property, in order. */
    static List<String> anchorsFor(TypeDefinition type, String property) {
        List<String> anchors = new ArrayList<>();
        for (int i = 0; i < type.conditions().size(); i++) {
            Condition condition = type.conditions().get(i);
            if (names(condition.then(), property) || names(condition.otherwise(), property)) {
                anchors.add(anchor(type.name(), i));
            }
        }
        return anchors;
    }

    /** Whether some condition requires the property. */
    static boolean requires(TypeDefinition type, String property) {
        return type.conditions().stream()
                .anyMatch(condition -> condition.then().required().contains(property)
                        || condition.otherwise().required().contains(property));
    }

    private static boolean names(Obligation obligation, String property) {
        return obligation.required().contains(property)
                || obligation.forbidden().contains(property);
    }

    /** The conditions of the types, those without any left out. */
    void write(Html html, List<String> types) {
        for (String name : types) {
            TypeDefinition type = dictionary.type(name);
            if (type.conditions().isEmpty()) {
                continue;
            }
            html.open("section", "class", "condition-group");
            html.open("h3").both(type.title()).text(" ").element("code", name).close();
            html.open("ol", "class", "conditions");
            for (int i = 0; i < type.conditions().size(); i++) {
                condition(html, type, type.conditions().get(i), anchor(name, i));
            }
            html.close().close().line();
        }
    }

    private void condition(Html html, TypeDefinition type, Condition condition, String anchor) {
        html.open("li", "id", anchor);
        html.open("p", "class", "condition-text").both(condition.title());
        boolean own = type.properties().stream().noneMatch(p -> p.termId().equals(condition.termId()));
        if (own) {
            html.text(" ")
                    .element(
                            "a",
                            condition.termId(),
                            "class",
                            "term",
                            "id",
                            condition.termId(),
                            "href",
                            Links.fragment(condition.termId()));
        }
        html.close();
        html.open("dl", "class", "condition-parts");
        html.element("dt", new Bilingual("当", "When")).open("dd").open("ul");
        condition.tests().forEach(test -> html.element("li", item -> test(item, type, test)));
        html.close().close();
        obligation(html, type, condition.then(), new Bilingual("则", "Then"));
        obligation(html, type, condition.otherwise(), new Bilingual("否则", "Otherwise"));
        html.close();
        citations.write(html, condition.basis());
        html.close().line();
    }

    private void test(Html html, TypeDefinition type, Test test) {
        property(html, type, test.property());
        if (test.values().isEmpty()) {
            html.both("有值", "is present");
            return;
        }
        html.text(" = ");
        for (int i = 0; i < test.values().size(); i++) {
            if (i > 0) {
                html.both("或", "or").text(" ");
            }
            String value = test.values().get(i);
            html.element("code", value)
                    .text(" ")
                    .both(meaning(type, test.property(), value))
                    .text(" ");
        }
    }

    /** Name of the code that a condition compares with; empty for other values. */
    private Bilingual meaning(TypeDefinition type, String name, String value) {
        for (Property property : type.properties()) {
            if (property.name().equals(name)
                    && property.node() instanceof Node.Text text
                    && text.codeList() != null
                    && dictionary.hasCodeList(text.codeList())) {
                return dictionary.codeList(text.codeList()).entries().stream()
                        .filter(entry -> entry.code().equals(value))
                        .findFirst()
                        .map(entry -> entry.name())
                        .orElse(Bilingual.EMPTY);
            }
        }
        return switch (value) {
            case "true" -> new Bilingual("是", "yes");
            case "false" -> new Bilingual("否", "no");
            default -> Bilingual.EMPTY;
        };
    }

    private void obligation(Html html, TypeDefinition type, Obligation obligation, Bilingual when) {
        if (obligation.required().isEmpty() && obligation.forbidden().isEmpty()) {
            return;
        }
        html.element("dt", when).open("dd").open("ul");
        for (String required : obligation.required()) {
            html.open("li").element("span", new Bilingual("必填", "Required"), "class", "must required");
            property(html, type, required);
            html.close();
        }
        for (String forbidden : obligation.forbidden()) {
            html.open("li").element("span", new Bilingual("不得填写", "Not allowed"), "class", "must forbidden");
            property(html, type, forbidden);
            html.close();
        }
        html.close().close();
    }

    private void property(Html html, TypeDefinition type, String property) {
        String path = type.name() + "." + property;
        html.open("a", "href", Links.fragment(path))
                .both(dictionary.title(path))
                .close();
        html.text(" ").element("code", property).text(" ");
    }
}
