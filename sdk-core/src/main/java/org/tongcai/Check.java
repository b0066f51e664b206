package org.tongcai;

import org.jspecify.annotations.Nullable;

/**
 * The checks that the engine itself makes (business rules are data and have ids of their own). The id is stable and is what a
 * {@link Finding} carries; the templates take {@code {0}}, {@code {1}} … in the order that the comment says.
 */
public enum Check {
    // syntax; {0} detail
    SYNTAX_JSON(
            "syntax.json",
            Layer.SYNTAX,
            "JSON 语法错误：{0}",
            "malformed JSON: {0}",
            "按 RFC 8259 修正该处",
            "correct it according to RFC 8259"),
    SYNTAX_XML(
            "syntax.xml",
            Layer.SYNTAX,
            "XML 不合式：{0}",
            "XML that is not well-formed: {0}",
            "按 XML 1.0 修正该处",
            "correct it according to XML 1.0"),
    SYNTAX_DTD(
            "syntax.dtd",
            Layer.SYNTAX,
            "不允许文档类型声明（DTD）",
            "a document type declaration (DTD) is not allowed",
            "删除 DOCTYPE",
            "remove the DOCTYPE"),
    SYNTAX_ENCODING(
            "syntax.encoding",
            Layer.SYNTAX,
            "不是合法的 UTF-8：{0}",
            "not valid UTF-8: {0}",
            "以 UTF-8（无 BOM）重新导出",
            "export again as UTF-8 without a byte order mark"),
    SYNTAX_EMPTY("syntax.empty", Layer.SYNTAX, "输入为空", "the input is empty", null, null),
    /** {0} name. */
    SYNTAX_DUPLICATE_KEY(
            "syntax.duplicate-key",
            Layer.SYNTAX,
            "字段“{0}”重复出现",
            "member \"{0}\" appears more than once",
            "只保留一个",
            "keep one of them"),
    SYNTAX_TRAILING(
            "syntax.trailing-content",
            Layer.SYNTAX,
            "文档结束之后还有内容",
            "content after the end of the document",
            "删除多余内容；多个文档请用数组或 NDJSON",
            "delete it; several documents go into an array or NDJSON"),
    SYNTAX_CONTROL(
            "syntax.control-character",
            Layer.SYNTAX,
            "文本含有不允许的控制字符或未配对的代理字符 U+{0}",
            "the text holds a control character or unpaired surrogate U+{0}, which is not allowed",
            "删除该字符",
            "delete the character"),
    /** {0} limit, also below. */
    LIMIT_DEPTH("limit.depth", Layer.SYNTAX, "嵌套超过 {0} 层", "nested deeper than {0} levels", null, null),
    LIMIT_SIZE(
            "limit.document-size", Layer.SYNTAX, "单个文档超过 {0} 字节", "the document is larger than {0} bytes", null, null),
    LIMIT_STRING(
            "limit.string-length", Layer.SYNTAX, "文本超过 {0} 个字符", "a text is longer than {0} characters", null, null),
    LIMIT_NUMBER("limit.number-length", Layer.SYNTAX, "数字超过 {0} 位", "a number is longer than {0} digits", null, null),
    /** {0} detail. */
    INPUT_UNREADABLE("input.unreadable", Layer.SYNTAX, "无法读取：{0}", "cannot be read: {0}", null, null),

