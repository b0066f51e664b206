package org.tongcai.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;

/** Chinese names of codes. Thread-safe. */
final class CodeNames {
    private final Bundle bundle;
    private final Map<String, Map<String, List<CodeList.Entry>>> lists = new ConcurrentHashMap<>();

    CodeNames(Bundle bundle) {
        this.bundle = bundle;
    }

    /** The name in force on the day, else the last one it had; the code itself where the list does not have it. */
    String name(String list, String code, @Nullable LocalDate day) {
        List<CodeList.Entry> entries = lists.computeIfAbsent(list, this::index).getOrDefault(code, List.of());
        String name = code;
        for (CodeList.Entry entry : entries) {
            name = entry.name().zh();
            if (day != null && entry.inForce(day)) {
                break;
            }
        }
        return name;
    }

    private Map<String, List<CodeList.Entry>> index(String list) {
        Map<String, List<CodeList.Entry>> index = new HashMap<>();
        for (CodeList.Entry entry : bundle.codeList(list).entries()) {
            index.computeIfAbsent(entry.code(), c -> new ArrayList<>(1)).add(entry);
        }
        return index;
    }
}
