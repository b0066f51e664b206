package org.tongcai.compiler.rules;

import org.tongcai.Bilingual;
import org.tongcai.Severity;

/** The checks of rules, limits, wordings and their cases. The id is stable; {@code {0}}, {@code {1}} … stand for the figures. */
enum RuleCheck {
    FILE(
            "rule.file",
            "文件 {0} 应有 subject “{1}”、双语 title 和 rules",
            "file {0} should have subject \"{1}\", a title in both languages, and rules"),
    MEMBER("rule.member", "此处不允许成员 {0}", "member {0} is not allowed here"),
    MISSING("rule.missing", "缺少成员 {0}", "member {0} is missing"),
    VALUE("rule.value", "{0} 应为{1}", "{0} should be {2}"),
    ID("rule.id", "编号应为 {0}-三位数字：{1}", "ids are {0}-<three digits>: {1}"),
    ID_DUPLICATE("rule.duplicate", "编号 {0} 已经用过", "id {0} was used before"),
    TEXT("rule.text", "{0} 须有中文和英文", "{0} needs both languages"),
    DOCUMENT_TYPE("rule.document-type", "没有单据类型 {0}", "there is no document type {0}"),
    SEVERITY(
            "rule.severity",
            "条文未核（confidence 为 {0}）的规则最多是 warning",
            "a rule whose article was not read (confidence {0}) is at most a warning"),
    QUALITY("rule.quality", "quality 阶段的规则不得是 error", "a rule of the stage quality is never an error"),
    SOURCE("rule.source", "sources.json 中没有来源 {0}", "sources.json has no source {0}"),
    ARTICLE("rule.article", "{0} 须写明条款：<来源>#<条款>", "{0} should name the article: <source>#<article>"),
    EFFECTIVE("rule.effective", "施行日期有误：{0}", "effective dates: {1}"),
    REPLACED("rule.replaced-by", "没有规则 {0}", "there is no rule {0}"),
    PARAMETER(
            "rule.parameter",
            "参数 {0} 应有 value（整数，或写成字符串的小数）和 stricter（higher、lower、fixed）",
            "parameter {0} needs value (a whole number, or a decimal as a string) and stricter (higher, lower, fixed)"),
    NAME("rule.name", "名称 {0} 应为小驼峰，且不与其他名称相同", "name {0} should be lower camel case and differ from all others"),
    UNUSED("rule.unused", "{0} 没有用到", "{0} is not used"),
    PLACEHOLDER("rule.placeholder", "没有可以填入 {0} 的名称", "nothing can be filled in for {0}"),
    PLACEHOLDER_TYPE("rule.placeholder-type", "{0} 的类型是 {1}，不能印出", "{0} is of type {1} and cannot be printed"),
    SENSITIVE(
            "rule.sensitive",
            "{0} 来自个人信息或者保密字段，不得印出",
            "{0} comes from a personal or secret field and must not be printed"),
    TARGET(
            "rule.target",
            "target 应为 doc 或 each 的名称起头的字段路径，不穿过列表：{0}",
            "target should be a path of fields from doc or a name of each, through no list: {0}"),
    REFERENCE("rule.reference", "引用 {0} 有误：{1}", "reference {0}: {2}"),

    EXPRESSION("rule.expression", "{0}", "{1}"),
    EXPRESSION_TYPE("rule.type", "类型应为 {0}，实为 {1}", "should be of type {0}, is {1}"),
    EXPRESSION_BANNED("rule.banned", "规则中不允许{0}", "{1} are not allowed in rules"),
    EXPRESSION_LITERAL("rule.literal", "“{0}”不能用作 {1}()", "\"{0}\" is nothing for {1}()"),
    UNGUARDED("rule.unguarded", "{0} 可以不填：先用 has({0}) 判断", "{0} may be absent: ask has({0}) first"),
    CONFLICT("rule.conflict", "字段 {0} 在各分支中类型不同：{1}", "field {0} is of different types in the branches: {1}"),
    CODE("rule.code", "“{0}”不是 {1} 中的代码", "\"{0}\" is not a code of {1}"),
    CODE_LIST("rule.code-list", "{0} 的代码表须是字面量，且存在：{1}", "the code list of {0} should be a literal and exist: {1}"),
    WORDING_UNKNOWN("rule.wording", "wordings.json 中没有这一组：{0}", "wordings.json has no group {0}"),

    LIMIT("limit.form", "限额 {0} 有误：{1}", "limit {0}: {2}"),
    LIMIT_REGION("limit.region", "没有以 {0} 开头的行政区划代码", "no region code begins with {0}"),
    LIMIT_OVERLAP("limit.overlap", "限额 {0} 在“{1}”的两个取值有效期重叠", "limit {0} has two values for \"{1}\" at the same time"),
    WORDING("wording.form", "用语组 {0} 有误：{1}", "group of wordings {0}: {2}"),

    CASE("rulecase.form", "用例有误：{0}", "case: {1}"),
    CASE_RULE("rulecase.rule", "没有规则 {0}", "there is no rule {0}"),
    CASE_BASE("rulecase.base", "没有文件 {0}", "there is no file {0}"),
    CASE_POINTER("rulecase.pointer", "不是 JSON 指针：{0}", "not a JSON pointer: {0}"),
    CASE_MISSING("rulecase.missing", "规则 {0} 缺少用例：{1}", "rule {0} lacks a case: {2}");

    private final String id;
    private final Severity severity;
    private final String zh;
    private final String en;

    RuleCheck(String id, String zh, String en) {
        this(id, Severity.ERROR, zh, en);
    }

    RuleCheck(String id, Severity severity, String zh, String en) {
        this.id = id;
        this.severity = severity;
        this.zh = zh;
        this.en = en;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    Bilingual message(Object... figures) {
        return new Bilingual(fill(zh, figures), fill(en, figures));
    }

    private static String fill(String template, Object... figures) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                out.append(figures[template.charAt(i + 1) - '0']);
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
