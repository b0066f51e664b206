package org.tongcai.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tongcai.Codec;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;
import org.tongcai.model.AwardNotice;
import org.xml.sax.SAXException;

/** The award notice in XML, and as an object, by us and by peers. Aalto, the fastest StAX parser, tokenising alone is the measure. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class XmlBenchmark {

    /** The same notice in both encodings. Each subject has a state of its own, so that a fork loads only what it times. */
    @State(Scope.Benchmark)
    public static class Input {
        byte[] json = {};
        byte[] xml = {};

        /** Reads the document, and writes it in XML as JAXB would. */
        @Setup
        public void load() throws IOException, JAXBException {
            json = Documents.bytes("award");
            AwardNotice notice = new ObjectMapper().readValue(json, AwardNotice.class);
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            JAXBContext.newInstance(AwardNotice.class).createMarshaller().marshal(notice, out);
            xml = out.toByteArray();
        }
    }

    /** StAX parsers. */
    @State(Scope.Benchmark)
    public static class Stax {
        private final XMLInputFactory aalto = new InputFactoryImpl();
        private final XMLInputFactory woodstox = new com.ctc.wstx.stax.WstxInputFactory();
        private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();

        /** None of them reads DTDs. */
        @Setup
        public void load() {
            aalto.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            woodstox.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            jdk.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        }

        static int tokens(XMLInputFactory factory, byte[] xml) throws XMLStreamException {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            int tokens = 0;
            while (reader.hasNext()) {
                reader.next();
                tokens++;
            }
            reader.close();
            return tokens;
        }
    }

    /** Ours, from bytes. */
    @State(Scope.Benchmark)
    public static class Bytes {
        private final Standard standard = Standard.load();
        private Slice slice;

        /** Asks for the verdict. */
        @Setup
        public void load(Input input) {
            slice = Slice.of("award.xml", input.xml);
            if (validate().verdict() != Verdict.ACCEPTED) {
                throw new IllegalStateException("award is judged wrongly");
            }
        }

        DocumentReport validate() {
            return standard.validate(slice, ValidationOptions.DEFAULT);
        }
    }

    /** Ours, over an object. */
    @State(Scope.Benchmark)
    public static class InMemory {
        private final Standard standard = Standard.load();
        private AwardNotice model;

        /** Makes the object, and asks for the verdict. */
        @Setup
        public void load(Input input) {
            model = standard.xml().read(input.xml, AwardNotice.class);
            if (standard.validate(model).verdict() != Verdict.ACCEPTED) {
                throw new IllegalStateException("award is judged wrongly");
            }
        }
    }

    /** Our codecs. */
    @State(Scope.Benchmark)
    public static class Codecs {
        private final Codec toXml = Standard.load().xml();
        private final Codec toJson = Standard.load().json();
    }

    /** JAXB on the generated model. */
    @State(Scope.Benchmark)
    public static class Jaxb {
        private final XMLInputFactory aalto = new InputFactoryImpl();
        private Unmarshaller plain;
        private Unmarshaller checked;

        /** Makes the context and reads the schema. */
        @Setup
        public void load(Input input) throws JAXBException, SAXException, IOException, XMLStreamException {
            aalto.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            JAXBContext context = JAXBContext.newInstance(AwardNotice.class);
            plain = context.createUnmarshaller();
            checked = context.createUnmarshaller();
            checked.setSchema(schema());
            checked.unmarshal(new ByteArrayInputStream(input.xml)); // throws where the schema does not hold
        }

        private static Schema schema() throws SAXException, IOException {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(Path.of(System.getProperty("xsd.directory"), "awardNotice.xsd")
                    .toFile());
        }
    }

    /** Aalto's tokens, nothing else: 1.00 by definition. */
    @Benchmark
    public int aaltoTokenise(Input input, Stax stax) throws XMLStreamException {
        return Stax.tokens(stax.aalto, input.xml);
    }

    /** Woodstox's tokens. */
    @Benchmark
    public int woodstoxTokenise(Input input, Stax stax) throws XMLStreamException {
        return Stax.tokens(stax.woodstox, input.xml);
    }

    /** The tokens of the JDK's parser. */
    @Benchmark
    public int jdkTokenise(Input input, Stax stax) throws XMLStreamException {
        return Stax.tokens(stax.jdk, input.xml);
    }

    /** From XML to verdict: everything that is checked in JSON, with all rules. */
    @Benchmark
    public DocumentReport tongcaiXml(Bytes bytes) {
        return bytes.validate();
    }

    /** The same over the object in memory. */
    @Benchmark
    public DocumentReport tongcaiModel(InMemory memory) {
        return memory.standard.validate(memory.model);
    }

    /** JSON rewritten in XML. */
    @Benchmark
    public byte[] jsonToXml(Input input, Codecs codecs) {
        return codecs.toXml.rewrite(input.json);
    }

    /** XML rewritten in JSON. */
    @Benchmark
    public byte[] xmlToJson(Input input, Codecs codecs) {
        return codecs.toJson.rewrite(input.xml);
    }

    /** XML to the generated model. */
    @Benchmark
    public Object readXml(Input input, Codecs codecs) {
        return codecs.toXml.read(input.xml, AwardNotice.class);
    }

    /** JAXB to the generated model through Aalto, no check. */
    @Benchmark
    public Object jaxbUnmarshal(Input input, Jaxb jaxb) throws JAXBException, XMLStreamException {
        return jaxb.plain.unmarshal(jaxb.aalto.createXMLStreamReader(new ByteArrayInputStream(input.xml)));
    }

    /** JAXB to the generated model, held against our XSD. */
    @Benchmark
    public Object jaxbUnmarshalWithSchema(Input input, Jaxb jaxb) throws JAXBException {
        return jaxb.checked.unmarshal(new ByteArrayInputStream(input.xml));
    }
}
