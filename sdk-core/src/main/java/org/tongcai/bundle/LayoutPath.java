package org.tongcai.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of a layout (spec/technical/layouts.md, section 3). Immutable.
 *
 * @param absolute whether it starts at the document instead of the current context
 * @param up how many contexts outwards it starts
 * @param steps names of members and {@link #EACH}, from there on
 */
public record LayoutPath(boolean absolute, int up, List<String> steps) {
    /** The step that stands for every item of a list. */
    public static final String EACH = "*";

    /** The current context itself, as written. */
    public static final String SELF = ".";

    private static final String NAME = "[a-z][a-zA-Z0-9]{0,47}";

    public LayoutPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path as written.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    public static LayoutPath parse(String text) {
        boolean absolute = text.startsWith("/");
        List<String> steps = new ArrayList<>();
        int up = 0;
        String rest = absolute ? text.substring(1) : text;
        if (!absolute && rest.equals(SELF)) {
            return new LayoutPath(false, 0, steps);
        }
        for (String step : rest.split("/", -1)) {
            if (step.equals("..") && steps.isEmpty() && !absolute) {
                up++;
            } else if (step.equals(EACH) && !steps.isEmpty() || step.matches(NAME)) {
                steps.add(step);
            } else {
                throw new IllegalArgumentException("not a path: " + text);
            }
        }
        return new LayoutPath(absolute, up, steps);
    }

    /** As written. */
    @Override
    public String toString() {
        if (!absolute && up == 0 && steps.isEmpty()) {
            return SELF;
        }
        String path = String.join("/", steps);
        return absolute ? "/" + path : "../".repeat(up) + path;
    }
}
