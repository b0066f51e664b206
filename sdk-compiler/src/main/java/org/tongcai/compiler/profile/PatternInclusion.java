package org.tongcai.compiler.profile;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;

/** Whether every text that one pattern accepts is accepted by another. Patterns are those of the dialect. */
final class PatternInclusion {
    private PatternInclusion() {}

    /** Whether {@code narrow} accepts nothing that {@code wide} does not. */
    static boolean isNarrower(String narrow, String wide) {
        return narrow.equals(wide) || automaton(narrow).subsetOf(automaton(wide));
    }

    private static Automaton automaton(String anchored) {
        // Inside classes and outside, the library knows one special character more than the dialect: the quotation
        // mark.
        String body = anchored.substring(1, anchored.length() - 1).replace("\"", "\\\"");
        return new RegExp(body, RegExp.NONE).toAutomaton();
    }
}
