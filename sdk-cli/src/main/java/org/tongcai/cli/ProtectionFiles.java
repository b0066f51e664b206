package org.tongcai.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.protection.FieldProtection;
import org.tongcai.signature.AeadCipher;

/** What protecting and revealing documents have in common: keys, files, and what an envelope says of itself. Stateless. */
final class ProtectionFiles {
    /** Of documents and envelopes: the largest document, with every byte of it protected. */
    private static final int MOST = 64 << 20;

    private ProtectionFiles() {}

    /**
     * What an envelope says of itself, to be believed only when it opens.
     *
     * @param fields how many values it carries
     */
    record Envelope(@Nullable String cipher, @Nullable String keyId, int fields) {
        static Envelope of(byte[] envelope) {
            Map<String, String> texts = new LinkedHashMap<>();
            int fields = 0;
            try (JsonParser json = new JsonFactory().createParser(envelope)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    JsonToken value = json.nextToken();
                    if (value == JsonToken.VALUE_STRING) {
                        texts.put(name, json.getText());
                    } else if (value == JsonToken.START_ARRAY && name.equals("fields")) {
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            json.skipChildren();
                            fields++;
                        }
                    } else {
                        json.skipChildren();
                    }
                }
            } catch (IOException e) {
                return new Envelope(null, null, 0);
            }
            return new Envelope(texts.get("cipher"), texts.get("keyId"), fields);
        }
    }

    /** Protection by the key in a file of as many bytes as the cipher takes. */
    static FieldProtection protection(Standard standard, Path file, String keyId, AeadCipher cipher) {
        try {
            return new FieldProtection(standard, keyId, read(file), cipher);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    file + "：" + cipher.name() + " 的密钥应为 " + cipher.keyBytes() + " 字节（head -c " + cipher.keyBytes()
                            + " /dev/urandom）",
                    file + ": a key for " + cipher.name() + " has " + cipher.keyBytes() + " bytes (head -c "
                            + cipher.keyBytes() + " /dev/urandom)");
        }
    }

    /** A file, or standard input. */
    static byte[] read(String path, Terminal terminal) throws IOException {
        return path.equals("-") ? bounded(path, terminal.in()) : read(Path.of(path));
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw Failure.system("没有 " + file, "no such file: " + file, e);
        } catch (IOException e) {
            throw Failure.system(
                    "无法读取 " + file + "：" + Failure.detail(e), "cannot read " + file + ": " + Failure.detail(e), e);
        }
    }

    private static byte[] bounded(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw Failure.usage(name + " 超过 64 MiB", name + " is larger than 64 MiB");
        }
        return bytes;
    }

    /** To a new file, or to standard output. */
    static void write(@Nullable Path output, byte[] bytes, boolean secret, Terminal terminal) throws IOException {
        if (output != null) {
            NewFile.write(output, bytes, secret);
        } else {
            terminal.out().write(bytes);
            terminal.out().flush();
        }
    }
}
