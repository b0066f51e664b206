package org.tongcai.compiler.lint;

import org.tongcai.Bilingual;
import org.tongcai.Severity;

/** The checks of the linter. The id is stable; {@code {0}}, {@code {1}} … stand for the figures. */
enum LintCheck {
    KEYWORD_UNKNOWN("keyword.unknown", "此处不允许关键字 {0}", "keyword {0} is not allowed here"),
    KEYWORD_MISSING("keyword.missing", "缺少关键字 {0}", "keyword {0} is missing"),
    KEYWORD_VALUE("keyword.value", "{0} 应为{1}", "{0} should be {2}"),
    KEYWORD_BOUND(
            "keyword.unbounded",
            "字符串须有 maxLength 和 minLength（或 pattern），或由 format、x-codeList、const、x-identifier 限定",
            "a string needs maxLength with minLength (or pattern), or format, x-codeList, const or x-identifier to bound it"),
    KEYWORD_PAIR("keyword.pair", "{0} 必须与 {1} 同时出现", "{0} and {1} go together"),
    KEYWORD_RANGE("keyword.range", "{0} 不得大于 {1}", "{0} must not exceed {1}"),
    ITEMS_STRING("keyword.unique-items", "uniqueItems 只用于字符串列表", "uniqueItems is for lists of strings only"),

    TEXT_CONTROL("text.control-character", "含有控制字符 U+{0}", "holds the control character U+{0}"),
    TEXT_BLANK("text.surrounding-space", "首尾有空白：“{0}”", "begins or ends with space: \"{0}\""),

    TYPE_NAME("type.name", "类型名应为大驼峰：{0}", "type names are upper camel case: {0}"),
    TYPE_FOLDER("type.folder", "没有这个域：{0}", "there is no such domain: {0}"),
    TYPE_LIST_NAME("type.list-name", "代码表 {0} 的类也叫这个名字", "the class of code list {0} has the same name"),
    TYPE_UNUSED("type.unused", Severity.WARNING, "没有文档类型用到类型 {0}", "no document type reaches type {0}"),
    PROPERTY_CASE("property.case", "与 {0} 只差大小写", "differs from {0} in case only"),
    REQUIRED_UNKNOWN("required.unknown", "该类型没有属性 {0}", "the type has no property {0}"),

    REF_FORM("ref.form", "$ref 应为相对文件名：{0}", "$ref should be a relative file name: {0}"),
    REF_UNRESOLVED("ref.unresolved", "没有文件 {0}", "there is no file {0}"),
    REF_CYCLE(
            "ref.cycle",
            "类型 {0} 的必填属性循环引用，写不出有限的文档",
            "type {0} needs itself through required properties: no document is finite"),

    TERM_DUPLICATE("term.duplicate", "{0} 已用于 {1}", "{0} is already used at {1}"),
    TERM_UNKNOWN("term.unknown", "没有术语 {0}", "there is no term {0}"),
    LABEL_MISSING("label.missing", "{0} 缺少英文标签", "{0} has no English label"),
    LABEL_DESCRIPTION("label.description", "{0} 的英文标签缺少说明", "the English label of {0} lacks its description"),
    LABEL_ORPHAN("label.orphan", "没有术语 {0}", "there is no term {0}"),
    LABEL_LANGUAGE("label.language", "英文标签含有汉字：{0}", "the English label holds Chinese characters: {0}"),

    PATTERN("pattern.subset", "正则不在共用子集内：{0}", "the pattern leaves the shared subset: {1}"),
    NOTATION("notation.mismatch", "表示法 {0} 与约束不符：{1}", "notation {0} does not fit the constraints: {2}"),
    CODE_LIST_UNKNOWN("codelist.unknown", "没有代码表 {0}", "there is no code list {0}"),
    CODE_CONST("codelist.const", "const “{0}” 不在代码表 {1} 中", "const \"{0}\" is not in code list {1}"),
    CITATION("citation.unknown", "sources.json 中没有来源 {0}", "sources.json has no source {0}"),
    EXAMPLE("example.invalid", "示例 {0} 不合法：{1}", "example {0} is not valid: {1}"),
    SENSITIVITY(
            "sensitivity.object",
            "敏感级别应标在叶子字段上，不标在对象上",
            "sensitivity belongs to the fields of the object, not to the object"),

