package org.tongcai.rule;

import java.util.HashMap;
import java.util.Map;

/** The names that an expression may use. Names of one macro hide outer ones; all share one count of variables. */
final class Scope {
    private final Map<String, Typed> names;
    private final Map<String, Typed> parameters;
    private final int[] count;

    Scope() {
        this(new HashMap<>(), new HashMap<>(), new int[1]);
    }

    private Scope(Map<String, Typed> names, Map<String, Typed> parameters, int[] count) {
        this.names = names;
        this.parameters = parameters;
        this.count = count;
    }

    /** A new variable. */
    int claim() {
        return count[0]++;
    }

    /** How many variables there are. */
    int variables() {
        return count[0];
    }

    void name(String name, Typed value) {
        names.put(name, value);
    }

    void parameter(String name, Typed value) {
        parameters.put(name, value);
    }

    /** The same with one more name. */
    Scope with(String name, Typed value) {
        Map<String, Typed> more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(more, parameters, count);
    }

    Typed name(String name) {
        return known(names, name);
    }

    Typed parameter(String name) {
        return known(parameters, name);
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    private static Typed known(Map<String, Typed> map, String name) {
        Typed value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown name: " + name);
        }
        return value;
    }
}
