package org.tongcai.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** The error catalogue of the service standard, and problems (RFC 9457) made by it. Immutable. */
public final class Problems {
    private static final String RESOURCE = "/org/tongcai/service/errors.json";
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final Map<String, Entry> entries;

    private Problems(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** One error. */
    record Entry(int status, Bilingual title, Bilingual action) {}

    /** The catalogue on the class path. */
    public static Problems load() {
        try (InputStream in = Problems.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the error catalogue is not on the class path: " + RESOURCE);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problems read(InputStream in) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            int depth = 0;
            String code = "";
            int status = 0;
            String group = "";
            Map<String, String> texts = new LinkedHashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                    if (json.getParsingContext().getParent().inArray()) {
                        texts.clear();
                        code = "";
                    } else {
                        group = String.valueOf(
                                json.getParsingContext().getParent().getCurrentName());
                    }
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                    group = "";
                    if (json.getParsingContext().inArray() && !code.isEmpty()) {
                        entries.put(code, new Entry(status, text(texts, "title"), text(texts, "action")));
                        code = "";
                    }
                } else if (token == JsonToken.VALUE_STRING) {
                    String name = String.valueOf(json.currentName());
                    if (group.isEmpty() && name.equals("code")) {
                        code = json.getText();
                    } else if (!group.isEmpty()) {
                        texts.put(group + "." + name, json.getText());
                    }
                } else if (token == JsonToken.VALUE_NUMBER_INT && "status".equals(json.currentName())) {
                    status = json.getIntValue();
                }
            }
            if (depth != 0 || entries.isEmpty()) {
                throw new IOException("the error catalogue holds no errors");
            }
        }
        return new Problems(Map.copyOf(entries));
    }

    private static Bilingual text(Map<String, String> texts, String name) {
        return new Bilingual(texts.getOrDefault(name + ".zh", ""), texts.getOrDefault(name + ".en", ""));
    }

    /** Code, title and detail of an error, for one line of a batch. */
    public Map<String, Object> brief(String code, String detail, boolean english) {
        Entry entry = entry(code);
        return Json.object(
                "code",
                code,
                "title",
                english ? entry.title().en() : entry.title().zh(),
                "detail",
                detail);
    }

    /** The answer to a request that has a problem. */
    public Response response(ProblemException problem, String requestId, boolean english) {
        Entry entry = entry(problem.code());
        Map<String, Object> body = Json.object(
                "type",
                "https://tongcai.org/problems/" + problem.code(),
                "title",
                english ? entry.title().en() : entry.title().zh(),
                "status",
                entry.status(),
                "detail",
                problem.getMessage(),
                "instance",
                "urn:request:" + requestId,
                "code",
                problem.code(),
                "action",
                english ? entry.action().en() : entry.action().zh());
        body.putAll(problem.members());
        Response response = Response.of(entry.status(), MEDIA_TYPE, Json.bytes(body));
        response.headers().putAll(problem.headers());
        return response.header("Content-Language", english ? "en" : "zh-CN");
    }

    /** The status of an error. */
    public int status(String code) {
        return entry(code).status();
    }

    private Entry entry(String code) {
        @Nullable Entry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalStateException("the error catalogue does not have " + code);
        }
        return entry;
    }
}
