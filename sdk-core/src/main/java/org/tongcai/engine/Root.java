package org.tongcai.engine;

import java.util.HashSet;
import java.util.Set;

/**
 * A document type with what is written around a document of it. Immutable.
 *
 * @param name name on the wire, that of the root element
 * @param type its plan
 * @param tags the root element
 * @param unions whether a document may hold a value of a union, so that {@code xsi:type} is needed
 */
record Root(String name, ObjectPlan type, Tags tags, boolean unions) {
    static Root of(String name, ObjectPlan type) {
        return new Root(name, type, new Tags(name), holdsUnion(type, new HashSet<>()));
    }

    private static boolean holdsUnion(ObjectPlan type, Set<ObjectPlan> seen) {
        if (!seen.add(type)) {
            return false;
        }
        for (int i = 0; i < type.names().size(); i++) {
            Plan plan = type.member(i).plan;
            Plan value = plan instanceof SequencePlan list ? list.items() : plan;
            if (value instanceof UnionPlan || value instanceof ObjectPlan object && holdsUnion(object, seen)) {
                return true;
            }
        }
        return false;
    }
}