    CONDITION_PROPERTY("condition.property", "该类型没有属性 {0}", "the type has no property {0}"),
    CONDITION_TEST(
            "condition.test", "被测试的属性 {0} 也须列在 if.required 中", "the tested property {0} must stand in if.required too"),
    CONDITION_VALUE("condition.value", "属性 {0} 不可能取值 {1}", "property {0} can never have the value {1}"),
    CONDITION_CONTRADICTION("condition.contradiction", "{0} 既必填又禁止", "{0} is both required and forbidden"),
    UNION_BRANCH(
            "union.branch",
            "分支 {0} 应为对象类型，且必填属性 {1} 有 const",
            "branch {0} should be an object type whose required {1} has a const"),
    UNION_DIRECT(
            "union.direct",
            "{0} 是联合 {1} 的分支，只能通过该联合引用",
            "{0} is a branch of union {1} and may be referred to through it only"),
    UNION_SHARED("union.shared", "{0} 已是联合 {1} 的分支", "{0} is a branch of union {1} already"),
    UNION_VALUE("union.value", "判别值 {0} 重复", "discriminator value {0} is used twice"),
    DOCUMENT_HEADER(
            "document.header",
            "文档类型须有必填属性 header，类型为 DocumentHeader",
            "a document type has a required property header of type DocumentHeader"),
    DOCUMENT_HEADER_TYPE(
            "document.header-type", "DocumentHeader 须有必填字符串 {0}", "DocumentHeader needs the required string {0}"),
    DOCUMENT_NAME("document.name", "文档类型名 {0} 与 {1} 重复", "document type name {0} is that of {1} too"),
    DOCUMENT_REFERENCE("document.reference", "没有单据类型 {0}", "there is no document type {0}"),
    DOCUMENT_REFERENCE_KIND(
            "document.reference-kind",
            "引用单据的属性应为文本或对象，或其列表",
            "what refers to a document is a text, an object, or a list of them"),
    DOCUMENT_DOMAIN("document.domain", "域 {0} 应与文件夹 {1} 相同", "domain {0} should be that of the folder, {1}"),
    STANDARD("standard.form", "{0} 应为{1}", "{0} should be {2}"),
    STANDARD_DOCUMENTS(
            "standard.document-types",
            "documentTypes 与文档类型不一致：{0}",
            "documentTypes differs from the document types: {0}"),
    COVERAGE_NUMBER("coverage.number", "行号应为 {0}，实为 {1}", "the row should be number {0}, not {1}"),
    COVERAGE_TEXT("coverage.text", "第 {0} 行缺少中文或者英文", "row {0} lacks a text in Chinese or English"),
    COVERAGE_REFERENCE("coverage.reference", "标准中没有 {0}", "the standard has no {0}"),
    COVERAGE_EMPTY(
            "coverage.empty",
            "第 {0} 行没有类型、字段、代码或者版式承载",
            "nothing that exists carries row {0}: no type, field, code or layout"),
    SOURCE("source.form", "来源的 {0} 应为{1}", "{0} of a source should be {2}"),
    CALENDAR("calendar.form", "节假日表不可用：{0}", "the holiday table cannot be used: {0}"),

    LAYOUT_FORM("layout.form", "版式写法有误：{0}", "malformed layout: {0}"),
    LAYOUT_TYPE("layout.type", "没有文档类型 {0}，或与文件名不同", "there is no document type {0}, or the file has another name"),
    LAYOUT_PATH("layout.path", "此处没有字段 {0}（列表须写 *）", "there is no field {0} here (lists need *)"),
    LAYOUT_FORMAT("layout.format", "格式 {0} 不适合字段 {1}", "format {0} does not fit field {1}"),
    LAYOUT_CODE("layout.code", "字段 {0} 不可能取值 {1}", "field {0} can never have the value {1}"),
    LAYOUT_NAME("layout.name", "没有名为 {0} 的文字或部件，或其包含自身", "there is no text or part {0}, or it contains itself"),
    LAYOUT_UNUSED("layout.unused", "没有用到 {0}", "{0} is not used"),
    LAYOUT_SECRET("layout.secret", "字段 {0} 是保密的，不得印出", "field {0} is secret and must not be printed"),
    LAYOUT_UNPRINTED("layout.unprinted", "官方格式第 {1} 部分的字段 {0} 没有印出", "field {0} of section {1} is never printed"),
    LAYOUT_MISSING("layout.missing", Severity.WARNING, "公告 {0} 没有版式", "notice {0} has no layout"),

