package org.tongcai.compiler.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.ClassType;
import com.sun.codemodel.JClassAlreadyExistsException;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import org.jsonschema2pojo.Annotator;
import org.jsonschema2pojo.GenerationConfig;
import org.jsonschema2pojo.NoopRuleLogger;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.SchemaStore;
import org.jsonschema2pojo.rules.ObjectRule;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;
import org.jsonschema2pojo.util.ParcelableHelper;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.SpecType;

/** The rules of jsonschema2pojo, with ours where a class, a property or the type of a code is written. */
final class ModelRules extends RuleFactory {
    private final ModelSource source;

    ModelRules(GenerationConfig config, Annotator annotator, DerivedSchemas schemas, ModelSource source) {
        super(config, annotator, new SchemaStore(schemas, new NoopRuleLogger()));
        this.source = source;
    }

    @Override
    public Rule<JDefinedClass, JDefinedClass> getPropertyRule() {
        return new PropertyMember(this, source);
    }

    @Override
    public Rule<JClassContainer, JType> getTypeRule() {
        Rule<JClassContainer, JType> standard = super.getTypeRule();
        return (name, node, parent, container, schema) -> {
            JsonNode code = node.get(DerivedSchemas.CODE_CLASS);
            return code == null
                    ? standard.apply(name, node, parent, container, schema)
                    : container.owner()._getClass(code.asText());
        };
    }

    @Override
    public Rule<JPackage, JType> getObjectRule() {
        return new ClassRule();
    }

    /** Writes a class as jsonschema2pojo does, or the abstract base of a union, and what every class of ours has. */
    private final class ClassRule extends ObjectRule {
        private ClassRule() {
            super(ModelRules.this, new ParcelableHelper(), getReflectionHelper());
        }

        @Override
        public JType apply(String name, JsonNode node, @Nullable JsonNode parent, JPackage target, Schema schema) {
            JType written = node.has(DerivedSchemas.UNION)
                    ? union(node, target, schema)
                    : super.apply(name, node, parent, target, schema);
            if (written instanceof JDefinedClass generated
                    && !generated.constructors().hasNext()) {
                SpecType type = source.type(generated);
                new ObjectMembers(generated, type, source).write();
            }
            return written;
        }

        private JDefinedClass union(JsonNode node, JPackage target, Schema schema) {
            try {
                JDefinedClass base = target.owner()
                        ._class(
                                JMod.PUBLIC | JMod.ABSTRACT,
                                node.get("javaType").asText(),
                                ClassType.CLASS);
                schema.setJavaTypeIfEmpty(base);
                getAnnotator().typeInfo(base, node);
                return base;
            } catch (JClassAlreadyExistsException e) {
                return e.getExistingClass();
            }
        }
    }
}
