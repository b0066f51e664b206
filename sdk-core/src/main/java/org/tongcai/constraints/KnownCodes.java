package org.tongcai.constraints;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;

/** The codes that a list holds or held at some time. Immutable. */
final class KnownCodes {
    private final Set<String> codes = new HashSet<>();
    private final @Nullable Pattern shape;
    private final CodeList.Coverage coverage;
    private final Bilingual unknown;

    KnownCodes(CodeList list) {
        for (CodeList.Entry entry : list.entries()) {
            codes.add(entry.code());
        }
        coverage = list.coverage();
        // Patterns of the dialect mean the same in java.util.regex, and those of lists have no nested repetition.
        String pattern = coverage.codePattern();
        shape = pattern == null ? null : Pattern.compile(pattern);
        String en = list.title().en();
        unknown = new Bilingual(
                "不在代码表“" + list.title().zh() + "”（" + list.id() + "）中",
                "is not in the code list " + (en.isEmpty() ? list.id() : en + " (" + list.id() + ")"));
    }

    /** Whether the list holds or held the code, or says itself that it may lack it. The engine only warns of the latter. */
    boolean mayHold(String code) {
        return codes.contains(code)
                || (shape == null || shape.matcher(code).matches())
                        && (coverage.completeUntil() != null
                                || coverage.unverified().contains(code));
    }

    /** What is said of other codes. Not the code itself: it may be a name that slipped into the field. */
    Bilingual unknown() {
        return unknown;
    }
}
