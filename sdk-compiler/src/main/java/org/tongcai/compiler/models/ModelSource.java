package org.tongcai.compiler.models;

import com.sun.codemodel.JDefinedClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** The standard, asked the way the rules ask. What it does not have is a {@link ModelException}. */
final class ModelSource {
    private final Spec spec;
    private final Map<String, SpecType> unions = new LinkedHashMap<>();
    private final Map<String, String> codeClasses;

    ModelSource(Spec spec) {
        this.spec = spec;
        for (SpecType type : spec.types().values()) {
            for (String branch : type.branches()) {
                SpecType other = unions.putIfAbsent(branch, type);
                if (other != null) {
                    throw new ModelException(branch + " is a branch of both " + other.name() + " and " + type.name()
                            + "; a Java class can extend only one");
                }
            }
        }
        codeClasses = JavaNames.classes(boundCodeLists(), spec.types().keySet());
    }

    Spec spec() {
        return spec;
    }

    SpecType type(String name) {
        SpecType type = spec.types().get(name);
        if (type == null) {
            throw new ModelException("No type " + name + " in the standard");
        }
        return type;
    }

    /** The type that a generated class stands for. */
    SpecType type(JDefinedClass generated) {
        return type(generated.name());
    }

    SpecProperty property(SpecType type, String name) {
        SpecProperty property = type.property(name);
        if (property == null) {
            throw new ModelException("No property " + type.name() + "." + name + " in the standard");
        }
        return property;
    }

    /** The union of which {@code type} is a branch; null for none. */
    @Nullable
    SpecType unionOf(SpecType type) {
        return unions.get(type.name());
    }

    /** The discriminator value that chooses {@code branch}. */
    String discriminatorValue(SpecType union, String branch) {
        String discriminator = union.discriminator();
        if (discriminator != null
                && property(type(branch), discriminator).node() instanceof Node.Text text
                && text.constant() != null) {
            return text.constant();
        }
        throw new ModelException("Branch " + branch + " of " + union.name() + " has no constant discriminator");
    }

    CodeList codeList(String id) {
        SpecCodeList list = spec.codeLists().get(id);
        if (list == null) {
            throw new ModelException("No code list " + id + " in the standard");
        }
        return list.list();
    }

    /** Simple names of the classes of the code lists that some field is bound to, by id. */
    Map<String, String> codeClasses() {
        return codeClasses;
    }

    /** Simple name of the class of a code list that some field is bound to. */
    String codeClass(String id) {
        String name = codeClasses.get(id);
        if (name == null) {
            throw new ModelException("No class for the code list " + id);
        }
        return name;
    }

    /** Ids of the code lists that some field is bound to, sorted. */
    private List<String> boundCodeLists() {
        TreeSet<String> ids = new TreeSet<>();
        for (SpecType type : spec.types().values()) {
            for (SpecProperty property : type.properties()) {
                if (property.element() instanceof Node.Text text && text.codeList() != null) {
                    ids.add(text.codeList());
                }
            }
        }
        return List.copyOf(ids);
    }
}
