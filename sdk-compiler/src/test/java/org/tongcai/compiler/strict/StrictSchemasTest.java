package org.tongcai.compiler.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.Spec;

/** The strict schemas, judged by a validator that is not ours. */
class StrictSchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Spec SPEC = MiniSpec.read();
    private static final StrictSchemas PUBLISHED = new StrictSchemas(SPEC, StrictOptions.PUBLISHED);
    private static final StrictSchemas STRUCTURE = new StrictSchemas(SPEC, StrictOptions.STRUCTURE);
    private static final Schema AWARD = schema(PUBLISHED.document("awardNotice"));
    private static final String VALID = """
            {"header": {"standardVersion": "0.1", "documentType": "awardNotice", "documentId": "A-1", "createdAt": "2026-11-21T09:30:00+08:00"},
             "projectName": "示例市教育局办公设备采购项目", "method": "OPEN", "organizationForm": "AGENCY", "agencyName": "云帆示例招标代理有限公司",
             "awardedOn": "2026-11-20", "urgent": true, "urgentReason": "抢险救灾", "attachment": "https://example.org/a.pdf",
             "lots": [{"number": "A1-2", "price": {"form": "TOTAL", "total": {"amount": "1200.00", "currency": "CNY", "adjustment": "-0.5"}},
                       "tags": ["节能", "环保"], "parts": [{"number": "B", "price": {"form": "DISCOUNT", "percent": 95}}]}]}
            """;

    @Test
    void acceptsAValidDocument() throws Exception {
        assertEquals(List.of(), errors(AWARD, MAPPER.readTree(VALID)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/projectName                    | \"\"",
                "/projectName                    | 5",
                "/projectName                    | null",
                "/stranger                       | \"x\"",
                "/method                         | \"SHUT\"",
                "/header/documentType            | \"contract\"",
                "/header/standardVersion         | \"0.2\"",
                "/header/stranger                | 1",
                "/header/createdAt               | \"2026-11-21T09:30:00\"",
                "/awardedOn                      | \"2026-02-30\"",
                "/attachment                     | \"example.org\"",
                "/urgent                         | \"true\"",
                "/urgent                         | false",
                "/organizationForm               | \"SELF\"",
                "/lots                           | []",
                "/lots/0/number                  | \"a\"",
                "/lots/0/tags                    | [\"节能\", \"节能\"]",
                "/lots/0/price/form              | \"OTHER\"",
                "/lots/0/price/form              | \"DISCOUNT\"",
                "/lots/0/price/total/amount      | \"-1\"",
                "/lots/0/price/total/amount      | 1",
                "/lots/0/price/total/adjustment  | \"1.5\"",
                "/lots/0/parts/0/price/percent   | 101",
                "/lots/0/parts/0/price/percent   | 0.5",
                "/lots/0/parts/0/parts           | []",
            })
    void refusesEachFault(String pointer, String value) throws Exception {
        ObjectNode document = (ObjectNode) MAPPER.readTree(VALID);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), MAPPER.readTree(value));
        assertFalse(errors(AWARD, document).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"agencyName", "urgentReason", "awardedOn", "method", "header"})
    void conditionsAndDependenciesRequire(String name) throws Exception {
        ObjectNode document = (ObjectNode) MAPPER.readTree(VALID);
        document.remove(name);
        assertFalse(errors(AWARD, document).isEmpty());
    }

    @Test
    void codeListsCanBeLeftToTheirOwnLayer() throws Exception {
        ObjectNode document = (ObjectNode) MAPPER.readTree(VALID);
        document.put("method", "SHUT");
        assertEquals(List.of(), errors(schema(STRUCTURE.document("awardNotice")), document));
    }

    @Test
    void namesItselfAndHoldsOnlyWhatItNeeds() {
        ObjectNode contract = PUBLISHED.document("contract");
        assertEquals(
                "https://tongcai.org/schemas/0.1/contract.schema.json",
                contract.get("$id").textValue());
        Set<String> definitions = new TreeSet<>();
        contract.get("$defs").fieldNames().forEachRemaining(definitions::add);
        assertEquals(Set.of("DocumentHeader", "Money"), definitions);
        assertEquals("政府采购合同", contract.get("title").textValue());
    }

    @Test
    void holdsStandardKeywordsOnly() {
        List<String> names = new ArrayList<>();
        keywords(PUBLISHED.document("awardNotice"), names);
        assertTrue(names.contains("$ref") && names.contains("oneOf") && names.contains("dependentRequired"));
        assertTrue(names.stream().noneMatch(name -> name.startsWith("x-")), names::toString);
        assertFalse(names.contains("decimal"));
    }

    private static void keywords(JsonNode node, List<String> names) {
        node.properties().forEach(member -> {
            names.add(member.getKey());
            keywords(member.getValue(), names);
        });
        node.elements().forEachRemaining(item -> {
            if (node.isArray()) {
                keywords(item, names);
            }
        });
    }

    private static Schema schema(ObjectNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static List<String> errors(Schema schema, JsonNode document) {
        return schema.validate(document).stream().map(Error::toString).toList();
    }
}
