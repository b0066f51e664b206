package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelXmlTest {
    private static final JAXBContext CONTEXT = context();

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(Examples.types());
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesXml(Path example) throws Exception {
        Object model = new ObjectMapper().readValue(Examples.text(example), Examples.type(example));
        StringWriter xml = new StringWriter();
        CONTEXT.createMarshaller().marshal(model, xml);
        assertTrue(xml.toString().contains(" xmlns=\"https://tongcai.org/ns/0.1\""), xml.toString());
        assertEquals(model, CONTEXT.createUnmarshaller().unmarshal(new StringReader(xml.toString())));
    }
}
