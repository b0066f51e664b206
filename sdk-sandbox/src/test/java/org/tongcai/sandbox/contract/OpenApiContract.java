package org.tongcai.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.contract.PublishedSchemas.Located;

/**
 * Holds HTTP messages against the published {@code openapi.yaml}: paths, methods, parameters, headers, media types, statuses and, with
 * json-schema-validator, bodies. What it returns are violations; none means that the message is as described. Thread-safe.
 */
public final class OpenApiContract {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PublishedSchemas schemas;
    private final List<Template> templates = new ArrayList<>();

    /** A path of the description. */
    private record Template(String text, List<String> segments, Located item) {
        /** Values of the variables; null where the path is another. */
        @Nullable
        Map<String, String> match(List<String> path) {
            if (path.size() != segments.size()) {
                return null;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (segment.startsWith("{")) {
                    values.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
                } else if (!segment.equals(path.get(i))) {
                    return null;
                }
            }
            return values;
        }
    }

    private record Match(Located operation, Located item, Map<String, String> variables) {}

    private OpenApiContract(PublishedSchemas schemas) {
        this.schemas = schemas;
        Located paths = required(schemas.root(), "paths");
        paths.value()
                .fieldNames()
                .forEachRemaining(
                        text -> templates.add(new Template(text, List.of(text.split("/", -1)), required(paths, text))));
        // Literal segments come before variables: '{' sorts after letters.
        templates.sort((a, b) -> a.text().compareTo(b.text()));
    }

    /**
     * Reads the description.
     *
     * @param service the folder with {@code openapi.yaml}, published beside {@code strict} and {@code technical}
     */
    public static OpenApiContract load(Path service) {
        return new OpenApiContract(
                new PublishedSchemas(service.toAbsolutePath().normalize().getParent()));
    }

    /** Reads the description in the folder that the system property {@code service.directory} names. */
    public static OpenApiContract load() {
        return load(Path.of(System.getProperty("service.directory", "../sdk-schemas/target/spec/service")));
    }

    /**
     * Violations of a request.
     *
     * @param method in capitals
     * @param path below the base URL, as on the wire, beginning with {@code /v1}
     * @param query as on the wire without {@code ?}; null or empty for none
     * @param headers in any case
     * @param body empty for none
     */
    public List<String> request(
            String method, String path, @Nullable String query, Map<String, List<String>> headers, byte[] body) {
        List<String> violations = new ArrayList<>();
        Match match = match(method, path, violations);
        if (match == null) {
            return violations;
        }
        Map<String, List<String>> sent = insensitive(headers);
        Map<String, List<String>> asked = query(query);
        for (Located parameter : parameters(match)) {
            String name = text(parameter, "name");
            List<String> values = switch (text(parameter, "in")) {
                case "path" -> List.of(match.variables().getOrDefault(name, ""));
                case "query" -> asked.getOrDefault(name, List.of());
                default -> sent.getOrDefault(name, List.of());
            };
            if (text(parameter, "in").equals("query")) {
                asked.remove(name);
            }
            values(text(parameter, "in") + " " + name, parameter, values, violations);
        }
        asked.keySet().forEach(name -> violations.add("query " + name + ": not described"));
        JsonNode security = match.operation().value().get("security");
        if (security != null
                && !security.isEmpty()
                && !sent.containsKey("Signature")
                && !sent.containsKey("Authorization")) {
            violations.add("neither signature nor authorization");
        }
        Located described = match.operation().get("requestBody");
        if (described == null) {
            if (body.length > 0) {
                violations.add("body: none is described");
            }
        } else if (body.length == 0) {
            violations.add("body: missing");
        } else {
            content(schemas.resolved(described), sent, body, violations);
        }
        return violations;
    }

