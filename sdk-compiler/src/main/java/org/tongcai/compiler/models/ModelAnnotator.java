package org.tongcai.compiler.models;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.JAnnotationArrayMember;
import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JFieldVar;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jsonschema2pojo.AbstractAnnotator;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/**
 * Jackson and JAXB annotations. Both read the fields, which hold the wire text; the accessors are for people. Of Jackson only
 * {@code jackson-annotations} is used, which Jackson 2 and 3 share.
 */
final class ModelAnnotator extends AbstractAnnotator {
    private final ModelSource source;

    ModelAnnotator(ModelSource source) {
        this.source = source;
    }

    /** Called once for each new class, before its fields. */
    @Override
    public void typeInfo(JDefinedClass target, JsonNode schema) {
        SpecType type = source.type(target);
        JAnnotationUse detect = target.annotate(JsonAutoDetect.class);
        for (String accessor :
                List.of("fieldVisibility", "getterVisibility", "isGetterVisibility", "setterVisibility")) {
            detect.param(accessor, JsonAutoDetect.Visibility.NONE);
        }
        target.annotate(JsonInclude.class).param("value", JsonInclude.Include.NON_NULL);
        if (type.documentType() != null) {
            target.annotate(XmlRootElement.class).param("name", type.documentName());
            Constraints.annotate(target);
        }
        if (type.isUnion()) {
            union(target, type);
        }
    }

    private void union(JDefinedClass target, SpecType type) {
        target.annotate(JsonTypeInfo.class)
                .param("use", JsonTypeInfo.Id.NAME)
                .param("include", JsonTypeInfo.As.PROPERTY)
                .param("property", String.valueOf(type.discriminator()));
        JAnnotationArrayMember json = target.annotate(JsonSubTypes.class).paramArray("value");
        JAnnotationArrayMember xml = target.annotate(XmlSeeAlso.class).paramArray("value");
        for (String branch : type.branches()) {
            // By name, because the class of the branch does not exist yet: it needs this one first.
            var branchClass = target.owner().directClass(target._package().name() + "." + branch);
            json.annotate(JsonSubTypes.Type.class)
                    .param("value", branchClass.dotclass())
                    .param("name", source.discriminatorValue(type, branch));
            xml.param(branchClass.dotclass());
        }
        target.annotate(XmlType.class).param("name", type.name());
    }

    /** Called after the fields. */
    @Override
    public void propertyOrder(JDefinedClass target, JsonNode properties) {
        SpecType type = source.type(target);
        if (type.isUnion()) {
            return;
        }
        JAnnotationArrayMember json = target.annotate(JsonPropertyOrder.class).paramArray("value");
        properties.fieldNames().forEachRemaining(json::param);
        JAnnotationUse xml = target.annotate(XmlType.class).param("name", type.name());
        JAnnotationArrayMember order = xml.paramArray("propOrder");
        target.fields().keySet().forEach(order::param);
    }

    @Override
    public void propertyField(JFieldVar field, JDefinedClass target, String name, JsonNode node) {
        SpecProperty property = source.property(source.type(target), name);
        field.annotate(JsonProperty.class).param("value", name);
        if (property.node() instanceof Node.Sequence) {
            // Absent and empty mean the same, and the list is then absent.
            field.annotate(JsonInclude.class).param("value", JsonInclude.Include.NON_EMPTY);
        }
        JAnnotationUse element = field.annotate(XmlElement.class).param("name", name);
        if (property.required()) {
            element.param("required", true);
        }
    }

    @Override
    public boolean isAdditionalPropertiesSupported() {
        return false;
    }
}
