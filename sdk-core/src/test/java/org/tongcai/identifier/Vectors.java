package org.tongcai.identifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code spec/cases/identifiers/vectors.json}. */
record Vectors(IdentifierKind kind, List<String> valid, List<Invalid> invalid, List<Normalised> normalised) {

    record Invalid(String value, IdentifierProblem.Reason reason) {}

    record Normalised(String value, String becomes) {}

    static final Map<IdentifierKind, Vectors> ALL = load();

    static List<String> validOf(IdentifierKind kind) {
        return ALL.get(kind).valid();
    }

    private static Map<IdentifierKind, Vectors> load() {
        try {
            Map<?, ?> file = (Map<?, ?>) JsonTree.read(JsonTree.spec().resolve("cases/identifiers/vectors.json"));
            Map<IdentifierKind, Vectors> all = new EnumMap<>(IdentifierKind.class);
            for (Map<String, Object> entry : JsonTree.objects(file.get("vectors"))) {
                IdentifierKind kind = IdentifierKind.of((String) entry.get("kind"));
                all.put(kind, vectors(kind, entry));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vectors vectors(IdentifierKind kind, Map<String, Object> entry) {
        List<String> valid =
                ((List<?>) entry.get("valid")).stream().map(String.class::cast).toList();
        List<Invalid> invalid = JsonTree.objects(entry.get("invalid")).stream()
                .map(i -> new Invalid(
                        (String) i.get("value"), IdentifierProblem.Reason.valueOf((String) i.get("reason"))))
                .toList();
        List<Normalised> normalised = JsonTree.objects(entry.getOrDefault("normalised", List.of())).stream()
                .map(n -> new Normalised((String) n.get("value"), (String) n.get("becomes")))
                .toList();
        return new Vectors(kind, valid, invalid, normalised);
    }
}
