package org.tongcai.jaxb;

import jakarta.xml.bind.Unmarshaller;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** Refuses what no document may hold and JAXB would pass over, while it is being read. */
final class StrictReader extends StreamReaderDelegate {
    /** As many levels as the limits of the validation allow by default. */
    static final int MAX_DEPTH = 64;

    private static final Set<String> ATTRIBUTES = Set.of("type", "schemaLocation", "noNamespaceSchemaLocation");

    /** Whether the open elements are objects, which hold no text. */
    private final boolean[] objects = new boolean[MAX_DEPTH + 1];

    private int depth;
    private int elements;

    StrictReader(XMLStreamReader reader) throws XMLStreamException {
        super(reader);
        String declared = reader.getCharacterEncodingScheme();
        String detected = reader.getEncoding();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")
                || detected != null && !detected.equalsIgnoreCase("UTF-8")) {
            throw new XMLStreamException("the encoding must be UTF-8, not " + (declared != null ? declared : detected));
        }
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case XMLStreamConstants.DTD -> throw refusal("a document type declaration is refused");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refusal("an entity is refused: " + getLocalName());
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw refusal("more than " + MAX_DEPTH + " levels of elements");
                }
                elements++;
                objects[depth] = false;
                attributes();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (objects[depth] && !isWhiteSpace()) {
                    throw refusal("text where elements are due");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    /** Elements so far. */
    int elements() {
        return elements;
    }

    /** To be told which elements are objects. */
    Unmarshaller.Listener listener() {
        return new Unmarshaller.Listener() {
            @Override
            public void beforeUnmarshal(Object target, @Nullable Object parent) {
                objects[depth] = true;
            }
        };
    }

    private void attributes() throws XMLStreamException {
        for (int i = 0; i < getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(getAttributeNamespace(i))
                    || !ATTRIBUTES.contains(getAttributeLocalName(i))) {
                throw refusal("the attribute " + getAttributeLocalName(i) + " is refused");
            }
        }
    }

    private XMLStreamException refusal(String message) {
        return new XMLStreamException(message, getLocation());
    }
}
