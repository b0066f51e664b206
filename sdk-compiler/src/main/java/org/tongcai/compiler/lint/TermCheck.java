package org.tongcai.compiler.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecLabel;
import org.tongcai.compiler.spec.SpecType;

/** Term ids are unique, every term has an English label, every label has a term. */
final class TermCheck {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Spec spec;
    private final Findings findings;
    private final Map<String, Place> terms = new HashMap<>();
    private final Set<String> conditions = new HashSet<>();

    TermCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check() {
        for (SpecType type : spec.types().values()) {
            term(type.source());
            type.properties().forEach(property -> term(property.source()));
            type.conditions().forEach(condition -> {
                term(condition.source());
                conditions.add(condition.source().text("x-termId", ""));
            });
        }
        for (SpecType type : spec.types().values()) {
            successor(type.source());
            type.properties().forEach(property -> successor(property.source()));
        }
        spec.labels().forEach(this::label);
    }

    private void term(Json.Obj source) {
        String id = source.text("x-termId", "");
        if (id.isEmpty()) {
            return; // the keyword check has said so
        }
        Place place = source.placeOf("x-termId");
        Place other = terms.putIfAbsent(id, place);
        if (other != null) {
            findings.add(LintCheck.TERM_DUPLICATE, place, id, other);
        } else if (!spec.labels().containsKey(id)) {
            findings.add(LintCheck.LABEL_MISSING, place, id);
        }
    }

    private void successor(Json.Obj source) {
        Json.Obj deprecated = source.obj("x-deprecated");
        String successor = deprecated.text("replacedBy");
        if (successor != null && !terms.containsKey(successor)) {
            findings.add(LintCheck.TERM_UNKNOWN, deprecated.placeOf("replacedBy"), successor);
        }
    }

    private void label(String id, SpecLabel label) {
        if (!terms.containsKey(id)) {
            findings.add(LintCheck.LABEL_ORPHAN, label.place(), id);
        } else if (label.title().isBlank()) {
            findings.add(LintCheck.LABEL_MISSING, label.place(), id);
        } else if (HAN.matcher(label.title()).find()) {
            findings.add(LintCheck.LABEL_LANGUAGE, label.place(), label.title());
        } else if (label.description().isBlank() && !conditions.contains(id)) {
            findings.add(LintCheck.LABEL_DESCRIPTION, label.place(), id); // the title of a condition says it all
        }
    }
}
