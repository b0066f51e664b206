package org.tongcai.compiler.models;

import com.sun.codemodel.JBlock;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JFieldVar;
import com.sun.codemodel.JInvocation;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JVar;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Writes what every class has: Javadoc, constructor, {@code equals}, {@code hashCode} and a {@code toString} that keeps secrets. */
final class ObjectMembers {
    private static final String MASK = "***";

    private final JDefinedClass target;
    private final SpecType type;
    private final ModelSource source;
    private final Map<String, JFieldVar> fields;

    ObjectMembers(JDefinedClass target, SpecType type, ModelSource source) {
        this.target = target;
        this.type = type;
        this.source = source;
        this.fields = target.fields();
    }

    void write() {
        new Doc(source.spec()).describe(target.javadoc(), type);
        Doc.deprecate(target, target.javadoc(), type.deprecated());
        target.annotate(Generated.class).param("value", ModelGenerator.class.getName());
        if (type.isUnion()) {
            target.constructor(JMod.PROTECTED).javadoc().append("For the branches.");
            return;
        }
        target.constructor(JMod.PUBLIC).javadoc().append("Without any value.");
        equalsMethod();
        hashCodeMethod();
        toStringMethod();
    }

    private void equalsMethod() {
        JMethod equals = target.method(JMod.PUBLIC, boolean.class, "equals");
        equals.annotate(Override.class);
        JVar other = equals.param(Object.class, "other");
        other.annotate(Nullable.class);
        JBlock body = equals.body();
        body._if(JExpr._this().eq(other))._then()._return(JExpr.TRUE);
        body._if(other.eq(JExpr._null()).cor(other.invoke("getClass").ne(JExpr.invoke("getClass"))))
                ._then()
                ._return(JExpr.FALSE);
        if (fields.isEmpty()) {
            body._return(JExpr.TRUE);
            return;
        }
        JVar that = body.decl(target, "that", JExpr.cast(target, other));
        JClass objects = target.owner().ref(Objects.class);
        JExpression all = null;
        for (JFieldVar field : fields.values()) {
            JExpression same = objects.staticInvoke("equals")
                    .arg(JExpr.refthis(field.name()))
                    .arg(that.ref(field));
            all = all == null ? same : all.cand(same);
        }
        body._return(all);
    }

    private void hashCodeMethod() {
        JMethod hashCode = target.method(JMod.PUBLIC, int.class, "hashCode");
        hashCode.annotate(Override.class);
        JInvocation hash = target.owner().ref(Objects.class).staticInvoke("hash");
        fields.values().forEach(hash::arg);
        hashCode.body()._return(hash);
    }

    private void toStringMethod() {
        JMethod toString = target.method(JMod.PUBLIC, String.class, "toString");
        toString.annotate(Override.class);
        JClass joiner = target.owner().ref(StringJoiner.class);
        JVar text = toString.body()
                .decl(
                        joiner,
                        unusedName("text"),
                        JExpr._new(joiner).arg(", ").arg(target.name() + "[").arg("]"));
        Set<String> sensitive = sensitive();
        for (JFieldVar field : fields.values()) {
            JExpression value = JExpr.refthis(field.name());
            JExpression shown = JExpr.lit(propertyName(field) + "=")
                    .plus(sensitive.contains(propertyName(field)) ? JExpr.lit(MASK) : value);
            toString.body()
                    ._if(value.ne(JExpr._null()))
                    ._then()
                    .add(text.invoke("add").arg(shown));
        }
        toString.body()._return(text.invoke("toString"));
    }

    private String unusedName(String name) {
        return fields.containsKey(name) ? unusedName(name + "_") : name;
    }

    /** The field of a property whose name is a word of Java has an underscore in front. */
    private static String propertyName(JFieldVar field) {
        return field.name().startsWith("_") ? field.name().substring(1) : field.name();
    }

    /** Names of the properties from sensitivity personal on. */
    private Set<String> sensitive() {
        Set<String> sensitive = new TreeSet<>();
        for (SpecProperty property : type.properties()) {
            if (property.sensitivity().compareTo(Node.Sensitivity.PERSONAL) >= 0) {
                sensitive.add(property.name());
            }
        }
        return sensitive;
    }
}
