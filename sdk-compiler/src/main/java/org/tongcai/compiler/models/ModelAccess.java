package org.tongcai.compiler.models;

import com.sun.codemodel.JBlock;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JFieldRef;
import com.sun.codemodel.JFieldVar;
import com.sun.codemodel.JInvocation;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JSwitch;
import com.sun.codemodel.JVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.binding.ModelValues;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/**
 * Writes the methods of {@link Model}: switches over the places of the properties, so that nothing is looked up by name or by reflection.
 * Places are those of the type in the standard, the discriminator of a branch included, although the class has no field for it. To be done when
 * all classes are there.
 */
final class ModelAccess {
    private static final String NEW_BRANCH = "newBranch";

    private final JDefinedClass target;
    private final JCodeModel model;
    private final SpecType type;
    private final ModelSource source;

    ModelAccess(JDefinedClass target, SpecType type, ModelSource source) {
        this.target = target;
        this.model = target.owner();
        this.type = type;
        this.source = source;
    }

    void write() {
        if (type.isUnion()) {
            target._implements(Model.class);
            newBranch();
            return;
        }
        if (source.unionOf(type) == null) {
            target._implements(Model.class);
        }
        JMethod name = override(String.class, "modelType");
        name.body()._return(JExpr.lit(type.name()));
        properties();
        value();
        put();
        newModel();
        newText();
    }

    private JMethod override(Class<?> result, String name) {
        JMethod method = target.method(JMod.PUBLIC, result, name);
        method.annotate(Override.class);
        return method;
    }

    private static JVar place(JMethod method) {
        return method.param(int.class, "place");
    }

    /** A constant in capitals, so that no property can have its name; static, so that no mapper takes it for a property. */
    private void properties() {
        JClass strings = model.ref(List.class).narrow(String.class);
        JInvocation names = model.ref(List.class).staticInvoke("of");
        type.properties().forEach(property -> names.arg(property.name()));
        JFieldVar constant = target.field(JMod.PRIVATE | JMod.STATIC | JMod.FINAL, strings, "PROPERTIES", names);
        JMethod properties = target.method(JMod.PUBLIC, strings, "modelProperties");
        properties.annotate(Override.class);
        properties.body()._return(constant);
    }

    private void value() {
        JMethod method = override(Object.class, "modelValue");
        method.annotate(Nullable.class);
        JSwitch places = method.body()._switch(place(method));
        for (int i = 0; i < type.properties().size(); i++) {
            SpecProperty property = type.properties().get(i);
            String constant = discriminator(property);
            places._case(JExpr.lit(i)).body()._return(constant != null ? JExpr.lit(constant) : field(property));
        }
        otherwise(places, method, "noPlace");
    }

    private void put() {
        JMethod method = override(void.class, "putModelValue");
        JVar place = place(method);
        JVar value = method.param(Object.class, "value");
        value.annotate(Nullable.class);
        JSwitch places = method.body()._switch(place);
        for (int i = 0; i < type.properties().size(); i++) {
            SpecProperty property = type.properties().get(i);
            String constant = discriminator(property);
            JBlock body = places._case(JExpr.lit(i)).body();
            if (constant != null) {
                body.add(values("constant").arg(value).arg(constant));
            } else {
                body.assign(field(property), converted(property.node(), value));
            }
            body._break();
        }
        otherwise(places, method, "noPlace");
    }

    /** The value as the field keeps it. */
    private JExpression converted(Node node, JVar value) {
        if (node instanceof Node.Whole whole) {
            return values(DerivedSchemas.fitsInt(whole) ? "integer" : "whole").arg(value);
        }
        if (node instanceof Node.Sequence list) {
            return list.items() instanceof Node.Whole whole
                    ? values(DerivedSchemas.fitsInt(whole) ? "integers" : "wholes")
                            .arg(value)
                    : values("list").arg(value).arg(kept(list.items()).dotclass());
        }
        return JExpr.cast(kept(node), value);
    }

