package org.tongcai.compiler.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** Reads JSON and keeps the position of every value and member name. */
final class LocatedJsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String file;
    private final Consumer<SpecProblem> problems;

    LocatedJsonReader(String file, Consumer<SpecProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The value in the file; null where it is not one JSON value (which is then a problem). */
    @Nullable
    Json read(byte[] bytes) {
        try {
            // Decoding first: columns are then characters, and malformed UTF-8 is named as such.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            try (JsonParser parser = FACTORY.createParser(text)) {
                if (parser.nextToken() == null) {
                    fault(Place.start(file), "json.syntax", "文件为空", "the file is empty");
                    return null;
                }
                Json value = value(parser);
                if (parser.nextToken() != null) {
                    fault(place(parser), "json.syntax", "JSON 之后还有内容", "content after the JSON value");
                    return null;
                }
                return value;
            }
        } catch (CharacterCodingException e) {
            fault(Place.start(file), "json.syntax", "不是合法的 UTF-8", "not valid UTF-8");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null ? Place.start(file) : new Place(file, at.getLineNr(), at.getColumnNr());
            fault(place, "json.syntax", "JSON 语法错误：" + e.getOriginalMessage(), e.getOriginalMessage());
        } catch (IOException e) {
            fault(Place.start(file), "json.syntax", "无法读取：" + e.getMessage(), "cannot be read: " + e.getMessage());
        }
        return null;
    }

    private Json value(JsonParser parser) throws IOException {
        Place place = place(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Json.Arr(place, items);
            }
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(place, parser.getText());
            case VALUE_TRUE -> new Json.Flag(place, true);
            case VALUE_FALSE -> new Json.Flag(place, false);
            default -> new Json.Nil(place);
        };
    }

    private Json.Obj object(JsonParser parser, Place place) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Place> names = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place(parser);
            parser.nextToken();
            Json value = value(parser);
            if (members.putIfAbsent(name, value) == null) {
                names.put(name, at);
            } else {
                fault(at, "json.duplicate-member", "成员“" + name + "”重复", "member \"" + name + "\" appears twice");
            }
        }
        return new Json.Obj(place, members, names);
    }

    private Place place(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(file, at.getLineNr(), at.getColumnNr());
    }

    private void fault(Place place, String id, String zh, String en) {
        problems.accept(new SpecProblem(id, place, new Bilingual(zh, en)));
    }
}
