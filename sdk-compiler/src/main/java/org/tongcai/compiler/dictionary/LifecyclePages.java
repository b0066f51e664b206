package org.tongcai.compiler.dictionary;

import java.util.List;
import java.util.Objects;
import org.tongcai.Bilingual;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Clock;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.bundle.LifecycleDefinition.Unit;

/** The list of lifecycles and a page for each: its diagram, what may happen in each state, and the terms that run. */
final class LifecyclePages {
    private static final Bilingual TITLE = new Bilingual("生命周期", "Lifecycles");

    private final Dictionary dictionary;
    private final Sources sources;

    LifecyclePages(Dictionary dictionary, Sources sources) {
        this.dictionary = dictionary;
        this.sources = sources;
    }

    /** All lifecycles. */
    Page index() {
        Page page = new Page(Links.LIFECYCLES, TITLE);
        Html html = page.body();
        page.head(new Bilingual(
                        "一件事物有哪些状态，什么情况下可以发生什么，期限从何时起算、何时停止。流程事件报告的每一步都据此核验。",
                        "The states of a thing, what may happen when, and the terms that run. Every step that a process event reports is"
                                + " judged by it."))
                .close()
                .line();
        html.open("ul", "class", "entries", "role", "list");
        for (LifecycleDefinition lifecycle : dictionary.lifecycles()) {
            html.open("li", "class", "entry").open("div", "class", "entry-name");
            html.open("a", "href", Links.lifecycle(lifecycle.id()))
                    .both(lifecycle.title())
                    .close()
                    .element("code", lifecycle.id());
            html.close().open("div").element("p", lifecycle.description(), "class", "description");
            html.open("p", "class", "meta");
            html.text(lifecycle.states().size() + " ").both("个状态", "states");
            html.text(" · " + lifecycle.transitions().size() + " ").both("个变化", "transitions");
            html.text(" · " + lifecycle.clocks().size() + " ").both("个期限", "terms");
            html.close().close().close().line();
        }
        html.close();
        return page;
    }

    /** One lifecycle. */
    Page page(LifecycleDefinition lifecycle) {
        Page page = new Page(Links.lifecycle(lifecycle.id()), lifecycle.title());
        page.crumb(TITLE, Links.LIFECYCLES);
        Html html = page.body();
        page.head(lifecycle.description());
        html.open("p", "class", "names")
                .element("code", lifecycle.id())
                .open("a", "href", page.root() + Links.document(lifecycle.documentType()));
        html.both(dictionary.documentNamed(lifecycle.documentType()).title())
                .close()
                .close();
        CitationView citations = new CitationView(sources, page.root());
        citations.write(html, lifecycle.citations());
        html.close().line();
        html.open("section", "id", "diagram").element("h2", new Bilingual("状态图", "State diagram"));
        html.open("p", "class", "meta")
                .both(
                        "自上而下；粗框是起点，双框是可以终止的状态，虚线框中期限停止计时，虚线是退回。",
                        "From top to bottom. Heavy: initial; double: may rest for good; dashed box: terms stand still; dashed line: back.");
        html.close();
        new StateDiagram(lifecycle).write(html);
        html.close().line();
        clocks(html, lifecycle, citations);
        html.open("section", "id", "transitions").element("h2", new Bilingual("状态和变化", "States and transitions"));
        html.open("div", "class", "table-wrap").open("table", "class", "transitions");
        head(
                html,
                new Bilingual("事件", "Event"),
                new Bilingual("变为", "To"),
                new Bilingual("单据", "Documents"),
                new Bilingual("条件和要求", "Guards and demands"),
                new Bilingual("依据", "Basis"));
        lifecycle.states().forEach(state -> state(html, lifecycle, state, citations, page.root()));
        html.close().close().close().line();
        return page;
    }

    private void state(Html html, LifecycleDefinition lifecycle, State state, CitationView citations, String root) {
        html.open("tbody").open("tr", "id", StateDiagram.anchor(state.id()));
        html.open("th", "scope", "rowgroup", "colspan", "5")
                .both(state.title())
                .text(" ")
                .element("code", state.id());
        if (state.id().equals(lifecycle.initial())) {
            html.text(" ").element("span", new Bilingual("起点", "initial"), "class", "count");
        }
        if (lifecycle.finals().contains(state.id())) {
            html.text(" ").element("span", new Bilingual("可以终止", "may rest for good"), "class", "count");
        }
        html.close().close().line();
        for (Transition transition : lifecycle.transitions()) {
            if (transition.from().equals(state.id())) {
                transition(html, lifecycle, transition, citations, root);
            }
        }
        html.close().line();
    }

