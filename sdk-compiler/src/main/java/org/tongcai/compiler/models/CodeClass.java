package org.tongcai.compiler.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.sun.codemodel.JBlock;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JClassAlreadyExistsException;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JDocComment;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JFieldVar;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JOp;
import com.sun.codemodel.JVar;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.CodeValue;
import org.tongcai.bundle.CodeList;

/**
 * Writes the class of a code list: an open value type. The codes of the list are constants; any other code survives the round trip and is reported
 * by the validation, never by an exception. A list of more than {@value #MOST_CONSTANTS} codes (regions, the catalogue) gets no constants: nobody
 * types them, and they would fill the class; its codes are looked up in the standard. The type still keeps a region from being taken for an item
 * of the catalogue.
 */
final class CodeClass {
    /** Beyond that, no constants. */
    static final int MOST_CONSTANTS = 300;

    private final CodeList list;
    private final JDefinedClass target;
    private final JCodeModel model;
    private final Map<String, String> constants;

    private CodeClass(JDefinedClass target, CodeList list) {
        this.list = list;
        this.target = target;
        this.model = target.owner();
        Map<String, String> names = JavaNames.constants(list.entries());
        this.constants = names.size() > MOST_CONSTANTS ? Map.of() : names;
    }

    /** Adds the class {@code name} to the model. */
    static void write(JCodeModel model, String name, CodeList list) {
        try {
            new CodeClass(model._class(JMod.PUBLIC | JMod.FINAL, name, com.sun.codemodel.ClassType.CLASS), list)
                    .write();
        } catch (JClassAlreadyExistsException e) {
            throw new ModelException("Two classes are called " + name, e);
        }
    }

    private void write() {
        JDocComment doc = target.javadoc();
        Doc.describe(doc, list);
        doc.append(
                "\n\n<p>Open: any other code is kept as it is, and the validation reports it. Immutable; compare with {@code equals}.");
        target.annotate(Generated.class).param("value", ModelGenerator.class.getName());
        target._implements(CodeValue.class);
        JFieldVar known = constants.isEmpty() ? null : knownField();
        constantFields();
        JFieldVar code = target.field(JMod.PRIVATE | JMod.FINAL, String.class, "code");
        constructor(code);
        if (known != null) {
            knownMethods(known);
        }
        ofMethod(known);
        codeMethod(code);
        objectMethods(code);
        adapter();
    }

    private JFieldVar knownField() {
        JClass map = model.ref(Map.class).narrow(model.ref(String.class), target);
        return target.field(
                JMod.PRIVATE | JMod.STATIC | JMod.FINAL,
                map,
                // Lower case, so that no code can have its name.
                "constants",
                JExpr._new(model.ref(LinkedHashMap.class).narrow(model.ref(String.class), target)));
    }

    private void constantFields() {
        constants.forEach((code, name) -> {
            JFieldVar constant = target.field(
                    JMod.PUBLIC | JMod.STATIC | JMod.FINAL,
                    target,
                    name,
                    JExpr.invoke("constant").arg(code));
            describe(constant.javadoc(), code);
        });
    }

    /** The newest meaning; older ones of the same code are history. */
    private void describe(JDocComment doc, String code) {
        List<CodeList.Entry> meanings =
                list.entries().stream().filter(e -> e.code().equals(code)).toList();
        CodeList.Entry entry = meanings.stream()
                .filter(e -> e.validTo() == null)
                .findFirst()
                .orElse(meanings.get(meanings.size() - 1));
        doc.append("{@code " + code + "} " + Doc.title(entry.name()));
        if (entry.validTo() != null) {
            doc.append(" Valid to " + entry.validTo() + ".");
        }
    }

    private void constructor(JFieldVar code) {
        JMethod constructor = target.constructor(JMod.PRIVATE);
        JVar value = constructor.param(String.class, "code");
        constructor
                .body()
                .assign(
                        JExpr._this().ref(code),
                        model.ref(Objects.class)
                                .staticInvoke("requireNonNull")
                                .arg(value)
                                .arg("code"));
    }

