package org.tongcai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.engine.Converter;
import org.tongcai.engine.Style;
import org.tongcai.input.Slice;

/**
 * Reads and writes documents in one of the two encodings of the standard, JSON or XML, as typed models or without. From
 * {@link Standard#json} and {@link Standard#xml}. Immutable and thread-safe.
 *
 * <p>It needs neither Jackson's databind nor JAXB, and does not judge: a document with wrong codes or missing fields is read and written
 * as it is. What has no place in the type of a document, such as a field that the standard does not have, would be lost; such a document
 * is refused by a {@link DocumentException} that says what and where.
 *
 * <p>What it writes and what is refused is laid down in {@code spec/technical/encoding.md}.
 */
public final class Codec {
    private final Converter converter;
    private final Style style;
    private final Limits limits;

    Codec(Converter converter, Style style, Limits limits) {
        this.converter = converter;
        this.style = style;
        this.limits = limits;
    }

    /** The same encoding, indented by two blanks, with a line feed at the end. */
    public Codec pretty() {
        return new Codec(converter, style.pretty(), limits);
    }

    /** The same encoding in its canonical form: RFC 8785 for JSON, Canonical XML 1.1 without declaration for XML. */
    public Codec canonical() {
        return new Codec(converter, style.canonical(), limits);
    }

    /** The same with other bounds; what is written keeps within {@code documentBytes}, too. */
    public Codec withLimits(Limits other) {
        return new Codec(converter, style, other);
    }

    /**
     * Writes a model. An empty list is left out.
     *
     * @throws DocumentException if it holds what cannot be written: control characters, null in a list, a union without branch
     * @throws IllegalArgumentException if its type is no document type
     */
    public byte[] write(Model document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Writes a model to a stream, in one go; nothing where it is refused. Does not close the stream.
     *
     * @throws DocumentException if it holds what cannot be written
     * @throws IllegalArgumentException if its type is no document type
     * @throws IOException if the stream fails
     */
    public void write(Model document, OutputStream out) throws IOException {
        require(converter.write(document, style, limits, out));
    }

    /**
     * Reads a document in this encoding, in any of its forms.
     *
     * @param type class of the model, with a public constructor without parameters
     * @throws DocumentException if the model could not hold everything, or the document is of another type
     * @throws IllegalArgumentException if the class is of no document type, or cannot be constructed
     */
    public <T extends Model> T read(byte[] document, Class<T> type) {
        return read(Slice.of("-", document), type);
    }

    /**
     * Reads a document in this encoding up to the end of the stream. Does not close the stream, and takes no more of it into memory than
     * {@code documentBytes} of the limits.
     *
     * @param type class of the model, with a public constructor without parameters
     * @throws DocumentException if the model could not hold everything, or the document is of another type
     * @throws IllegalArgumentException if the class is of no document type, or cannot be constructed
     * @throws IOException if the stream fails
     */
    public <T extends Model> T read(InputStream document, Class<T> type) throws IOException {
        int most = limits.documentBytes();
        // One byte more tells a document that is too large from one that just fits.
        return read(document.readNBytes(most == Integer.MAX_VALUE ? most : most + 1), type);
    }

    private <T extends Model> T read(Slice document, Class<T> type) {
        T model = construct(type);
        require(converter.read(document, style.isXml(), model, limits));
        return model;
    }

    /**
     * Writes a document of either encoding in this one.
     *
     * @throws DocumentException if something of it would be lost
     */
    public byte[] rewrite(byte[] document) {
        return rewrite(Slice.of("-", document));
    }

    /**
     * Writes a document of either encoding in this one; the exception names the source of the slice.
     *
     * @throws DocumentException if something of it would be lost
     */
    public byte[] rewrite(Slice document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            rewrite(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Writes a document of either encoding in this one to a stream, in one go; nothing where it is refused. Does not close the stream.
     *
     * @throws DocumentException if something of it would be lost
     * @throws IOException if the stream fails
     */
    public void rewrite(Slice document, OutputStream out) throws IOException {
        require(converter.write(document, style, limits, out));
    }

    private static void require(@Nullable DocumentReport refused) {
        if (refused != null) {
            throw new DocumentException(refused);
        }
    }

    private static <T> T construct(Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("cannot be constructed: " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no public constructor without parameters: " + type.getName(), e);
        }
    }
}
