package org.tongcai.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a signature covers one of: a field, or a derived component, with parameters (RFC 9421 section 2). */
record Component(String name, Map<String, Object> params) {
    private static final Set<String> KNOWN = Set.of("sf", "key", "bs", "req", "tr", "name");

    /** Without parameters. */
    static Component of(String name) {
        return new Component(name, Map.of());
    }

    static Component of(Structured.Item item) throws SignatureBase.BaseException {
        if (!(item.value() instanceof String name)) {
            throw new SignatureBase.BaseException("构件名应为带引号的文本", "the name of a component is a quoted text");
        }
        if (!KNOWN.containsAll(item.params().keySet())) {
            throw new SignatureBase.BaseException("构件参数不受支持", "a parameter of a component is not supported");
        }
        return new Component(name, new LinkedHashMap<>(item.params()));
    }

    boolean flag(String param) throws SignatureBase.BaseException {
        Object value = params.get(param);
        if (value != null && !Boolean.TRUE.equals(value)) {
            throw new SignatureBase.BaseException("构件参数 " + param + " 不带值", "parameter " + param + " takes no value");
        }
        return value != null;
    }

    /** As it stands in the signature base: parameters in the order in which they were given. */
    String write() {
        return Structured.bare(name) + Structured.parameters(params);
    }
}
