package org.tongcai.compiler.xsd;

import java.util.ArrayList;
import java.util.List;

/** A restriction of a simple type: its base and its facets, in the order in which they were added. Not thread-safe. */
final class Restriction {
    private record Facet(String name, String value) {}

    private final String base;
    private final List<Facet> facets = new ArrayList<>();

    Restriction(String base) {
        this.base = base;
    }

    Restriction with(String facet, String value) {
        facets.add(new Facet(facet, value));
        return this;
    }

    /** The pattern, which is one of the dialect. */
    Restriction pattern(String pattern) {
        return with("pattern", XsdPattern.of(pattern));
    }

    /** Bounds of the length; 0 and a negative number stand for none. */
    Restriction length(int min, int max) {
        if (min > 0) {
            with("minLength", Integer.toString(min));
        }
        return max < 0 ? this : with("maxLength", Integer.toString(max));
    }

    void write(SchemaText out) {
        if (facets.isEmpty()) {
            out.empty("restriction", "base", base);
            return;
        }
        out.open("restriction", "base", base);
        facets.forEach(facet -> out.empty(facet.name, "value", facet.value));
        out.close();
    }
}