    private void knownMethods(JFieldVar known) {
        JMethod constant = target.method(JMod.PRIVATE | JMod.STATIC, target, "constant");
        JVar code = constant.param(String.class, "code");
        JBlock body = constant.body();
        JVar value = body.decl(target, "value", JExpr._new(target).arg(code));
        body.add(known.invoke("put").arg(code).arg(value));
        body._return(value);

        JMethod isKnown = target.method(JMod.PUBLIC, boolean.class, "known");
        isKnown.javadoc().append("Whether the code stands in the list, today or at some time.");
        isKnown.javadoc().addReturn().append("true where it does");
        isKnown.body()._return(known.invoke("containsKey").arg(JExpr.ref("code")));

        JMethod values = target.method(
                JMod.PUBLIC | JMod.STATIC, model.ref(Collection.class).narrow(target), "values");
        values.javadoc().append("All codes of the list.");
        values.javadoc().addReturn().append("in the order of the list; cannot be changed");
        values.body()
                ._return(model.ref(Collections.class)
                        .staticInvoke("unmodifiableCollection")
                        .arg(known.invoke("values")));
    }

    private void ofMethod(@Nullable JFieldVar known) {
        JMethod of = target.method(JMod.PUBLIC | JMod.STATIC, target, "of");
        of.annotate(JsonCreator.class).param("mode", JsonCreator.Mode.DELEGATING);
        JVar code = of.param(String.class, "code");
        of.javadoc().append("The value for a code, whether the list has it or not.");
        of.javadoc().addParam(code).append("the code as it stands on the wire; never null");
        of.javadoc().addReturn().append("the value");
        if (known == null) {
            of.body()._return(JExpr._new(target).arg(code));
            return;
        }
        JVar constant = of.body().decl(target, "constant", known.invoke("get").arg(code));
        of.body()._if(constant.ne(JExpr._null()))._then()._return(constant);
        of.body()._return(JExpr._new(target).arg(code));
    }

    private void codeMethod(JFieldVar code) {
        JMethod method = target.method(JMod.PUBLIC, String.class, "code");
        method.annotate(Override.class);
        method.annotate(JsonValue.class);
        method.javadoc().append("The code as it stands on the wire.");
        method.javadoc().addReturn().append("the code");
        method.body()._return(code);
    }

    private void objectMethods(JFieldVar code) {
        JMethod equals = target.method(JMod.PUBLIC, boolean.class, "equals");
        equals.annotate(Override.class);
        JVar other = equals.param(Object.class, "other");
        other.annotate(Nullable.class);
        equals.body()
                ._return(other._instanceof(target)
                        .cand(code.invoke("equals").arg(JExpr.ref(JExpr.cast(target, other), code))));
        JMethod hashCode = target.method(JMod.PUBLIC, int.class, "hashCode");
        hashCode.annotate(Override.class);
        hashCode.body()._return(code.invoke("hashCode"));
        JMethod toString = target.method(JMod.PUBLIC, String.class, "toString");
        toString.annotate(Override.class);
        toString.body()._return(code);
    }

    /** Nested, so that it is loaded only by JAXB: hosts without JAXB never see its superclass. */
    private void adapter() {
        try {
            JDefinedClass adapter = target._class(JMod.PUBLIC | JMod.STATIC | JMod.FINAL, "Adapter");
            adapter._extends(model.ref(XmlAdapter.class).narrow(model.ref(String.class), target));
            adapter.javadoc().append("For JAXB.");
            adapter.constructor(JMod.PUBLIC).javadoc().append("For JAXB.");
            JMethod unmarshal = adapter.method(JMod.PUBLIC, target, "unmarshal");
            unmarshal.annotate(Override.class);
            JVar text = unmarshal.param(String.class, "code");
            unmarshal.body()._return(unlessNull(text, target.staticInvoke("of").arg(text)));
            JMethod marshal = adapter.method(JMod.PUBLIC, String.class, "marshal");
            marshal.annotate(Override.class);
            JVar value = marshal.param(target, "value");
            marshal.body()._return(unlessNull(value, value.invoke("code")));
            for (JMethod method : List.of(unmarshal, marshal)) {
                method.annotate(Nullable.class);
                method.params().get(0).annotate(Nullable.class);
            }
            target.annotate(XmlJavaTypeAdapter.class).param("value", adapter);
        } catch (JClassAlreadyExistsException e) {
            throw new ModelException("Two classes are called Adapter", e);
        }
    }

    private static JExpression unlessNull(JVar variable, JExpression value) {
        return JOp.cond(variable.eq(JExpr._null()), JExpr._null(), value);
    }
}
