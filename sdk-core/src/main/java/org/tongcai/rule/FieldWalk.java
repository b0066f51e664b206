package org.tongcai.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tongcai.bundle.BundleException;
import org.tongcai.rule.Type.Kind;

/** A way of fields from a document to values, through lists: all values that it leads to, as {@link Keys}. Immutable. */
final class FieldWalk {
    private final List<Fields.Field> chain;
    private final boolean references;
    private final int typeSlot;
    private final int idSlot;

    /**
     * The way along a path.
     *
     * @param references whether the values are references to documents, whose keys are those of {@link #reference}
     */
    FieldWalk(Fields fields, String struct, List<String> path, boolean references) {
        List<Fields.Field> found = fields.chain(struct, path);
        if (found == null || found.isEmpty()) {
            throw new BundleException(struct + "." + String.join(".", path) + " is not noted", null);
        }
        this.chain = found;
        this.references = references;
        Type last = item(found.get(found.size() - 1).type());
        String target = references ? String.valueOf(last.struct()) : "";
        this.typeSlot = references ? fields.field(target, "documentType").slot() : -1;
        this.idSlot = references ? fields.field(target, "documentId").slot() : -1;
    }

    /** The key of a reference to a document. */
    static String reference(String documentType, String documentId) {
        return documentType + " " + documentId;
    }

    private static Type item(Type type) {
        return type.is(Kind.LIST) ? item(type.items()) : type;
    }

    Set<String> values(Facts facts) {
        Set<String> values = new TreeSet<>();
        walk(facts, 0, 0, values);
        return values;
    }

    private void walk(Facts facts, long object, int step, Set<String> values) {
        Fields.Field field = chain.get(step);
        cell(facts, facts.get((int) object, field.slot()), field.type(), step, values);
    }

    private void cell(Facts facts, long cell, Type type, int step, Set<String> values) {
        if (cell <= Facts.FAULTY) {
            return;
        }
        if (type.is(Kind.LIST)) {
            for (int at = facts.first((int) cell); at >= 0; at = facts.next(at)) {
                cell(facts, facts.value(at), type.items(), step, values);
            }
        } else if (step + 1 < chain.size()) {
            walk(facts, cell, step + 1, values);
        } else if (references) {
            addReference(facts, (int) cell, values);
        } else {
            Frame f = new Frame();
            long value = Path.item(facts, cell, type, f);
            values.add(Keys.of(type, value, f.side));
        }
    }

    private void addReference(Facts facts, int frame, Set<String> values) {
        long type = facts.get(frame, typeSlot);
        long id = facts.get(frame, idSlot);
        if (type > Facts.FAULTY && id > Facts.FAULTY) {
            values.add(reference(facts.string(type), facts.string(id)));
        }
    }
}
