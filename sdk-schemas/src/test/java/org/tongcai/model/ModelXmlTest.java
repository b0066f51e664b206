package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class ModelXmlTest {
    private static final JAXBContext CONTEXT = context();
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(Examples.types());
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a host has it: secure processing, nothing read from outside. Loaded once a document type. */
    private static Schema schema(String documentType) {
        return SCHEMAS.computeIfAbsent(documentType, type -> {
            try {
                SchemaFactory factory = SchemaFactory.newDefaultInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
                return factory.newSchema(new StreamSource(
                        Path.of("target/spec/xsd", type + ".xsd").toFile()));
            } catch (SAXException e) {
                throw new IllegalStateException(type, e);
            }
        });
    }

    static List<Path> examples() {
        return Examples.all();
    }

    /** What JAXB writes is what the standard's XSD asks for, and what it reads of it is what was written. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesXmlThatIsValid(Path example) throws Exception {
        Object model = new ObjectMapper().readValue(Examples.text(example), Examples.type(example));
        StringWriter xml = new StringWriter();
        CONTEXT.createMarshaller().marshal(model, xml);
        assertTrue(xml.toString().contains(" xmlns=\"https://tongcai.org/ns/0.1\""), xml.toString());
        Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
        unmarshaller.setSchema(schema(String.valueOf(example.getFileName()).replaceFirst("(-.*)?\\.json$", "")));
        assertEquals(model, unmarshaller.unmarshal(new StringReader(xml.toString())));
    }
}