    /** {0} expected, {1} found. */
    TYPE("structure.type", Layer.STRUCTURE, "应为{0}，实为{1}", "should be {0}, is {1}", null, null),
    NULL(
            "structure.null",
            Layer.STRUCTURE,
            "不允许 null；没有值就不要写该字段",
            "null is not allowed; leave the member out",
            "删除该字段",
            "leave the member out"),
    /** {0} name, {1} title. */
    REQUIRED(
            "structure.required",
            Layer.STRUCTURE,
            "缺少必填字段 {0}（{1}）",
            "required member {0} ({1}) is missing",
            "补充该字段",
            "add the member"),
    /** {0} name, {1} closest known name or "". */
    UNKNOWN(
            "structure.unknown-field",
            Layer.STRUCTURE,
            "标准中没有字段 {0}{1}",
            "the standard has no member {0} here{1}",
            "删除，或放入 extensions",
            "remove it, or put it into extensions"),
    /** {0} name, {1} the element that should come after it. XML only. */
    ORDER(
            "structure.order",
            Layer.STRUCTURE,
            "元素 {0} 应写在 {1} 之前",
            "element {0} should stand before {1}",
            "按标准中字段的次序书写",
            "write the elements in the order of the standard"),
    /** {0} name of the root element, {1} the document type. XML only. */
    ROOT_ELEMENT(
            "structure.root-element",
            Layer.STRUCTURE,
            "根元素是 {0}，应与单据类型 {1} 同名",
            "the root element is {0}, it should be named {1} as the document type",
            "改根元素的名称，或改 header.documentType",
            "rename the root element, or correct header.documentType"),
    /** {0} found, {1} expected. XML only. */
    NAMESPACE(
            "structure.namespace",
            Layer.STRUCTURE,
            "根元素的命名空间是“{0}”，应为 {1}",
            "the namespace of the root element is \"{0}\", it should be {1}",
            "在根元素上声明该命名空间",
            "declare this namespace on the root element"),
    /** {0} minimum, {1} actual. */
    MIN_LENGTH(
            "structure.min-length",
            Layer.STRUCTURE,
            "至少 {0} 个字符，实为 {1} 个",
            "at least {0} characters, has {1}",
            null,
            null),
    MAX_LENGTH(
            "structure.max-length",
            Layer.STRUCTURE,
            "至多 {0} 个字符，实为 {1} 个",
            "at most {0} characters, has {1}",
            null,
            null),
    /** {0} pattern. */
    PATTERN("structure.pattern", Layer.STRUCTURE, "不符合格式 {0}", "does not match {0}", null, null),
    /** {0} format in words. */
    FORMAT("structure.format", Layer.STRUCTURE, "不是合法的{0}", "is not a valid {0}", null, null),
    /** {0} digits, {1} fraction, {2} "" or sign remark. */
    DECIMAL(
            "structure.decimal",
            Layer.STRUCTURE,
            "不是合法的金额或数量：至多 {0} 位数字，其中小数至多 {1} 位{2}",
            "is not a valid decimal: at most {0} digits, of which at most {1} after the point{2}",
            null,
            null),
    /** {0} bound, {1} actual. */
    MINIMUM("structure.minimum", Layer.STRUCTURE, "不得小于 {0}", "must not be less than {0}", null, null),
    MAXIMUM("structure.maximum", Layer.STRUCTURE, "不得大于 {0}", "must not be greater than {0}", null, null),
    /** {0} bound, {1} actual. */
    MIN_ITEMS(
            "structure.min-items",
            Layer.STRUCTURE,
            "至少 {0} 项，实为 {1} 项（没有就不写该字段）",
            "at least {0} items, has {1} (leave an empty list out)",
            null,
            null),
    MAX_ITEMS("structure.max-items", Layer.STRUCTURE, "至多 {0} 项，实为 {1} 项", "at most {0} items, has {1}", null, null),
    /** {0} index of the first. */
    UNIQUE(
            "structure.unique-items",
            Layer.STRUCTURE,
            "与第 {0} 项重复",
            "repeats item {0}",
            "删除重复项",
            "delete the repetition"),
    /** {0} the value it must have. */
    CONST("structure.const", Layer.STRUCTURE, "应为“{0}”", "should be \"{0}\"", null, null),
    /** {0} allowed values. */
    UNION("structure.union", Layer.STRUCTURE, "种类应为其中之一：{0}", "the kind should be one of {0}", null, null),
    /** {0} name, {1} title, {2} title of the condition. */
    CONDITION_REQUIRED(
            "structure.condition-required",
            Layer.STRUCTURE,
            "{2}：缺少 {0}（{1}）",
            "{2}: {0} ({1}) is missing",
            "补充该字段",
            "add the member"),
    CONDITION_FORBIDDEN(
            "structure.condition-forbidden",
            Layer.STRUCTURE,
            "{2}：不得有 {0}（{1}）",
            "{2}: {0} ({1}) must not be there",
            "删除该字段",
            "remove the member"),
    /** {0} what was found or "", {1} known types. */
    DOCUMENT_TYPE(
            "structure.document-type",
            Layer.STRUCTURE,
            "文档类型缺失或不符{0}；header.documentType 应为其中之一：{1}",
            "the document type is missing or not one expected here{0}; header.documentType should be one of {1}",
            null,
            null),
    /** {0} found, {1} own edition. */
    STANDARD_VERSION(
            "structure.standard-version",
            Layer.STRUCTURE,
            "标准版次 {0} 不受支持，本系统为 {1}",
            "edition {0} of the standard is not supported, this is {1}",
            null,
            null),
    /** {0} found, {1} profiles loaded or "". */
    PROFILE_NOT_LOADED(
            "structure.profile-not-loaded",
            Layer.STRUCTURE,
            "没有加载单据所遵守的地方规范 {0}，未按它判断{1}",
            "profile {0}, which the document follows, is not loaded; the document was not judged by it{1}",
            "加载该规范后再次校验",
            "load the profile and validate again"),
    /** {0} namespace, {1} name. */
    EXTENSION_CRITICAL(
            "structure.critical-extension",
            Layer.STRUCTURE,
            "关键扩展项 {0}/{1} 属于未加载的规范，不得在不认识它的情况下处理单据",
            "critical extension {0}/{1} belongs to a profile that is not loaded; the document must not be processed without knowing it",
            "加载定义它的规范，或由发送方改为非关键",
            "load the profile that defines it, or have the sender mark it as not critical"),

