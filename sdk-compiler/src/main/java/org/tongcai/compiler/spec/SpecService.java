package org.tongcai.compiler.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The online binding of the service standard as read: {@code service/openapi.yaml} and {@code service/errors.json}. Immutable.
 *
 * @param openapi the description; null where the spec has none or it cannot be read
 * @param errors the catalogue of problems by code, in the order of the file
 * @param problems what could not be understood
 */
public record SpecService(Json.@Nullable Obj openapi, Map<String, Json.Obj> errors, List<SpecProblem> problems) {
    /** The folder, relative to the spec directory. */
    public static final String FOLDER = "service";

    /** The description of the operations, relative to the spec directory. */
    public static final String OPENAPI = "service/openapi.yaml";

    /** The catalogue of problems, relative to the spec directory. */
    public static final String ERRORS = "service/errors.json";

    public SpecService {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        problems = List.copyOf(problems);
    }

    /** Reads the binding below a spec directory; one without it has none. */
    public static SpecService read(Path root) {
        List<SpecProblem> problems = new ArrayList<>();
        Json.Obj openapi = null;
        if (Files.isRegularFile(root.resolve(OPENAPI))) {
            try {
                if (YamlReader.read(root.resolve(OPENAPI), OPENAPI) instanceof Json.Obj object) {
                    openapi = object;
                } else {
                    problems.add(problem(OPENAPI, "it should be an object"));
                }
            } catch (IOException | YAMLException e) {
                problems.add(problem(OPENAPI, String.valueOf(e.getMessage())));
            }
        }
        return new SpecService(openapi, errors(root, problems), problems);
    }

    private static Map<String, Json.Obj> errors(Path root, List<SpecProblem> problems) {
        Map<String, Json.Obj> errors = new LinkedHashMap<>();
        Path file = root.resolve(ERRORS);
        if (!Files.isRegularFile(file)) {
            return errors;
        }
        @Nullable Json read;
        try {
            read = new LocatedJsonReader(ERRORS, problems::add).read(Files.readAllBytes(file));
        } catch (IOException e) {
            problems.add(problem(ERRORS, String.valueOf(e.getMessage())));
            return errors;
        }
        if (read == null) {
            return errors;
        }
        if (!(read instanceof Json.Arr catalogue)) {
            problems.add(problem(ERRORS, "it should be an array"));
            return errors;
        }
        for (Json item : catalogue.items()) {
            String code = item instanceof Json.Obj entry ? entry.text("code") : null;
            if (code == null || errors.put(code, (Json.Obj) item) != null) {
                problems.add(new SpecProblem(
                        "service.form",
                        item.place(),
                        new Bilingual("缺少 code 或者 code 重复", "its code is missing or stands there twice")));
            }
        }
        return errors;
    }

    private static SpecProblem problem(String file, String reason) {
        return new SpecProblem(
                "service.form",
                Place.start(file),
                new Bilingual("文件不可用：" + reason, "the file cannot be used: " + reason));
    }
}
