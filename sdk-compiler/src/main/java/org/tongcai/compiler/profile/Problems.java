package org.tongcai.compiler.profile;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.SpecProblem;

/** What is wrong with a profile. Not thread-safe. */
final class Problems {
    private final List<SpecProblem> all = new ArrayList<>();

    /** The profile allows what the standard does not. */
    void weaker(Place place, String zh, String en) {
        add("profile.weaker", place, zh, en);
    }

    /** It names something that is not there. */
    void unknown(Place place, String zh, String en) {
        add("profile.unknown", place, zh, en);
    }

    /** It cannot be understood. */
    void form(Place place, String zh, String en) {
        add("profile.form", place, zh, en);
    }

    /** It adds outside its own namespace. */
    void namespace(Place place, String zh, String en) {
        add("profile.namespace", place, zh, en);
    }

    /** It does not go with this standard or profile. */
    void base(Place place, String zh, String en) {
        add("profile.base", place, zh, en);
    }

    void add(SpecProblem problem) {
        all.add(problem);
    }

    private void add(String id, Place place, String zh, String en) {
        all.add(new SpecProblem(id, place, new Bilingual(zh, en)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order of the files. */
    List<SpecProblem> sorted() {
        return all.stream()
                .sorted(java.util.Comparator.comparing(SpecProblem::place))
                .toList();
    }
}
