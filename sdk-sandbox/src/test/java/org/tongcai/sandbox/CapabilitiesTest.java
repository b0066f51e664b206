package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongcai.bundle.Manifest;

/** What the platform says that it can do is what the service standard says. */
class CapabilitiesTest {
    private static final Path SERVICE = Samples.EXAMPLES.resolve("../../service");
    private static final Pattern ROW = Pattern.compile("\\| (`[a-zA-Z`，]+`) \\| ([^|（]+)");

    /** Section 13, as it is printed: the least that a platform offers. */
    private static Map<String, Long> least() throws Exception {
        String page = Files.readString(SERVICE.resolve("online.md"));
        Matcher rows = ROW.matcher(page.substring(page.indexOf("\n## 13 "), page.indexOf("\n## 14 ")));
        Map<String, Long> least = new LinkedHashMap<>();
        while (rows.find()) {
            String[] names = rows.group(1).replace("`", "").split("，");
            String[] values = rows.group(2).trim().split("，");
            for (int i = 0; i < names.length; i++) {
                String[] value = values[i].split(" ");
                least.put(names[i], Long.parseLong(value[0]) << (value.length > 1 ? 20 : 0));
            }
        }
        assertEquals(10, least.size(), least.toString());
        return least;
    }

    @Test
    void theDefaultLimitsAreNoLessThanTheLeast() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().standard(Samples.STANDARD).start()) {
            sandbox.addTenant("demo", "示例租户");
            JsonNode limits = new Api(sandbox, sandbox.newApplication("demo", "app"))
                    .get("/v1/capabilities")
                    .json()
                    .get("limits");
            least().forEach((name, least) -> assertTrue(limits.get(name).asLong() >= least, name));
        }
    }

    @Test
    void theScopesAreThoseOfTheDescriptionAndOfTheDomains() throws Exception {
        Set<String> described = new HashSet<>();
        new YAMLMapper()
                .readTree(SERVICE.resolve("openapi.yaml").toFile())
                .at("/components/securitySchemes")
                .findValue("scopes")
                .fieldNames()
                .forEachRemaining(described::add);
        assertEquals(new TreeSet<>(described), new TreeSet<>(Application.ALL_SCOPES));
        Set<String> domains = new TreeSet<>();
        for (Manifest.DocumentType type : Samples.STANDARD.manifest().documentTypes()) {
            domains.add(type.domain());
        }
        for (String domain : domains) {
            assertTrue(Application.ALL_SCOPES.contains(domain + ":write"), domain);
        }
    }
}
