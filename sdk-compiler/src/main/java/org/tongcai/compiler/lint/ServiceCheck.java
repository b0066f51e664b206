package org.tongcai.compiler.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecService;
import org.tongcai.compiler.spec.SpecType;

/**
 * The online binding: every operation has a name of its own and says in both languages what it does; the problems that operations answer
 * with are those of the catalogue, with their status; document types, code lists and local references exist.
 */
final class ServiceCheck {
    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");
    private static final Set<String> RETRY = Set.of("never", "same", "after", "new-key");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final String STRICT = "../strict/";
    private static final String SCHEMA = ".schema.json";
    private static final Set<String> PUBLISHED = Set.of("document.schema.json", "../technical/report.schema.json");

    private final Spec spec;
    private final SpecService service;
    private final Findings findings;
    private final Set<String> documentTypes = new HashSet<>();
    private final Set<String> operations = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    ServiceCheck(Spec spec, SpecService service, Findings findings) {
        this.spec = spec;
        this.service = service;
        this.findings = findings;
        for (SpecType type : spec.documentTypes()) {
            documentTypes.add(type.documentName());
        }
    }

    void check() {
        service.errors().forEach(this::error);
        Json.Obj openapi = service.openapi();
        if (openapi == null) {
            return;
        }
        Json.Obj info = openapi.obj("info");
        if (!info.text("version", "").equals(spec.standard().version())) {
            findings.add(
                    LintCheck.SERVICE_FORM,
                    info.placeOf("version"),
                    "info.version",
                    "标准的版本 " + spec.standard().version(),
                    "the edition, " + spec.standard().version());
        }
        for (String group : List.of("paths", "webhooks")) {
            openapi.obj(group).members().values().stream()
                    .filter(Json.Obj.class::isInstance)
                    .forEach(path -> operations(openapi, (Json.Obj) path));
        }
        service.errors().forEach((code, entry) -> {
            if (!answered.contains(code)) {
                findings.add(LintCheck.SERVICE_UNUSED, entry.place(), code);
            }
        });
        walk(openapi, openapi);
    }

    private void error(String code, Json.Obj entry) {
        if (!CODE.matcher(code).matches()) {
            findings.add(LintCheck.SERVICE_FORM, entry.placeOf("code"), "code", "短横线小写名", "kebab-case");
        }
        long status = entry.whole("status", 0);
        if (status < 400 || status > 599) {
            findings.add(LintCheck.SERVICE_FORM, entry.placeOf("status"), "status", "400 至 599", "400 to 599");
        }
        if (!RETRY.contains(entry.text("retry", ""))) {
            findings.add(
                    LintCheck.SERVICE_FORM,
                    entry.placeOf("retry"),
                    "retry",
                    "never、same、after 或 new-key",
                    "never, same, after or new-key");
        }
        for (String text : List.of("title", "action")) {
            bilingual(entry.obj(text).text("zh", ""), entry.obj(text).text("en", ""), entry.placeOf(text), text);
        }
    }

    private void operations(Json.Obj openapi, Json.Obj path) {
        path.members().forEach((method, value) -> {
            if (METHODS.contains(method) && value instanceof Json.Obj operation) {
                operation(openapi, operation);
            }
        });
    }

    private void operation(Json.Obj openapi, Json.Obj operation) {
        String id = operation.text("operationId", "");
        if (id.isEmpty() || !operations.add(id)) {
            findings.add(LintCheck.SERVICE_OPERATION, operation.placeOf("operationId"), id);
        }
        String summary = operation.text("summary", "");
        bilingual(summary, summary, operation.placeOf("summary"), "summary");
        operation.obj("responses").members().forEach((status, response) -> {
            Json resolved = resolved(openapi, response);
            if (resolved != null) {
                codes(resolved, status, operation.obj("responses").placeOf(status));
            }
        });
    }

    private void bilingual(String zh, String en, Place place, String what) {
        if (!CHINESE.matcher(zh).find() || !ENGLISH.matcher(en).find()) {
            findings.add(LintCheck.SERVICE_TEXT, place, what);
        }
    }

    /** What {@code properties.code.enum} lists anywhere in the content of a response. */
    private void codes(Json value, String status, Place place) {
        if (value instanceof Json.Arr array) {
            array.items().forEach(item -> codes(item, status, place));
        } else if (value instanceof Json.Obj object) {
            for (String code : object.obj("properties").obj("code").texts("enum")) {
                code(code, status, place);
            }
            object.members().forEach((name, member) -> {
                if (!name.equals("examples") && !name.equals("example")) {
                    codes(member, status, place);
                }
            });
        }
    }

    private void code(String code, String status, Place place) {
        answered.add(code);
        Json.Obj entry = service.errors().get(code);
        if (entry == null) {
            findings.add(LintCheck.SERVICE_CODE, place, code);
        } else if (!Long.toString(entry.whole("status", 0)).equals(status)) {
            findings.add(LintCheck.SERVICE_STATUS, place, code, entry.whole("status", 0), status);
        }
    }

    /** Every reference leads somewhere, and every document type named by a constant exists. */
    private void walk(Json.Obj openapi, Json value) {
        if (value instanceof Json.Arr array) {
            array.items().forEach(item -> walk(openapi, item));
            return;
        }
        if (!(value instanceof Json.Obj object)) {
            return;
        }
        String reference = object.text("$ref");
        if (reference != null && !exists(openapi, reference)) {
            findings.add(LintCheck.SERVICE_REFERENCE, object.placeOf("$ref"), reference);
        }
        Json.Obj type = object.obj("documentType");
        type.texts("enum").forEach(name -> documentType(name, type.placeOf("enum")));
        String constant = type.text("const");
        if (constant != null) {
            documentType(constant, type.placeOf("const"));
        }
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            walk(openapi, member.getValue());
        }
    }

    private void documentType(String name, Place place) {
        if (!documentTypes.contains(name)) {
            findings.add(LintCheck.DOCUMENT_REFERENCE, place, name);
        }
    }

    private boolean exists(Json.Obj openapi, String reference) {
        if (reference.startsWith("#/")) {
            return pointed(openapi, reference) != null;
        }
        if (reference.startsWith(STRICT) && reference.endsWith(SCHEMA)) {
            return documentTypes.contains(reference.substring(STRICT.length(), reference.length() - SCHEMA.length()));
        }
        int fragment = reference.indexOf('#');
        return PUBLISHED.contains(fragment < 0 ? reference : reference.substring(0, fragment));
    }

    private static @Nullable Json resolved(Json.Obj openapi, Json value) {
        String reference = value instanceof Json.Obj object ? object.text("$ref") : null;
        return reference == null ? value : pointed(openapi, reference);
    }

    private static @Nullable Json pointed(Json.Obj openapi, String reference) {
        Json at = openapi;
        for (String step : reference.substring(reference.indexOf('/') + 1).split("/", -1)) {
            at = at instanceof Json.Obj object
                    ? object.get(step.replace("~1", "/").replace("~0", "~"))
                    : null;
        }
        return at;
    }
}