    private void transition(
            Html html, LifecycleDefinition lifecycle, Transition transition, CitationView citations, String root) {
        html.open("tr").open("td");
        event(html, lifecycle, transition.event());
        html.close().open("td").open("a", "href", Links.fragment(StateDiagram.anchor(transition.to())));
        State to = lifecycle.state(transition.to());
        html.both(to == null ? new Bilingual(transition.to(), "") : to.title())
                .close()
                .close();
        html.open("td");
        for (List<String> group : transition.documents()) {
            html.open("div");
            for (int i = 0; i < group.size(); i++) {
                if (i > 0) {
                    html.text(" ").both("或", "or").text(" ");
                }
                html.open("a", "href", root + Links.document(group.get(i)))
                        .both(dictionary.documentNamed(group.get(i)).title())
                        .close();
            }
            html.close();
        }
        html.close().open("td");
        if (transition.reasonRequired()) {
            html.element("div", new Bilingual("说明理由", "a reason"));
        }
        if (transition.signatureRequired()) {
            html.element("div", new Bilingual("签名", "a signature"));
        }
        for (String guard : transition.guards()) {
            html.open("div")
                    .open("a", "href", root + dictionary.ruleHref(guard))
                    .element("code", guard);
            html.close().text(" ").both(dictionary.rule(guard).title()).close();
        }
        html.close().open("td", "class", "citations");
        citations.links(html, transition.citations());
        html.close().close().line();
    }

    private void clocks(Html html, LifecycleDefinition lifecycle, CitationView citations) {
        if (lifecycle.clocks().isEmpty()) {
            return;
        }
        html.open("section", "id", "terms").element("h2", new Bilingual("期限", "Terms"));
        html.open("div", "class", "table-wrap").open("table", "class", "clocks");
        head(
                html,
                new Bilingual("期限", "Term"),
                new Bilingual("起算", "Starts"),
                new Bilingual("终止", "Ends"),
                new Bilingual("停止计时", "Stands still in"),
                new Bilingual("严重程度", "Severity"),
                new Bilingual("依据", "Basis"));
        html.open("tbody");
        for (Clock clock : lifecycle.clocks()) {
            html.open("tr").open("td").both(clock.title());
            html.element("div", length(clock), "class", "length");
            if (clock.from() != null) {
                html.open("div", "class", "meta");
                html.both(Objects.requireNonNull(RuleView.term(clock.from(), null)))
                        .close();
            }
            html.close();
            events(html, lifecycle, clock.start());
            events(html, lifecycle, clock.stop());
            html.open("td");
            for (String paused : clock.pausedIn()) {
                State state = lifecycle.state(paused);
                html.open("div").open("a", "href", Links.fragment(StateDiagram.anchor(paused)));
                html.both(state == null ? new Bilingual(paused, "") : state.title())
                        .close()
                        .close();
            }
            html.close().open("td");
            RuleTable.severity(html, clock.severity());
            html.close().open("td", "class", "citations");
            citations.links(html, clock.citations());
            html.close().close().line();
        }
        html.close().close().close().close().line();
    }

    private static Bilingual length(Clock clock) {
        String zh = clock.unit() == Unit.DAYS ? " 日" : " 个工作日";
        String en = clock.unit() == Unit.DAYS ? " days" : " working days";
        return new Bilingual(
                (clock.least() ? "不少于 " : "不超过 ") + clock.limit() + zh,
                (clock.least() ? "at least " : "at most ") + clock.limit() + en);
    }

    private static void events(Html html, LifecycleDefinition lifecycle, List<String> ids) {
        html.open("td");
        for (String id : ids) {
            html.open("div");
            event(html, lifecycle, id);
            html.close();
        }
        html.close();
    }

    private static void event(Html html, LifecycleDefinition lifecycle, String id) {
        Event event = lifecycle.event(id);
        if (event != null) {
            html.both(event.title()).text(" ");
        }
        html.element("code", id);
    }

    private static void head(Html html, Bilingual... heads) {
        html.open("thead").open("tr");
        for (Bilingual head : heads) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().line();
    }
}