    LIST_METADATA("codelist.metadata", "{0} 应为{1}", "{0} should be {2}"),
    LIST_HEADER("codelist.header", "表头应为 {0}", "the heading should be {0}"),
    LIST_COLUMNS("codelist.columns", "应有 {0} 列，实有 {1} 列", "should have {0} columns, has {1}"),
    LIST_EMPTY("codelist.empty", "代码表没有代码", "the code list has no code"),
    LIST_CELL("codelist.cell", "{0} 应为{1}", "{0} should be {2}"),
    LIST_PATTERN("codelist.code-pattern", "代码 {0} 不符合 codePattern {1}", "code {0} does not match codePattern {1}"),
    LIST_OWN(
            "codelist.own-code",
            "代码 {0} 不得以 x- 开头，该前缀留给自定义代码",
            "code {0} must not begin with x-, which is for own codes"),
    LIST_DUPLICATE("codelist.duplicate", "代码 {0}（自 {1}）重复", "code {0} (from {1}) appears twice"),
    LIST_OVERLAP("codelist.overlap", "代码 {0} 的有效期与第 {1} 行重叠", "validity of code {0} overlaps that of line {1}"),
    LIST_PARENT("codelist.parent", "上级代码 {0} 不存在", "parent code {0} does not exist"),
    LIST_PARENT_CYCLE("codelist.parent-cycle", "代码 {0} 是自己的上级", "code {0} is an ancestor of itself"),
    LIST_SUCCESSOR("codelist.replaced-by", "后继代码 {0} 不存在", "successor code {0} does not exist"),
    LIST_UNUSED(
            "codelist.unused",
            Severity.WARNING,
            "没有字段、号码或者对照表用到代码表 {0}",
            "no field, identifier or crosswalk uses code list {0}"),
    LIST_ENGLISH("codelist.english", "少于 {0} 个代码的代码表须有英文名称", "a list of fewer than {0} codes needs English names"),

    CROSSWALK_METADATA("crosswalk.metadata", "{0} 应为{1}", "{0} should be {2}"),
    CROSSWALK_TARGET("crosswalk.target", "代码表“{0}”没有代码“{1}”", "code list \"{0}\" has no code \"{1}\""),
    CROSSWALK_RELATION(
            "crosswalk.relation",
            "关系“{0}”不可用于 {1} 个目标：exact、close、narrower 一个，broader 一个以上，none 没有",
            "relation \"{0}\" does not go with {1} targets: exact, close, narrower take one, broader at least one, none takes none"),
    CROSSWALK_DUPLICATE("crosswalk.duplicate", "代码 {0} 的同一对应重复", "code {0} stands there twice with the same target"),
    CROSSWALK_AMBIGUOUS(
            "crosswalk.ambiguous", "两个代码都与 {0} 完全对应，无法写回", "two codes are exactly {0}: there is no way back"),

    SERVICE_FORM("service.form", "{0} 应为{1}", "{0} should be {2}"),
    SERVICE_OPERATION("service.operation", "operationId {0} 缺失或者重复", "operationId {0} is missing or used twice"),
    SERVICE_TEXT("service.text", "{0} 应写明中文和英文", "{0} should say it in Chinese and English"),
    SERVICE_CODE("service.code", "errors.json 没有错误代码 {0}", "errors.json has no code {0}"),
    SERVICE_STATUS("service.status", "错误代码 {0} 的状态是 {1}，此处为 {2}", "code {0} has status {1}, not {2} as here"),
    SERVICE_UNUSED("service.unused-code", "没有操作答复错误代码 {0}", "no operation answers with code {0}"),
    SERVICE_REFERENCE("service.reference", "没有 {0}", "there is no {0}"),

    LIFECYCLE_FORM("lifecycle.form", "生命周期写法有误：{0}", "malformed lifecycle: {1}"),
    LIFECYCLE_NAME("lifecycle.name", "没有状态或者事件 {0}", "there is no state or event {0}"),
    LIFECYCLE_DUPLICATE("lifecycle.duplicate", "{0} 在 {1} 中重复", "{0} is repeated in {1}"),
    LIFECYCLE_UNUSED("lifecycle.unused", "没有状态变化用到事件 {0}", "no transition uses event {0}"),
    LIFECYCLE_UNREACHABLE(
            "lifecycle.unreachable", "从初始状态到不了状态 {0}", "state {0} cannot be reached from the initial one"),
    LIFECYCLE_DEAD_END("lifecycle.dead-end", "状态 {0} 不是终态，却没有出路", "state {0} is not final and leads nowhere"),
    LIFECYCLE_STATUS("lifecycle.status", "代码表 {1} 没有状态 {0}", "code list {1} has no state {0}"),
    LIFECYCLE_STATE_MISSING(
            "lifecycle.state-missing", "代码表 {1} 的状态 {0} 不在生命周期中", "state {0} of code list {1} is not in the lifecycle"),
    LIFECYCLE_GUARD("lifecycle.guard", "没有规则 {0}", "there is no rule {0}"),
    LIFECYCLE_GUARD_TYPE(
            "lifecycle.guard-type", "规则 {0} 不适用于 {1} 中的任何单据", "rule {0} applies to none of the documents {1}"),
    LIFECYCLE_SEVERITY(
            "lifecycle.severity",
            "severity {0} 不可用：可信程度 {1} 未达 found 的至多为 warning",
            "severity {0} is not possible: confidence {1} below found allows at most warning");

    private final String id;
    private final Severity severity;
    private final String zh;
    private final String en;

    LintCheck(String id, String zh, String en) {
        this(id, Severity.ERROR, zh, en);
    }

    LintCheck(String id, Severity severity, String zh, String en) {
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
