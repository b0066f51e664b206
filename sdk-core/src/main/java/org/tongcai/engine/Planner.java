package org.tongcai.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.rule.Slots;

/** Compiles types of a bundle into plans, each once, when first asked for. Thread-safe. */
final class Planner {
    private final Bundle bundle;
    private final Slots slots;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final Map<String, CodePlan.Source> codeLists = new ConcurrentHashMap<>();

    Planner(Bundle bundle, Slots slots) {
        this.bundle = bundle;
        this.slots = slots;
    }

    /** The plan of a type; {@link BundleException} where the bundle has no such type or it is damaged. */
    Plan type(String name) {
        Plan known = plans.get(name);
        return known != null ? known : compile(name);
    }

    private synchronized Plan compile(String name) {
        // Plans become visible to others only when all that they refer to are complete.
        Map<String, Plan> made = new HashMap<>(plans);
        Plan plan = build(name, made);
        plans.putAll(made);
        return plan;
    }

    private Plan build(String name, Map<String, Plan> made) {
        Plan known = made.get(name);
        if (known != null) {
            return known;
        }
        TypeDefinition definition = bundle.type(name);
        if (definition.isUnion()) {
            UnionPlan union = new UnionPlan(definition);
            made.put(name, union);
            List<ObjectPlan> branches = new ArrayList<>();
            for (String branch : definition.branches().values()) {
                if (!(build(branch, made) instanceof ObjectPlan plan)) {
                    throw new BundleException("branch " + branch + " of " + name + " is no object", null);
                }
                branches.add(plan);
            }
            if (branches.isEmpty()) {
                throw new BundleException("union without branches: " + name, null);
            }
            union.complete(branches.toArray(ObjectPlan[]::new));
            return union;
        }
        ObjectPlan object = new ObjectPlan(definition, slots.size(name));
        made.put(name, object);
        complete(object, made);
        return object;
    }

    private void complete(ObjectPlan object, Map<String, Plan> made) {
        TypeDefinition definition = object.definition();
        // The presence of a member is a bit already; only values make questions.
        Map<String, List<ConditionPlan.Question>> questions = new HashMap<>();
        List<ConditionPlan> conditions = new ArrayList<>();
        int facts = 0;
        for (TypeDefinition.Condition condition : definition.conditions()) {
            List<ConditionPlan.Question> own = new ArrayList<>();
            List<Integer> present = new ArrayList<>();
            for (TypeDefinition.Test test : condition.tests()) {
                if (test.values().isEmpty()) {
                    present.add(object.names().place(test.property()));
                } else {
                    ConditionPlan.Question question = new ConditionPlan.Question(facts++, test.values());
                    own.add(question);
                    questions
                            .computeIfAbsent(test.property(), property -> new ArrayList<>())
                            .add(question);
                }
            }
            conditions.add(new ConditionPlan(
                    condition,
                    object.names(),
                    own,
                    present.stream().mapToInt(Integer::intValue).toArray()));
        }
        CriticalPlan critical = CriticalPlan.of(definition, object.names(), facts);
        if (critical != null) {
            facts += 2;
            critical.questions(bundle.manifest().profiles())
                    .forEach((property, question) -> questions
                            .computeIfAbsent(property, p -> new ArrayList<>())
                            .add(question));
        }
        boolean header = definition.name().equals(Header.TYPE);
        Member[] members = new Member[definition.properties().size()];
        for (int i = 0; i < members.length; i++) {
            Property property = definition.properties().get(i);
            Header role = header ? Header.of(property.name()) : Header.NONE;
            members[i] = new Member(
                    property,
                    plan(property.node(), role, made),
                    questions.getOrDefault(property.name(), List.of()),
                    slots.slot(definition.name(), property.name()),
                    slots.number(definition.name(), property.name()),
                    definition.documentType() != null && property.name().equals(Header.HEADER.word(0)));
        }
        object.complete(members, conditions.toArray(ConditionPlan[]::new), facts, critical);
    }

    private Plan plan(Node node, Header role, Map<String, Plan> made) {
        if (node instanceof Node.Text text) {
            return new TextPlan(text, codes(text), role);
        }
        if (node instanceof Node.Whole whole) {
            return new WholePlan(whole);
        }
        if (node instanceof Node.Sequence sequence) {
            return new SequencePlan(sequence, plan(sequence.items(), Header.NONE, made));
        }
        if (node instanceof Node.Reference reference) {
            return build(reference.type(), made);
        }
        return new FlagPlan();
    }

    private @Nullable CodePlan codes(Node.Text text) {
        String list = text.codeList();
        Node.Binding binding = text.binding();
        if (list == null) {
            return null;
        }
        CodePlan.Source source = codeLists.computeIfAbsent(list, id -> new CodePlan.Source(bundle, id));
        return new CodePlan(source, binding == null ? Node.Binding.REQUIRED : binding);
    }
}
