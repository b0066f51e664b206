package org.tongcai.layout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;

/** A document as maps, lists, texts and booleans. Numbers are their literals, nulls are left out: nothing is too wrong to be printed. */
final class DocumentTree {
    private final Limits limits;
    private final JsonFactory factory;

    DocumentTree(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    /** Whether the first character that is no blank is that of XML. */
    private static boolean isXml(byte[] document) {
        int at = 0;
        while (at < document.length && document[at] >= 0 && document[at] <= ' ') {
            at++;
        }
        return at < document.length && document[at] == '<';
    }

    Map<?, ?> read(byte[] json) {
        if (json.length > limits.documentBytes()) {
            throw tooLarge();
        }
        if (isXml(json)) {
            throw new LayoutException(
                    "版式只印 JSON，这是 XML：请先转换为 JSON", "layouts print JSON and this is XML: convert it to JSON first");
        }
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new LayoutException("不是 JSON 对象", "not a JSON object");
            }
            Object document = value(parser);
            if (parser.nextToken() != null) {
                throw new LayoutException("JSON 对象之后还有内容", "content after the JSON object");
            }
            return (Map<?, ?>) java.util.Objects.requireNonNull(document);
        } catch (StreamConstraintsException e) {
            throw tooLarge();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new LayoutException("第 " + line + " 行有 JSON 语法错误", "malformed JSON in line " + line);
        } catch (java.io.CharConversionException e) {
            throw new LayoutException("不是合法的 UTF-8", "not valid UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the bytes are in memory
        }
    }

    private static LayoutException tooLarge() {
        return new LayoutException("文档超过大小、深度或长度限制", "the document exceeds a limit of size, depth or length");
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> members = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    Object member = value(parser);
                    if (member != null) {
                        members.put(name, member);
                    }
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object item = value(parser);
                    if (item != null) {
                        items.add(item);
                    }
                }
                yield items;
            }
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }
}
