package org.tongcai.compiler.rules;

import java.util.Set;
import java.util.TreeSet;

/**
 * The codes that a value may have: those of lists, and single ones that the schema fixes. Immutable.
 *
 * @param lists ids of code lists
 * @param constants single codes
 */
record Codes(Set<String> lists, Set<String> constants) {
    Codes {
        lists = Set.copyOf(lists);
        constants = Set.copyOf(constants);
    }

    static Codes list(String id) {
        return new Codes(Set.of(id), Set.of());
    }

    static Codes of(String... constants) {
        return new Codes(Set.of(), Set.of(constants));
    }

    Codes or(Codes other) {
        Set<String> allLists = new TreeSet<>(lists);
        allLists.addAll(other.lists);
        Set<String> allConstants = new TreeSet<>(constants);
        allConstants.addAll(other.constants);
        return new Codes(allLists, allConstants);
    }

    /** What is allowed, for messages. */
    String shown() {
        Set<String> all = new TreeSet<>(lists);
        all.addAll(constants);
        return String.join(", ", all);
    }
}