    /** The class of a value that is no number and no list. */
    private JClass kept(Node node) {
        if (node instanceof Node.Reference reference) {
            return named(reference.type());
        }
        if (node instanceof Node.Text text) {
            return text.codeList() == null ? model.ref(String.class) : named(source.codeClass(text.codeList()));
        }
        if (node instanceof Node.Flag) {
            return model.ref(Boolean.class);
        }
        throw new ModelException("No Java class for " + node);
    }

    private void newModel() {
        JMethod method = override(Model.class, "newModel");
        JVar place = place(method);
        JVar branch = method.param(String.class, "branch");
        branch.annotate(Nullable.class);
        List<Case> cases = new ArrayList<>();
        for (SpecProperty property : type.properties()) {
            if (property.element() instanceof Node.Reference reference) {
                SpecType made = source.type(reference.type());
                cases.add(new Case(
                        property,
                        made.isUnion()
                                ? named(made.name()).staticInvoke(NEW_BRANCH).arg(branch)
                                : JExpr._new(named(made.name()))));
            }
        }
        choose(method, place, cases, "noModel");
    }

    private void newText() {
        JMethod method = override(Object.class, "newText");
        JVar place = place(method);
        JVar text = method.param(String.class, "text");
        List<Case> cases = new ArrayList<>();
        for (SpecProperty property : type.properties()) {
            if (property.element() instanceof Node.Text node) {
                boolean code = node.codeList() != null && discriminator(property) == null;
                cases.add(
                        new Case(property, code ? kept(node).staticInvoke("of").arg(text) : text));
            }
        }
        choose(method, place, cases, "noText");
    }

    private record Case(SpecProperty property, JExpression answer) {}

    private void choose(JMethod method, JVar place, List<Case> cases, String refusal) {
        if (cases.isEmpty()) {
            method.body()._throw(values(refusal).arg(JExpr._this()).arg(place));
            return;
        }
        JSwitch places = method.body()._switch(place);
        for (Case each : cases) {
            places._case(JExpr.lit(type.properties().indexOf(each.property)))
                    .body()
                    ._return(each.answer);
        }
        otherwise(places, method, refusal);
    }

    private static void otherwise(JSwitch places, JMethod method, String refusal) {
        places._default()
                .body()
                ._throw(method.type()
                        .owner()
                        .ref(ModelValues.class)
                        .staticInvoke(refusal)
                        .arg(JExpr._this())
                        .arg(method.params().get(0)));
    }

    /** Of a union: the branch of that name. */
    private void newBranch() {
        JMethod method = target.method(JMod.STATIC, target, NEW_BRANCH);
        JVar branch = method.param(String.class, "branch");
        branch.annotate(Nullable.class);
        JSwitch branches = method.body()
                ._switch(model.ref(Objects.class)
                        .staticInvoke("requireNonNullElse")
                        .arg(branch)
                        .arg(""));
        for (String name : type.branches()) {
            branches._case(JExpr.lit(name)).body()._return(JExpr.direct("new " + name + "()"));
        }
        branches._default().body()._throw(values("noBranch").arg(type.name()).arg(branch));
    }

    private JInvocation values(String method) {
        return model.ref(ModelValues.class).staticInvoke(method);
    }

    private JClass named(String name) {
        JClass known = model._getClass(target._package().name() + "." + name);
        if (known == null) {
            throw new ModelException("No class " + name);
        }
        return known;
    }

    /** The fixed text of a branch's discriminator; null for other properties. */
    private @Nullable String discriminator(SpecProperty property) {
        SpecType union = source.unionOf(type);
        return union != null && property.name().equals(union.discriminator())
                ? source.discriminatorValue(union, type.name())
                : null;
    }

    private JFieldVar fieldOf(SpecProperty property) {
        JFieldVar field = target.fields().get(property.name());
        // One whose name is a word of Java has an underscore in front.
        field = field != null ? field : target.fields().get("_" + property.name());
        if (field == null) {
            throw new ModelException("No field for " + type.name() + "." + property.name());
        }
        return field;
    }

    private JFieldRef field(SpecProperty property) {
        return JExpr.refthis(fieldOf(property).name());
    }
}
