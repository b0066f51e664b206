package org.tongcai.compiler.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JDocComment;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JFieldVar;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JType;
import com.sun.codemodel.JVar;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;
import org.jsonschema2pojo.util.NameHelper;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Writes a property: the field as it stands on the wire, and getter, setter and {@code with} in its Java type. */
final class PropertyMember implements Rule<JDefinedClass, JDefinedClass> {
    private final RuleFactory rules;
    private final ModelSource source;
    private final Doc doc;

    PropertyMember(RuleFactory rules, ModelSource source) {
        this.rules = rules;
        this.source = source;
        this.doc = new Doc(source.spec());
    }

    @Override
    public JDefinedClass apply(
            String name, JsonNode node, @Nullable JsonNode parent, JDefinedClass owner, Schema schema) {
        SpecType type = source.type(owner);
        SpecProperty property = source.property(type, name);
        Schema propertySchema = rules.getSchemaStore()
                .create(
                        schema,
                        "#/properties/" + name,
                        rules.getGenerationConfig().getRefFragmentPathDelimiters());
        JType wire = rules.getSchemaRule().apply(name, node, parent, owner, propertySchema);
        NameHelper names = rules.getNameHelper();
        JFieldVar field =
                owner.field(JMod.PRIVATE, fieldType(wire, property.node()), names.getPropertyName(name, node));
        Constraints.annotate(field, property.node(), property.required());
        rules.getAnnotator().propertyField(field, owner, name, node);
        new Accessors(owner, field, accessorType(wire, property.node()), property)
                .write(
                        names.getGetterName(name, wire, node),
                        names.getSetterName(name, node),
                        names.getBuilderName(name, node));
        return owner;
    }

    private static JType fieldType(JType wire, Node node) {
        return node instanceof Node.Sequence sequence && wire instanceof JClass list
                ? list.erasure().narrow(Constraints.annotatedItem(item(list), sequence.items()))
                : wire;
    }

    private static JType accessorType(JType wire, Node node) {
        Form form = Form.of(node);
        if (form == Form.PLAIN) {
            return wire;
        }
        JClass type = wire.owner().ref(form.javaType);
        return node instanceof Node.Sequence && wire instanceof JClass list
                ? list.erasure().narrow(type)
                : type;
    }

    private static JClass item(JClass list) {
        return list.getTypeParameters().get(0);
    }

    /** Getter, setter and {@code with} of one field. */
    private final class Accessors {
        private final JDefinedClass owner;
        private final JFieldVar field;
        private final JType type;
        private final SpecProperty property;
        private final Form form;

        private Accessors(JDefinedClass owner, JFieldVar field, JType type, SpecProperty property) {
            this.owner = owner;
            this.field = field;
            this.type = type;
            this.property = property;
            this.form = Form.of(property.node());
        }

        private void write(String getterName, String setterName, String withName) {
            JMethod getter = owner.method(JMod.PUBLIC, type, getterName);
            getter.annotate(Nullable.class);
            doc.describe(getter.javadoc(), property);
            boolean copy = form != Form.PLAIN && property.node() instanceof Node.Sequence;
            getter.javadoc()
                    .addReturn()
                    .append(doc.title(property) + " null: absent" + (copy ? "; a copy that cannot be changed" : ""));
            if (form != Form.PLAIN) {
                getter.javadoc()
                        .addThrows(owner.owner()
                                .ref(
                                        form == Form.DECIMAL
                                                ? NumberFormatException.class
                                                : java.time.DateTimeException.class))
                        .append("if the text that was read is not valid; the validation reports it too");
            }
            Doc.deprecate(getter, getter.javadoc(), property.deprecated());
            getter.body()._return(form == Form.PLAIN ? field : converted(field.name(), form.parse("text"), "text"));

            JMethod setter = owner.method(JMod.PUBLIC, owner.owner().VOID, setterName);
            assign(setter);

            JMethod with = owner.method(JMod.PUBLIC, owner, withName);
            assign(with);
            with.javadoc().addReturn().append("this");
            with.body()._return(JExpr._this());
        }

        private void assign(JMethod method) {
            JVar value = method.param(type, field.name());
            value.annotate(Nullable.class);
            JDocComment comment = method.javadoc();
            comment.append(doc.title(property));
            comment.addParam(value).append("the value; null: absent");
            Doc.deprecate(method, comment, property.deprecated());
            method.body()
                    .assign(
                            JExpr._this().ref(field),
                            form == Form.PLAIN ? value : converted(value.name(), form.format("value"), "value"));
        }

        private JExpression converted(String variable, String conversion, String lambda) {
            if (property.node() instanceof Node.Sequence) {
                return JExpr.direct(variable + " == null ? null : " + variable + ".stream().map(" + lambda + " -> "
                        + conversion + ").toList()");
            }
            return JExpr.direct(variable + " == null ? null : " + conversion.replace(lambda, variable));
        }
    }
}
