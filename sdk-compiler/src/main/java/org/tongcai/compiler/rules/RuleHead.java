package org.tongcai.compiler.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.spec.Json;

/** What a rule says about itself: all but its expressions. Immutable. */
record RuleHead(
        Json.Obj source,
        String subject,
        String id,
        Bilingual title,
        List<String> appliesTo,
        Layer stage,
        Severity severity,
        String confidence,
        Map<String, RuleDefinition.Parameter> parameters,
        Bilingual message,
        Bilingual fix,
        List<Citation> citations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String replacedBy) {}