    /**
     * Violations of a response.
     *
     * @param method of the request
     * @param path of the request, or the template of the description
     * @param status of the response
     * @param headers in any case
     * @param body empty for none
     */
    public List<String> response(
            String method, String path, int status, Map<String, List<String>> headers, byte[] body) {
        List<String> violations = new ArrayList<>();
        Match match = match(method, path, violations);
        if (match == null) {
            return violations;
        }
        Located described = required(match.operation(), "responses").get(Integer.toString(status));
        if (described == null) {
            violations.add("status " + status + ": not described");
            return violations;
        }
        Located response = schemas.resolved(described);
        Map<String, List<String>> sent = insensitive(headers);
        Located names = response.get("headers");
        if (names != null) {
            names.value()
                    .fieldNames()
                    .forEachRemaining(name -> values(
                            "header " + name,
                            schemas.resolved(required(names, name)),
                            sent.getOrDefault(name, List.of()),
                            violations));
        }
        if (response.get("content") == null) {
            if (body.length > 0) {
                violations.add("body: none is described");
            }
        } else if (body.length == 0 && !sent.containsKey("Content-Type")) {
            violations.add("body: missing");
        } else {
            content(response, sent, body, violations);
        }
        return violations;
    }

    private @Nullable Match match(String method, String path, List<String> violations) {
        List<String> segments = List.of(path.split("/", -1));
        for (Template template : templates) {
            Map<String, String> variables = template.text().equals(path) ? Map.of() : template.match(segments);
            if (variables != null) {
                Located operation = template.item().get(method.toLowerCase(Locale.ROOT));
                if (operation != null) {
                    return new Match(operation, template.item(), variables);
                }
            }
        }
        violations.add("no operation " + method + " " + path);
        return null;
    }

    /** Those of the path and of the operation. */
    private List<Located> parameters(Match match) {
        List<Located> parameters = new ArrayList<>();
        for (Located owner : List.of(match.item(), match.operation())) {
            Located list = owner.get("parameters");
            for (int i = 0; list != null && i < list.value().size(); i++) {
                parameters.add(schemas.resolved(list.item(i)));
            }
        }
        return parameters;
    }

    private void values(String what, Located described, List<String> values, List<String> violations) {
        if (values.isEmpty()) {
            if (described.value().path("required").asBoolean()) {
                violations.add(what + ": missing");
            }
            return;
        }
        Located schema = required(described, "schema");
        Located resolved = schemas.resolved(schema);
        String type = resolved.value().path("type").asText();
        JsonNode value;
        if (type.equals("array")) {
            ArrayNode items = JSON.arrayNode();
            values.forEach(items::add);
            value = items;
        } else if (values.size() > 1) {
            violations.add(what + ": several values");
            return;
        } else {
            value = scalar(type, values.get(0));
        }
        schemas.validate(schema, value).forEach(error -> violations.add(what + error));
    }

    private static JsonNode scalar(String type, String text) {
        return type.equals("integer") && text.matches("-?[0-9]{1,18}")
                ? JSON.numberNode(Long.parseLong(text))
                : JSON.textNode(text);
    }

    private void content(Located owner, Map<String, List<String>> headers, byte[] body, List<String> violations) {
        List<String> types = headers.getOrDefault("Content-Type", List.of());
        String type =
                types.isEmpty() ? "" : types.get(0).split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        Located content = required(owner, "content");
        Located media = content.get(type);
        Located any = content.get("*/*");
        if (media == null && any == null) {
            violations.add("body: media type " + (type.isEmpty() ? "missing" : type + " is not described"));
            return;
        }
        Located schema = media == null ? null : media.get("schema");
        if (schema == null || schema.value().isEmpty()) {
            return;
        }
        JsonNode value;
        if (type.equals("application/x-www-form-urlencoded")) {
            ObjectNode form = JSON.objectNode();
            query(new String(body, StandardCharsets.UTF_8)).forEach((name, values) -> form.put(name, values.get(0)));
            value = form;
        } else if (type.equals("application/json") || type.endsWith("+json")) {
            value = PublishedSchemas.parse(body);
            if (value == null) {
                violations.add("body: not JSON");
                return;
            }
        } else {
            value = JSON.textNode(new String(body, StandardCharsets.UTF_8));
        }
        schemas.validate(schema, value).forEach(error -> violations.add("body" + error));
    }

    private static Map<String, List<String>> insensitive(Map<String, List<String>> headers) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.merge(name, List.copyOf(values), OpenApiContract::joined));
        return sorted;
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Map<String, List<String>> query(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.merge(decode(parts[0]), List.of(parts.length < 2 ? "" : decode(parts[1])), OpenApiContract::joined);
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String text(Located node, String name) {
        return node.value().path(name).asText();
    }

    private static Located required(Located node, String name) {
        Located member = node.get(name);
        if (member == null) {
            throw new IllegalStateException(node.pointer() + " has no " + name);
        }
        return member;
    }
}
