package org.tongcai.compiler.xsd;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidationSchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * One schema as two validators understand it: the JDK's, with secure processing and without access to anything outside, and Woodstox with MSV.
 * What cannot be loaded is an {@link IllegalArgumentException}. Not thread-safe.
 */
final class Judges {
    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private static final WstxInputFactory WOODSTOX = new WstxInputFactory();

    static {
        WOODSTOX.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
    }

    private final Validator jdk;
    private final XMLValidationSchema msv;

    Judges(byte[] xsd) {
        this.jdk = load(xsd).newValidator();
        this.msv = loadByMsv(xsd);
    }

    /** The schema as the JDK reads it; faults and doubts are refused. */
    static Schema load(byte[] xsd) {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setErrorHandler(STRICT);
            return factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The schema as Woodstox reads it. */
    static XMLValidationSchema loadByMsv(byte[] xsd) {
        try {
            return XMLValidationSchemaFactory.newInstance(XMLValidationSchema.SCHEMA_ID_W3C_SCHEMA)
                    .createSchema(new ByteArrayInputStream(xsd));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the JDK finds first; null where the document is valid. */
    @Nullable
    String jdk(String document) {
        return jdk(document.getBytes(StandardCharsets.UTF_8));
    }

    /** What the JDK finds first; null where the document is valid. */
    @Nullable
    String jdk(byte[] document) {
        try {
            jdk.validate(new StreamSource(new ByteArrayInputStream(document)));
            return null;
        } catch (SAXException e) {
            return Objects.toString(e.getMessage(), "invalid");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What MSV finds first; null where the document is valid. */
    @Nullable
    String msv(String document) {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) WOODSTOX.createXMLStreamReader(new StringReader(document));
            reader.validateAgainst(msv);
            while (reader.hasNext()) {
                reader.next();
            }
            return null;
        } catch (XMLStreamException e) {
            return Objects.toString(e.getMessage(), "invalid");
        } catch (StackOverflowError e) {
            return "MSV: stack overflow in " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 3));
        }
    }
}
