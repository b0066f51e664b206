package org.tongcai.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.TypeDefinition;

/** The fields of the types of a bundle: their place in a frame, type and title. Thread-safe. */
final class Fields {
    private final Bundle bundle;
    private final Slots slots;
    private final Map<String, Field> known;
    /** Numbers of the fields that were asked for; null where nobody wants to know. */
    private final @Nullable BitSet asked;

    /** One field. */
    record Field(String name, int slot, Type type, Bilingual title) {}

    Fields(Bundle bundle, Slots slots) {
        this(bundle, slots, new ConcurrentHashMap<>(), null);
    }

    private Fields(Bundle bundle, Slots slots, Map<String, Field> known, @Nullable BitSet asked) {
        this.bundle = bundle;
        this.slots = slots;
        this.known = known;
        this.asked = asked;
    }

    /** The same fields; {@link Slots#number} of those that are asked for goes into a set. For one thread. */
    Fields noting(BitSet into) {
        return new Fields(bundle, slots, known, into);
    }

    /** Of a union, the fields of all branches: one of them is what is read. */
    private void note(String struct, String name, BitSet into) {
        int number = slots.number(struct, name);
        if (number >= 0) {
            into.set(number);
        }
        TypeDefinition type = bundle.type(struct);
        if (type.isUnion()) {
            type.branches().values().forEach(branch -> note(branch, name, into));
        }
    }

    /**
     * A field that rules may read.
     *
     * @throws BundleException if there is none, or it is not noted
     */
    Field field(String struct, String name) {
        if (asked != null) {
            note(struct, name, asked);
        }
        return known.computeIfAbsent(struct + "." + name, key -> {
            TypeDefinition.Property property = property(struct, name);
            int slot = slots.slot(struct, name);
            if (property == null || slot < 0) {
                throw new BundleException(
                        "a rule reads " + key + ", which " + (property == null ? "does not exist" : "is not noted"),
                        null);
            }
            return new Field(name, slot, Type.of(property.node()), property.title());
        });
    }

    /** A field that is noted; null where it is not, or does not exist. */
    @Nullable
    Field find(String struct, String name) {
        return slots.slot(struct, name) < 0 || property(struct, name) == null ? null : field(struct, name);
    }

    /** The chain of fields that leads from a type through objects and lists; null where one is not noted. */
    @Nullable
    List<Field> chain(String struct, List<String> names) {
        List<Field> chain = new ArrayList<>();
        String at = struct;
        for (String name : names) {
            Field field = at == null ? null : find(at, name);
            if (field == null) {
                return null;
            }
            chain.add(field);
            Type type = field.type();
            while (type.is(Type.Kind.LIST)) {
                type = type.items();
            }
            at = type.struct();
        }
        return chain;
    }

    /** How many cells an object of the type has. */
    int size(String struct) {
        return slots.size(struct);
    }

    /** A union has the fields of all its branches. */
    private TypeDefinition.@Nullable Property property(String struct, String name) {
        TypeDefinition type = bundle.type(struct);
        if (type.isUnion()) {
            for (String branch : type.branches().values()) {
                TypeDefinition.Property found = property(branch, name);
                if (found != null) {
                    return found;
                }
            }
        }
        for (TypeDefinition.Property property : type.properties()) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }
}
