package org.tongcai.compiler.spec;

import java.util.List;
import org.tongcai.bundle.TypeDefinition;

/**
 * A condition of a type (section 5 of the dialect). Immutable.
 *
 * @param source its JSON
 * @param termId stable id
 * @param title Chinese title
 * @param tests all must hold for {@code then} to apply
 * @param then obligations when they hold
 * @param otherwise obligations when they do not
 * @param basis citations as written
 */
public record SpecCondition(
        Json.Obj source,
        String termId,
        String title,
        List<TypeDefinition.Test> tests,
        TypeDefinition.Obligation then,
        TypeDefinition.Obligation otherwise,
        List<String> basis) {
    public SpecCondition {
        tests = List.copyOf(tests);
        basis = List.copyOf(basis);
    }
}
