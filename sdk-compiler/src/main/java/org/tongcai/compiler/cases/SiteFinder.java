package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Property;

/** Finds for every type below a document type the shortest way to it, and for every member a place where it stands. */
final class SiteFinder {
    private final Bundle bundle;
    private final ObjectBuilder builder;

    SiteFinder(Bundle bundle, ObjectBuilder builder) {
        this.bundle = bundle;
        this.builder = builder;
    }

    /** One site a type; where conditions keep members out of the first, further sites of the same type follow it. */
    List<Site> find(TypeDefinition root, ObjectNode maximal) {
        List<Site> sites = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Queue<Site> queue = new ArrayDeque<>();
        queue.add(new Site(root, "", JsonNodeFactory.instance.arrayNode(), maximal));
        while (!queue.isEmpty()) {
            Site site = queue.remove();
            if (!seen.add(site.type().name())) {
                continue;
            }
            sites.add(site);
            enqueue(site, site.type().properties(), queue);
            for (Site variant : variants(site)) {
                sites.add(variant);
                List<Property> added = site.type().properties().stream()
                        .filter(p ->
                                variant.object().has(p.name()) && !site.object().has(p.name()))
                        .toList();
                enqueue(variant, added, queue);
            }
        }
        return sites;
    }

    private void enqueue(Site site, List<Property> properties, Queue<Site> queue) {
        for (Property property : properties) {
            JsonNode value = site.object().get(property.name());
            if (value == null) {
                continue;
            }
            Node node = property.node();
            String pointer = site.at(property.name());
            if (node instanceof Node.Sequence sequence) {
                node = sequence.items();
                value = value.get(0);
                pointer += "/0";
            }
            if (node instanceof Node.Reference reference) {
                enqueue(site, pointer, value, bundle.type(reference.type()), queue);
            }
        }
    }

    private void enqueue(Site parent, String pointer, JsonNode value, TypeDefinition type, Queue<Site> queue) {
        if (!type.isUnion()) {
            queue.add(new Site(type, pointer, parent.setUp(), (ObjectNode) value));
            return;
        }
        String kind = value.path(String.valueOf(type.discriminator())).asText();
        for (Map.Entry<String, String> branch : type.branches().entrySet()) {
            TypeDefinition branchType = bundle.type(branch.getValue());
            Site site = new Site(branchType, pointer, parent.setUp(), (ObjectNode) value);
            queue.add(
                    branch.getKey().equals(kind)
                            ? site
                            : site.with(builder.build(branchType, ObjectBuilder.Extent.MAXIMAL, Map.of(), Set.of())));
        }
    }

    /** Objects of the same type that bring members which the conditions keep out of the first one. */
    private List<Site> variants(Site site) {
        Set<String> missing = new LinkedHashSet<>();
        for (Property property : site.type().properties()) {
            if (!site.object().has(property.name())) {
                missing.add(property.name());
            }
        }
        List<Site> variants = new ArrayList<>();
        for (Condition condition : site.type().conditions()) {
            for (ConditionCase side : ConditionCase.of(site.type(), condition, builder)) {
                ObjectNode object =
                        builder.attempt(site.type(), ObjectBuilder.Extent.MAXIMAL, side.given(), side.without());
                if (object == null) {
                    continue;
                }
                Set<String> brought = new LinkedHashSet<>(missing);
                brought.removeIf(name -> !object.has(name));
                if (!brought.isEmpty()) {
                    missing.removeAll(brought);
                    variants.add(site.with(object));
                }
            }
        }
        return variants;
    }
}
