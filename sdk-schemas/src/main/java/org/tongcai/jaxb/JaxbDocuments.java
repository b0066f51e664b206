package org.tongcai.jaxb;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.MarshalException;
import jakarta.xml.bind.UnmarshalException;
import jakarta.xml.bind.Unmarshaller;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.tongcai.binding.Model;

/**
 * Reads and writes documents in XML by way of JAXB, for hosts that have it anyway. Without JAXB use the codec of the standard.
 *
 * <p>A context is made once for each class of documents, which takes tens of milliseconds, and kept as long as the class. Stateless
 * and thread-safe.
 *
 * <p>What is written is what the standard says of XML ({@code spec/technical/encoding.md}), whichever runtime of JAXB there is: UTF-8, the
 * namespace of the edition as the default, no blanks between elements, a carriage return as a character reference. A text that XML cannot
 * carry is refused and not written so that nobody can read it.
 *
 * <p>What is read may hold no document type declaration, no attribute but those of XML Schema instance, and no more than {@value
 * StrictReader#MAX_DEPTH} levels. What the classes cannot hold (an element that is unknown, text between elements, a number that is none) is refused, not passed
 * over; the order of elements is not looked at, and nothing is validated: have the standard judge the document.
 */
public final class JaxbDocuments {
    private static final ClassValue<JAXBContext> CONTEXTS = new ClassValue<>() {
        @Override
        protected JAXBContext computeValue(Class<?> type) {
            try {
                return JAXBContext.newInstance(type);
            } catch (JAXBException e) {
                throw new NoContext(e);
            }
        }
    };

    /** Carries the cause out of a {@link ClassValue}. */
    private static final class NoContext extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient JAXBException reason;

        private NoContext(JAXBException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private JaxbDocuments() {}

    /**
     * The context of a class of documents, the same for each call.
     *
     * @throws JAXBException if there is no runtime of JAXB
     */
    public static JAXBContext context(Class<? extends Model> type) throws JAXBException {
        try {
            return CONTEXTS.get(type);
        } catch (NoContext e) {
            throw e.reason;
        }
    }

    /**
     * Writes a document in UTF-8 and flushes; does not close the stream.
     *
     * @throws MarshalException if the document holds a text that XML cannot carry, a null in a list, or itself
     * @throws JAXBException if there is no runtime of JAXB, or the object is no document
     * @throws IOException if the stream fails
     */
    public static void write(Model document, OutputStream out) throws JAXBException, IOException {
        Carriable.require(document);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            context(document.getClass()).createMarshaller().marshal(document, new XmlText(writer));
        } catch (MarshalException e) {
            if (e.getLinkedException() instanceof XmlText.Unwritable failure) {
                throw failure.reason();
            }
            throw e;
        }
        writer.flush();
    }

    /**
     * Reads a document in UTF-8. Does not close the stream.
     *
     * @throws UnmarshalException if this is no document of that class, not well-formed, or what this class refuses
     * @throws JAXBException if there is no runtime of JAXB
     */
    public static <T extends Model> T read(InputStream in, Class<T> type) throws JAXBException {
        Unmarshaller unmarshaller = context(type).createUnmarshaller();
        // Without one, a runtime passes over what it does not know and leaves out what it cannot read.
        unmarshaller.setEventHandler(event -> false);
        try {
            StrictReader reader = new StrictReader(factory().createXMLStreamReader(in));
            try {
                while (!reader.isStartElement()) {
                    reader.next();
                }
                unmarshaller.setListener(reader.listener());
                T document = type.cast(unmarshaller.unmarshal(reader));
                while (reader.hasNext()) {
                    reader.next();
                }
                int values = Elements.of(document);
                if (values != reader.elements()) {
                    throw new UnmarshalException("of " + reader.elements() + " elements " + values
                            + " were understood; one may be repeated, or hold no value of its type");
                }
                return document;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | ClassCastException e) {
            throw new UnmarshalException(e.getMessage(), e);
        }
    }

    /** That of the JDK, whatever else is on the class path; made anew, because factories are not thread-safe. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }
}