    /** {0} code, {1} list title, {2} suggestion or "". */
    CODE_UNKNOWN(
            "codes.unknown",
            Layer.CODES,
            "“{0}”不在代码表“{1}”中{2}",
            "\"{0}\" is not in the code list {1}{2}",
            "用 tongcai codes 查代码",
            "look the code up with tongcai codes"),
    /** {0} code, {1} list, {2} date, {3} validity and successor. */
    CODE_NOT_IN_FORCE(
            "codes.not-in-force",
            Layer.CODES,
            "代码“{0}”（{1}）在 {2} 不在有效期内：{3}",
            "code \"{0}\" ({1}) is not in force on {2}: {3}",
            null,
            null),

    /** {0} kind, {1} reason. */
    IDENTIFIER(
            "identifiers.invalid",
            Layer.IDENTIFIERS,
            "{0}不正确：{1}",
            "not a valid {0}: {1}",
            "核对原始证照",
            "check it against the original certificate"),

    /** {0} title of the type referred to, {1} its number, {2} rule that needs it. */
    REFERENCE_NOT_FOUND(
            "references.not-found",
            Layer.REFERENCES,
            "引用的{0} {1} 找不到",
            "the document referred to, {0} {1}, cannot be found",
            "核对文件编号，或先提交被引用的文件",
            "check the number, or submit the document referred to first"),
    /** {0} where the other one stands. */
    REFERENCE_DUPLICATE(
            "references.duplicate",
            Layer.REFERENCES,
            "编号和修订号相同的另一份单据内容不同：{0}",
            "another document with this number and revision has other content: {0}",
            "更正的单据应递增修订号；不同的单据应使用不同的编号",
            "raise the revision of a corrected document; give different documents different numbers");

    private final String id;
    private final Layer layer;
    private final Bilingual template;
    private final @Nullable Bilingual fix;

    Check(String id, Layer layer, String zh, String en, @Nullable String fixZh, @Nullable String fixEn) {
        this.id = id;
        this.layer = layer;
        this.template = new Bilingual(zh, en);
        this.fix = fixZh == null || fixEn == null ? null : new Bilingual(fixZh, fixEn);
    }

    /** The stable id, such as {@code structure.required}. */
    public String id() {
        return id;
    }

    /** The layer it belongs to. */
    public Layer layer() {
        return layer;
    }

    /** The message template. */
    public Bilingual template() {
        return template;
    }

    /** General advice; null where there is none. */
    public @Nullable Bilingual fix() {
        return fix;
    }
}
