package org.tongcai.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Severity;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;

/** The binding of a text to a code list. The list is read when the first code is looked up. Thread-safe. */
final class CodePlan {
    /** A code list that is read once for all bindings. */
    static final class Source {
        private final Bundle bundle;
        private final String id;
        private volatile @Nullable CodeIndex index;

        Source(Bundle bundle, String id) {
            this.bundle = bundle;
            this.id = id;
        }

        CodeIndex get() {
            CodeIndex known = index;
            return known != null ? known : read();
        }

        private synchronized CodeIndex read() {
            CodeIndex known = index;
            if (known == null) {
                known = new CodeIndex(bundle.codeList(id));
                index = known;
            }
            return known;
        }
    }

    private static final Bilingual INCOMPLETE =
            new Bilingual("（该表此处可能不全，请自行核实）", " (the list may be incomplete here; please check it yourself)");

    private final Source source;
    private final Node.Binding binding;

    CodePlan(Source source, Node.Binding binding) {
        this.source = source;
        this.binding = binding;
    }

    void check(Run run, TextPlan text) {
        Events events = run.events;
        CodeIndex index = source.get();
        int place = index.find(events.chars, events.length);
        if (place == CodeIndex.ABSENT) {
            if (binding != Node.Binding.EXTENSIBLE || !isOwn(events)) {
                unknown(run, text, index);
            }
        } else if (!index.always(place) && !index.inForce(place, run.day())) {
            notInForce(run, text, index, place);
        }
    }

    /** Own codes of senders: {@code x-…}. */
    private static boolean isOwn(Events events) {
        return events.length > 2 && events.chars[0] == 'x' && events.chars[1] == '-';
    }

    private Severity severity() {
        return binding == Node.Binding.PREFERRED ? Severity.WARNING : Severity.ERROR;
    }

    private void unknown(Run run, TextPlan text, CodeIndex index) {
        Events events = run.events;
        boolean mayExist = index.mayExist(events.chars, events.length, run.day());
        Severity severity = mayExist ? Severity.WARNING : severity();
        if (run.findings.keeps(Check.CODE_UNKNOWN, severity)) {
            String shown = String.valueOf(text.shown(events, Events.TEXT));
            run.add(
                    Check.CODE_UNKNOWN,
                    severity,
                    events.token,
                    shown,
                    run.citation(),
                    Plan.both(shown),
                    index.list().title(),
                    mayExist
                            ? INCOMPLETE
                            : text.isSecret() ? Bilingual.EMPTY : Similar.code(events.text(), index.list()));
        }
    }

    private void notInForce(Run run, TextPlan text, CodeIndex index, int place) {
        if (run.findings.keeps(Check.CODE_NOT_IN_FORCE, severity())) {
            Events events = run.events;
            LocalDate day = run.day();
            String shown = String.valueOf(text.shown(events, Events.TEXT));
            run.add(
                    Check.CODE_NOT_IN_FORCE,
                    severity(),
                    events.token,
                    shown,
                    run.citation(),
                    Plan.both(shown),
                    index.list().title(),
                    Plan.both(day.toString()),
                    validity(index, place));
        }
    }

    /** All spans of the code, and its successors with their names. */
    private static Bilingual validity(CodeIndex index, int place) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (CodeList.Entry span : index.spans(place)) {
            zh.append(zh.isEmpty() ? "" : "；").append(span.name().zh());
            en.append(en.isEmpty() ? "" : "; ")
                    .append(
                            span.name().en().isEmpty()
                                    ? span.name().zh()
                                    : span.name().en());
            LocalDate from = span.validFrom();
            LocalDate to = span.validTo();
            zh.append(from == null ? "" : "，自 " + from + " 起").append(to == null ? "" : "，至 " + to + " 止");
            en.append(from == null ? "" : ", from " + from).append(to == null ? "" : ", to " + to);
            if (!span.replacedBy().isEmpty()) {
                zh.append("，由 ").append(named(index, span.replacedBy(), true)).append(" 取代");
                en.append(", replaced by ").append(named(index, span.replacedBy(), false));
            }
        }
        return new Bilingual(zh.toString(), en.toString());
    }

    private static String named(CodeIndex index, List<String> codes, boolean chinese) {
        StringBuilder out = new StringBuilder();
        for (String code : codes) {
            out.append(out.isEmpty() ? "" : chinese ? "、" : ", ").append(code);
            int place = index.find(code.toCharArray(), code.length());
            if (place != CodeIndex.ABSENT) {
                Bilingual name = index.spans(place).get(0).name();
                String en = name.en().isEmpty() ? name.zh() : name.en();
                out.append(chinese ? "（" + name.zh() + "）" : " (" + en + ")");
            }
        }
        return out.toString();
    }
}
