package org.tongcai.report;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Finding;

/** What a rule is about, in words that do not belong to one case. */
final class RuleText {
    private static final Map<Check, Bilingual> TITLES = Map.ofEntries(
            Map.entry(Check.SYNTAX_JSON, new Bilingual("JSON 语法错误", "Malformed JSON")),
            Map.entry(Check.SYNTAX_ENCODING, new Bilingual("不是合法的 UTF-8", "Not valid UTF-8")),
            Map.entry(Check.SYNTAX_DUPLICATE_KEY, new Bilingual("字段重复出现", "Member appears more than once")),
            Map.entry(Check.SYNTAX_CONTROL, new Bilingual("控制字符或未配对的代理字符", "Control character or unpaired surrogate")),
            Map.entry(Check.LIMIT_DEPTH, new Bilingual("嵌套过深", "Nested too deep")),
            Map.entry(Check.LIMIT_SIZE, new Bilingual("文档过大", "Document too large")),
            Map.entry(Check.LIMIT_STRING, new Bilingual("文本过长", "Text too long")),
            Map.entry(Check.LIMIT_NUMBER, new Bilingual("数字过长", "Number too long")),
            Map.entry(Check.INPUT_UNREADABLE, new Bilingual("无法读取", "Cannot be read")),
            Map.entry(Check.TYPE, new Bilingual("类型不对", "Wrong type")),
            Map.entry(Check.NULL, new Bilingual("不允许 null", "null is not allowed")),
            Map.entry(Check.REQUIRED, new Bilingual("缺少必填字段", "Required member is missing")),
            Map.entry(Check.UNKNOWN, new Bilingual("标准中没有的字段", "Member that the standard does not have")),
            Map.entry(Check.MIN_LENGTH, new Bilingual("字符太少", "Too few characters")),
            Map.entry(Check.MAX_LENGTH, new Bilingual("字符太多", "Too many characters")),
            Map.entry(Check.PATTERN, new Bilingual("不符合规定格式", "Does not match the pattern")),
            Map.entry(Check.FORMAT, new Bilingual("格式不合法", "Not a valid format")),
            Map.entry(Check.DECIMAL, new Bilingual("金额或数量不合法", "Not a valid decimal")),
            Map.entry(Check.MINIMUM, new Bilingual("数值过小", "Number too small")),
            Map.entry(Check.MAXIMUM, new Bilingual("数值过大", "Number too large")),
            Map.entry(Check.MIN_ITEMS, new Bilingual("项数太少", "Too few items")),
            Map.entry(Check.MAX_ITEMS, new Bilingual("项数太多", "Too many items")),
            Map.entry(Check.UNIQUE, new Bilingual("列表中有重复项", "Repeated item")),
            Map.entry(Check.CONST, new Bilingual("不是规定的值", "Not the one value allowed")),
            Map.entry(Check.UNION, new Bilingual("种类不在规定之列", "Kind is not one of those allowed")),
            Map.entry(
                    Check.CONDITION_REQUIRED, new Bilingual("按条件应填的字段缺失", "Member required by a condition is missing")),
            Map.entry(Check.CONDITION_FORBIDDEN, new Bilingual("按条件不得填的字段", "Member forbidden by a condition")),
            Map.entry(Check.DOCUMENT_TYPE, new Bilingual("文档类型缺失或不符", "Document type missing or not expected")),
            Map.entry(Check.STANDARD_VERSION, new Bilingual("标准版次不受支持", "Edition is not supported")),
            Map.entry(
                    Check.PROFILE_NOT_LOADED, new Bilingual("单据所遵守的地方规范未加载", "Profile of the document is not loaded")),
            Map.entry(Check.EXTENSION_CRITICAL, new Bilingual("关键扩展项不为本系统所知", "Critical extension is not known")),
            Map.entry(Check.CODE_UNKNOWN, new Bilingual("代码不在代码表中", "Code is not in its list")),
            Map.entry(Check.CODE_NOT_IN_FORCE, new Bilingual("代码不在有效期内", "Code is not in force")),
            Map.entry(Check.IDENTIFIER, new Bilingual("标识符不正确", "Identifier is not valid")),
            Map.entry(Check.REFERENCE_NOT_FOUND, new Bilingual("引用的文件找不到", "Document referred to not found")),
            Map.entry(Check.REFERENCE_DUPLICATE, new Bilingual("编号和修订号重复", "Number and revision are used twice")));

    private static final Map<String, Bilingual> BY_ID =
            Stream.of(Check.values()).collect(Collectors.toUnmodifiableMap(Check::id, RuleText::title));

    private RuleText() {}

    /** The title of a check of the engine; null for the rules that are data. */
    static @Nullable Bilingual of(String ruleId) {
        return BY_ID.get(ruleId);
    }

    /** Layer and id: for a rule that is data, whose message belongs to one case. */
    static Bilingual generic(Finding example) {
        Bilingual layer = example.layer().title();
        return new Bilingual(layer.zh() + " " + example.ruleId(), layer.en() + " " + example.ruleId());
    }

    /** A title of our own, or else the template of the message with its places left open. */
    private static Bilingual title(Check check) {
        Bilingual template = check.template();
        return TITLES.getOrDefault(check, new Bilingual(open(template.zh()), open(template.en())));
    }

    private static String open(String template) {
        return template.replaceAll("\\{[0-9]}", "…").replaceAll("…+", "…");
    }
}
