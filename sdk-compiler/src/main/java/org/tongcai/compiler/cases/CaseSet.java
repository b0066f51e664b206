package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases and the documents that they start from.
 *
 * @param standard id and version of the standard that they belong to
 * @param documents file name relative to {@code spec/cases} → document
 * @param cases in order
 */
public record CaseSet(String standard, Map<String, JsonNode> documents, List<TestCase> cases) {
    public CaseSet {
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        cases = List.copyOf(cases);
    }
}
