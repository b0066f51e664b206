package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelXmlTest {
    static List<Path> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesXml(Path example) throws Exception {
        Object model = new ObjectMapper().readValue(Examples.text(example), Examples.type(example));
        JAXBContext context = JAXBContext.newInstance(model.getClass());
        StringWriter xml = new StringWriter();
        context.createMarshaller().marshal(model, xml);
        assertTrue(xml.toString().contains(" xmlns=\"https://tongcai.org/ns/0.1\""), xml.toString());
        assertEquals(model, context.createUnmarshaller().unmarshal(new StringReader(xml.toString())));
    }
}
