package org.tongcai.compiler.models;

import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JPackage;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNs;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jsonschema2pojo.DefaultGenerationConfig;
import org.jsonschema2pojo.Schema;
import org.jspecify.annotations.NullMarked;
import org.tongcai.binding.CodeValue;
import org.tongcai.binding.Model;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecType;

/**
 * Generates the Java models of a standard: a class a type, an open value type a bound code list. Equal input gives equal bytes. Stateless and
 * thread-safe.
 */
public final class ModelGenerator {
    /** The package of the models. */
    public static final String PACKAGE = "org.tongcai.model";

    /** The XML namespace, before the edition. */
    static final String NAMESPACE = "https://tongcai.org/ns/";

    private ModelGenerator() {}

    /**
     * Writes the sources below {@code outputDirectory}, which is a source root of its own: unchanged files are left alone, other Java files in it
     * are deleted.
     *
     * @throws ModelException if the standard has problems or says something that has no place in Java
     * @throws UncheckedIOException if the sources cannot be written
     */
    public static void generate(Spec spec, Path outputDirectory) {
        try {
            SourceTree.write(sources(spec), outputDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources by path below the source root. */
    static Map<String, byte[]> sources(Spec spec) {
        if (!spec.problems().isEmpty()) {
            throw new ModelException(
                    "The standard cannot be understood: " + spec.problems().get(0));
        }
        ModelSource source = new ModelSource(spec);
        JCodeModel model = new JCodeModel();
        JPackage target = model._package(PACKAGE);
        describe(target, spec);
        source.codeClasses().forEach((id, name) -> CodeClass.write(model, PACKAGE + "." + name, source.codeList(id)));
        ModelRules rules = new ModelRules(new Config(), new ModelAnnotator(source), new DerivedSchemas(source), source);
        for (String type : spec.types().keySet()) {
            Schema schema = rules.getSchemaStore()
                    .create(
                            DerivedSchemas.uri(type),
                            rules.getGenerationConfig().getRefFragmentPathDelimiters());
            if (!schema.isGenerated()) {
                rules.getSchemaRule().apply(type, schema.getContent(), null, target, schema);
            }
        }
        for (SpecType type : spec.types().values()) {
            new ModelAccess(target._getClass(type.name()), type, source).write();
        }
        return SourceTree.of(model);
    }

    private static void describe(JPackage target, Spec spec) {
        target.javadoc()
                .append(Doc.title(spec.standard().title())
                        + "\n\n<p>Generated from the standard; never edited. Jackson and JAXB read the fields, which hold the text of the wire.\n"
                        + "Classes are mutable and not thread-safe; the values of code lists are immutable.\n\n"
                        + "<p>Every class is a {@link " + Model.class.getName()
                        + "}, every code a {@link " + CodeValue.class.getName() + "}: by the methods of\n"
                        + "these two the SDK validates, reads and writes models without reflection and without a JSON or XML library.\n"
                        + "Applications use the getters and setters.");
        target.annotate(NullMarked.class);
        // Here and not on each class: javac warns of every enum constant that it meets in a class and cannot find, and
        // hosts may lack JAXB.
        target.annotate(XmlAccessorType.class).param("value", XmlAccessType.FIELD);
        String namespace = NAMESPACE + spec.standard().edition();
        JAnnotationUse schema = target.annotate(XmlSchema.class)
                .param("namespace", namespace)
                .param("elementFormDefault", XmlNsForm.QUALIFIED);
        schema.paramArray("xmlns").annotate(XmlNs.class).param("prefix", "").param("namespaceURI", namespace);
    }

    /** What our rules leave to jsonschema2pojo is switched off here. */
    private static final class Config extends DefaultGenerationConfig {
        @Override
        public boolean isIncludeHashcodeAndEquals() {
            return false;
        }

        @Override
        public boolean isIncludeToString() {
            return false;
        }

        @Override
        public boolean isIncludeGeneratedAnnotation() {
            return false;
        }

        @Override
        public boolean isInitializeCollections() {
            return false;
        }

        @Override
        public boolean isIncludeAdditionalProperties() {
            return false;
        }
    }
}
