package org.tongcai.compiler.dictionary;

import java.util.Map;
import org.tongcai.Bilingual;

/** Names of announced work, as the coverage matrix writes it after {@code planned:}. */
final class WorkNames {
    private static final Map<String, Bilingual> NAMES = Map.of(
            "xml", new Bilingual("XML 绑定", "XML binding"),
            "service", new Bilingual("服务接口", "service interface"),
            "client", new Bilingual("客户端", "client"),
            "sandbox", new Bilingual("沙箱", "sandbox"));

    private WorkNames() {}

    static Bilingual of(String id) {
        return NAMES.getOrDefault(id, new Bilingual(id, ""));
    }
}
