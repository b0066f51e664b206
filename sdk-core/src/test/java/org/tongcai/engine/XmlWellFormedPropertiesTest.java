package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.Check;
import org.tongcai.Limits;
import org.tongcai.input.Slice;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Mutated documents: well-formed exactly where the parser of the JDK says so, and with the same elements and texts.
 *
 * <p>Deliberate differences, left out of the comparison: text and elements mixed (the standard has none of it), characters that XML bars
 * (they do not end the reading, as in JSON), the names of the fifth edition (the JDK's parser keeps to an older one), encodings other
 * than UTF-8, versions of XML other than 1.0, names that begin with a colon (the JDK's parser takes them), and the limits on attributes and namespaces.
 *
 * <p>The long campaign ({@code long}) takes as many as {@code -Dxml.fuzz.documents} says.
 */
class XmlWellFormedPropertiesTest {
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "</",
        "/>",
        "<a>",
        "</a>",
        "<a/>",
        "<b>",
        "</b>",
        "<t:c>",
        "</t:c>",
        "=",
        "\"",
        "'",
        "&",
        ";",
        "&amp;",
        "&lt;",
        "&#13;",
        "&#x41;",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#x10FFFF;",
        "&nbsp;",
        "]]>",
        "]",
        "-",
        "--",
        "<!--",
        "-->",
        "<!---->",
        "<?",
        "?>",
        "<?p q?>",
        "<?xml version='1.0'?>",
        "<!",
        "<![CDATA[",
        "]]",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        ":",
        "x:y",
        "xmlns",
        " xmlns='u'",
        " xmlns:t='u'",
        " xmlns:t=''",
        " xmlns:xml='u'",
        " t:a='1'",
        " a='1'",
        " a='2'",
        " b=\"<\"",
        " xsi:nil='true'",
        " xsi:nil='false'",
        " xsi:type='TotalPrice'",
        "<!DOCTYPE a>",
        "名",
        "\u00A0",
        "\uFEFF",
        "𠮷",
        "text",
        "0",
        "-1",
        ".",
        "_",
        "<名/>",
        "<a 名='1'/>",
        "\u0300"
    };

    private static final List<String> SEEDS = List.of(
            "<a/>",
            "<a></a>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<!-- c --><?p i?><a>text</a><!-- d -->\n",
            "<a xmlns='u' xmlns:t='v' t:x='1' y=\"2\"><b> text &amp; &#65; </b><t:c t:z='1' z='2'/><b><![CDATA[<&]]>]]</b></a>",
            "<t:a xmlns:t='u'><t:b>1</t:b><b xmlns='u'>2</b><t:b xmlns:t='w'/>\r\n</t:a>",
            Twins.award());

    /** Character references, well-formed or nearly so. */
    private static final Pattern REFERENCE = Pattern.compile("&#(?:(x)(?=[0-9A-Fa-f]))?((?<=x)[0-9A-Fa-f]+|[0-9]+);");

    private final XmlEvents events = new XmlEvents(null);

    /** The text of a document: a bracket for each element, its name, its text. */
    private String read(byte[] document) {
        Slice slice = Slice.of("-", document);
        if (!XmlEvents.isXml(slice)) {
            throw XmlChars.fault(0, "", "");
        }
        events.open(slice, Limits.DEFAULT);
        events.skipByteOrderMark();
        events.requireText();
        StringBuilder out = new StringBuilder();
        value(out, events.value(Wanted.ANY));
        events.requireEnd();
        return out.toString();
    }

    private void value(StringBuilder out, int kind) {
        if (kind != Events.OBJECT) {
            out.append('{').append(kind == Events.NULL ? "null" : events.text()).append('}');
            return;
        }
        out.append('{');
        while (events.member(Names.NONE, 0) != Events.END) {
            String name = events.memberName();
            out.append(name.substring(name.indexOf(':') + 1));
            value(out, events.value(Wanted.ANY));
        }
        out.append('}');
    }

    /** What the JDK's parser sees; null where the document is not well-formed. */
    private static final class Oracle extends DefaultHandler {
        private final StringBuilder out = new StringBuilder();
        private final List<StringBuilder> texts = new ArrayList<>();
        private final List<Boolean> parents = new ArrayList<>();
        private int nil;
        private boolean mixed;
        private boolean doctype;
        private boolean rare;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            flush(true);
            rare |= !plain(name);
            for (int i = 0; i < attributes.getLength(); i++) {
                rare |= !plain(attributes.getQName(i));
            }
            if (nil == 0 && !texts.isEmpty()) {
                out.append(local);
            }
            if (nil == 0) {
                out.append('{');
            }
            String value = attributes.getValue(Twins.XSI, "nil");
            if (nil > 0
                    || value != null
                            && (value.strip().equals("true") || value.strip().equals("1"))) {
                if (nil++ == 0) {
                    out.append("null");
                }
            }
            texts.add(new StringBuilder());
            parents.add(false);
        }

        /** Text before a child is blank, or the content is mixed. */
        private void flush(boolean child) {
            int last = texts.size() - 1;
            if (last < 0) {
                return;
            }
            StringBuilder text = texts.get(last);
            boolean blank = text.chars().allMatch(XmlChars::isBlank);
            if (child || parents.get(last)) {
                mixed |= !blank;
                text.setLength(0);
            }
            if (child) {
                parents.set(last, true);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            flush(false);
            int last = texts.size() - 1;
            StringBuilder text = texts.remove(last);
            parents.remove(last);
            if (nil == 0) {
                out.append(text).append('}');
            } else if (--nil == 0) {
                out.append('}');
            }
        }

        @Override
        public void characters(char[] ch, int start, int length) {
            if (!texts.isEmpty()) {
                texts.get(texts.size() - 1).append(ch, start, length);
            }
        }

        private static boolean plain(String name) {
            return name.chars().allMatch(c -> c < 0x80 || c >= 0x4E00 && c <= 0x9FA5);
        }

        @Nullable
        String read(SAXParser parser, byte[] document) {
            try {
                parser.parse(new InputSource(new ByteArrayInputStream(document)), this);
                return out.toString();
            } catch (SAXException e) {
                doctype = String.valueOf(e.getMessage()).contains("disallow-doctype-decl");
                return null;
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser();
    }

    /** Documents on which the two differ deliberately. */
    private static boolean isComparable(byte[] document) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            // Ours must refuse it; the JDK's does, too, but not before it gets there.
            return true;
        }
        return text.codePoints().noneMatch(c -> c < 0x20 && !XmlChars.isBlank(c) || c == 0xFFFE || c == 0xFFFF)
                && REFERENCE.matcher(text).results().noneMatch(XmlWellFormedPropertiesTest::isBarred)
                && !text.matches("(?s)\uFEFF?<\\?xml\\s+version\\s*=\\s*.1\\.(?!0['\"]).*")
                && names(text);
    }

    private static boolean isBarred(MatchResult reference) {
        boolean hexadecimal = reference.group(1) != null;
        BigInteger value = new BigInteger(reference.group(2), hexadecimal ? 16 : 10);
        int c = value.bitLength() > 16 ? 0x10000 : value.intValue();
        return c < 0x20 && !XmlChars.isBlank(c) || c == 0xFFFE || c == 0xFFFF;
    }

    /** Whether letters beyond ASCII are only such as all editions agree on. */
    private static boolean names(String text) {
        return text.codePoints().allMatch(c -> c < 0x80 || c >= 0x4E00 && c <= 0x9FA5)
                || text.codePoints().noneMatch(c -> c >= 0x80 && !(c >= 0x4E00 && c <= 0x9FA5) && rareInTag(text, c));
    }

    /** Whether a rare character stands where it may be part of a name. */
    private static boolean rareInTag(String text, int c) {
        String rare = Character.toString(c);
        for (int i = text.indexOf(rare); i >= 0; i = text.indexOf(rare, i + 1)) {
            int open = text.lastIndexOf('<', i);
            int close = text.lastIndexOf('>', i);
            int reference = text.lastIndexOf('&', i);
            if (open > close || reference > text.lastIndexOf(';', i)) {
                return true;
            }
        }
        return false;
    }

    private void compare(SAXParser parser, byte[] document) {
        String shown = new String(document, StandardCharsets.UTF_8);
        String found = null;
        Fault fault = null;
        try {
            found = read(document);
        } catch (Fault e) {
            fault = e;
            assertTrue(e.position >= 0 && e.position <= document.length, shown);
        }
        if (!isComparable(document)) {
            return;
        }
        Oracle oracle = new Oracle();
        String expected = oracle.read(parser, document);
        if (oracle.mixed || oracle.rare) {
            return;
        }
        Fault why = fault;
        if (expected != null && found == null && fault != null && isDeliberate(fault)) {
            return;
        }
        assertEquals(expected, found, () -> shown + "\n" + (why == null ? "" : why.position + " " + why.detail));
        if (oracle.doctype) {
            assertEquals(Check.SYNTAX_DTD, fault == null ? null : fault.check, shown);
        }
    }

    private static boolean isDeliberate(Fault fault) {
        String why = fault.detail.en();
        return fault.check == Check.SYNTAX_ENCODING || why.startsWith("the version") || why.startsWith("a colon");
    }

    private static byte[] mutate(Random random, byte[] seed) {
        byte[] now = seed;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int at = random.nextInt(now.length + 1);
            int gone = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(2);
            out.write(now, 0, at);
            byte[] piece = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> {
                    int from = random.nextInt(now.length + 1);
                    yield java.util.Arrays.copyOfRange(now, from, Math.min(now.length, from + random.nextInt(20)));
                }
                default -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            };
            out.writeBytes(piece);
            int rest = Math.min(now.length, at + gone);
            out.write(now, rest, now.length - rest);
            now = out.toByteArray();
        }
        return now;
    }

    private void campaign(long seed, int documents) throws ParserConfigurationException, SAXException {
        SAXParser parser = parser();
        for (String text : SEEDS) {
            compare(parser, text.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < documents; i++) {
            Random random = new Random(seed + i);
            String text = SEEDS.get(random.nextInt(random.nextInt(10) == 0 ? SEEDS.size() : SEEDS.size() - 1));
            compare(parser, mutate(random, text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void mutatedDocumentsAreWellFormedWhereTheJdkSaysSo() throws ParserConfigurationException, SAXException {
        campaign(0, 6_000);
    }

    @Test
    @Tag("long")
    void campaignOfMutations() throws ParserConfigurationException, SAXException {
        campaign(1_000_000_000, Integer.getInteger("xml.fuzz.documents", 1_000_000));
    }
}
