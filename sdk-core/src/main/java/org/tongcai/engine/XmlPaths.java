package org.tongcai.engine;

import org.jspecify.annotations.Nullable;

/** Turns the JSON Pointers of findings into XPaths of the same places in an XML document. Immutable. */
final class XmlPaths {
    private final @Nullable Plan plan;
    private final @Nullable String root;
    private final boolean ours;

    /**
     * For one document.
     *
     * @param plan what the document was read with; null where its type is not known
     * @param root local name of the root element; null where the document ended before
     * @param ours whether the root is in the namespace of the edition; otherwise only local names can tell elements
     */
    XmlPaths(@Nullable Plan plan, @Nullable String root, boolean ours) {
        this.plan = plan;
        this.root = root;
        this.ours = ours;
    }

    /**
     * The XPath of a place.
     *
     * @param ordinal which child element of its parent it is, from 1, where its name alone does not tell; else 0
     */
    String of(String pointer, int ordinal) {
        if (root == null) {
            return "/";
        }
        StringBuilder out = new StringBuilder();
        out.append('/');
        name(out, root);
        String[] tokens =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        Plan at = plan;
        for (int i = 0; i < tokens.length; i++) {
            String token = tokens[i].replace("~1", "/").replace("~0", "~");
            if (isNumber(token)) {
                // No element can be named so: it is an item.
                out.append('[').append(Long.parseLong(token) + 1).append(']');
                at = at instanceof SequencePlan list ? list.items() : null;
            } else if (token.startsWith("@")) {
                attribute(out, token.substring(1));
            } else if (at instanceof UnionPlan union && union.isDiscriminator(token)) {
                out.append("/@xsi:type");
                at = null;
            } else if (ordinal > 0 && i == tokens.length - 1) {
                out.append("/*[").append(ordinal).append("][local-name()='");
                out.append(token.substring(token.indexOf(':') + 1)).append("']");
            } else {
                out.append('/');
                name(out, token);
                at = below(at, token);
            }
        }
        return out.toString();
    }

    private static @Nullable Plan below(@Nullable Plan at, String name) {
        if (at instanceof ObjectPlan object) {
            int place = object.names().find(name);
            return place < 0 ? null : object.member(place).plan;
        }
        if (at instanceof UnionPlan union) {
            for (ObjectPlan branch : union.branches()) {
                Plan found = below(branch, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void name(StringBuilder out, String name) {
        if (ours) {
            out.append("tc:").append(name);
        } else {
            out.append("*[local-name()='").append(name).append("']");
        }
    }

    private static void attribute(StringBuilder out, String name) {
        // The prefixes that a document chooses are not those of the path.
        if (name.indexOf(':') < 0) {
            out.append("/@").append(name);
        } else {
            out.append("/@*[name()='").append(name).append("']");
        }
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
