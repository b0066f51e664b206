package org.tongcai.signature;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** The text that is signed (RFC 9421 section 2.5): a line for each covered component, then the parameters. */
final class SignatureBase {
    private enum Shape {
        DICTIONARY,
        LIST,
        ITEM
    }

    /** The types of structured fields that may be covered with {@code sf}; it cannot be seen from a value. */
    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("content-digest", Shape.DICTIONARY),
            Map.entry("repr-digest", Shape.DICTIONARY),
            Map.entry("want-content-digest", Shape.DICTIONARY),
            Map.entry("want-repr-digest", Shape.DICTIONARY),
            Map.entry("signature", Shape.DICTIONARY),
            Map.entry("signature-input", Shape.DICTIONARY),
            Map.entry("priority", Shape.DICTIONARY),
            Map.entry("ratelimit", Shape.LIST),
            Map.entry("ratelimit-policy", Shape.LIST),
            Map.entry("accept-signature", Shape.DICTIONARY),
            Map.entry("upload-complete", Shape.ITEM),
            Map.entry("upload-offset", Shape.ITEM),
            Map.entry("upload-length", Shape.ITEM),
            Map.entry("idempotent-replay", Shape.ITEM));

    private SignatureBase() {}

    /** The bytes to sign. {@code covered} with its parameters becomes the last line. */
    static byte[] of(HttpMessage message, List<Component> covered, Structured.InnerList params) throws BaseException {
        StringBuilder base = new StringBuilder(512);
        Set<String> seen = new HashSet<>();
        for (Component each : covered) {
            // The same parameters in another order are the same component.
            if (!seen.add(each.name() + " " + new TreeMap<>(each.params()))) {
                throw new BaseException("构件重复：" + each.name(), "component twice: " + each.name());
            }
            base.append(each.write()).append(": ").append(value(message, each)).append('\n');
        }
        base.append("\"@signature-params\": ").append(params.write());
        return base.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String value(HttpMessage message, Component component) throws BaseException {
        if (component.flag("tr")) {
            throw new BaseException("不支持尾部字段（tr）", "fields of trailers (tr) are not supported");
        }
        HttpMessage source = message;
        if (component.flag("req")) {
            HttpMessage request = message.request();
            if (request == null) {
                throw new BaseException("req 只用于对请求的响应", "req is for the response to a request");
            }
            source = request;
        }
        String name = component.name();
        String value;
        if (name.startsWith("@")) {
            for (String each : component.params().keySet()) {
                if (!each.equals("req") && !(each.equals("name") && name.equals("@query-param"))) {
                    throw new BaseException(name + " 不能带参数 " + each, name + " takes no parameter " + each);
                }
            }
            value = derived(source, component);
        } else {
            value = field(source, component);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                throw new BaseException(
                        name + " 含有控制字符或非 ASCII 字符", name + " holds control characters or characters beyond ASCII");
            }
        }
        return value;
    }

    private static String derived(HttpMessage message, Component component) throws BaseException {
        String name = component.name();
        if (name.equals("@status")) {
            if (message.isRequest()) {
                throw absent(name);
            }
            return Integer.toString(message.status());
        }
        String method = message.method();
        if (method == null) {
            throw absent(name);
        }
        String query = message.query();
        return switch (name) {
            case "@method" -> method;
            case "@authority" -> message.authority();
            case "@scheme" -> message.scheme();
            case "@path" -> message.path();
            case "@query" -> "?" + (query == null ? "" : query);
            case "@target-uri" -> message.scheme() + "://" + message.authority() + target(message);
            case "@request-target" -> method.equals("CONNECT") ? message.authority() : target(message);
            case "@query-param" -> {
                if (!(component.params().get("name") instanceof String wanted)) {
                    throw new BaseException("@query-param 缺少 name", "@query-param lacks name");
                }
                yield QueryParams.value(query, wanted);
            }
            default -> throw new BaseException("未知的派生构件 " + name, "unknown derived component " + name);
        };
    }

    private static String target(HttpMessage message) {
        return message.query() == null ? message.path() : message.path() + "?" + message.query();
    }

    private static String field(HttpMessage message, Component component) throws BaseException {
        String name = component.name();
        if (name.isEmpty() || !name.equals(name.toLowerCase(java.util.Locale.ROOT)) || name.indexOf('"') >= 0) {
            throw new BaseException("字段名应为小写", "names of fields are in lower case");
        }
        if (component.params().containsKey("name")) {
            throw new BaseException("name 只用于 @query-param", "name is for @query-param");
        }
        boolean bytes = component.flag("bs");
        boolean strict = component.flag("sf");
        Object key = component.params().get("key");
        if (bytes && (strict || key != null)) {
            throw new BaseException("bs 不能与 sf、key 同用", "bs does not go with sf or key");
        }
        List<String> values = message.values(name);
        if (values.isEmpty()) {
            throw absent(name);
        }
        List<String> clean = new ArrayList<>(values.size());
        for (String each : values) {
            clean.add(unfolded(each));
        }
        if (bytes) {
            clean.replaceAll(each -> Structured.bare(Structured.Bytes.of(each.getBytes(StandardCharsets.ISO_8859_1))));
        }
        String combined = String.join(", ", clean);
        return strict || key != null ? structured(name, combined, key) : combined;
    }

    private static String structured(String name, String value, @Nullable Object key) throws BaseException {
        Shape shape = SHAPES.get(name);
        try {
            if (key != null) {
                if (!(key instanceof String wanted)) {
                    throw new BaseException("key 应为文本", "key is a text");
                }
                Structured.Member member = StructuredParser.dictionary(value).get(wanted);
                if (member == null) {
                    throw absent(name + " " + wanted);
                }
                return member.write();
            }
            if (shape == null) {
                throw new BaseException("不知道 " + name + " 的结构", "the type of " + name + " is not known");
            }
            return switch (shape) {
                case DICTIONARY -> Structured.dictionary(StructuredParser.dictionary(value));
                case LIST -> Structured.list(StructuredParser.list(value));
                case ITEM -> StructuredParser.item(value).write();
            };
        } catch (StructuredParser.MalformedException e) {
            throw new BaseException(name + " 不是结构化字段", name + " is not a structured field: " + e.getMessage());
        }
    }

    /** Without white space around it; line folding (obsolete) becomes a space. */
    private static String unfolded(String value) {
        String whole = value.indexOf('\n') < 0 ? value : value.replaceAll("[ \t]*\r?\n[ \t]+", " ");
        int from = 0;
        int to = whole.length();
        while (from < to && (whole.charAt(from) == ' ' || whole.charAt(from) == '\t')) {
            from++;
        }
        while (to > from && (whole.charAt(to - 1) == ' ' || whole.charAt(to - 1) == '\t')) {
            to--;
        }
        return whole.substring(from, to);
    }

    private static BaseException absent(String name) {
        return new BaseException("报文中没有 " + name, "the message has no " + name);
    }

    /** The base cannot be built: what is to be covered is not there, or not in one way only. */
    static final class BaseException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Bilingual text;

        BaseException(String zh, String en) {
            super(en, null, false, false);
            this.text = new Bilingual(zh, en);
        }

        Bilingual text() {
            return text;
        }
    }
}
