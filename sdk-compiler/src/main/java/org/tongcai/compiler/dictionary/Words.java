package org.tongcai.compiler.dictionary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node.Binding;

/** Names for people of what the standard writes as ids. An id that is not known stands for itself. */
final class Words {
    /** Domains in the order of the index page. */
    static final Map<String, Bilingual> DOMAINS = new LinkedHashMap<>();

    private static final Map<String, Bilingual> UNITS = Map.of(
            "CNY", new Bilingual("人民币元", "CNY"),
            "percent", new Bilingual("百分比（%）", "percent"),
            "day", new Bilingual("日", "days"),
            "month", new Bilingual("月", "months"),
            "workday", new Bilingual("工作日", "working days"));

    private static final Map<String, Bilingual> SENSITIVITIES = Map.of(
            "public", new Bilingual("公开", "public"),
            "internal", new Bilingual("内部", "internal"),
            "personal", new Bilingual("个人信息", "personal data"),
            "secret", new Bilingual("保密", "secret"));

    private static final Map<String, Bilingual> FORMATS = Map.of(
            "date", new Bilingual("日期", "date"),
            "date-time", new Bilingual("日期时间", "date and time"),
            "year-month", new Bilingual("年月", "year and month"),
            "decimal", new Bilingual("十进制数", "decimal"),
            "uri", new Bilingual("网址", "URI"));

    private static final Map<String, Bilingual> STATUSES = Map.of(
            "law", new Bilingual("名称出自法律法规", "named by law"),
            "official", new Bilingual("官方代码表", "official list"),
            "common", new Bilingual("行业通用", "common practice"),
            "tongcai", new Bilingual("本标准制定", "made by this standard"));

    private static final Map<String, Bilingual> CODE_MAKERS = Map.of(
            "official",
            new Bilingual("官方代码", "official codes"),
            "tongcai",
            new Bilingual("本标准代码", "codes of this standard"));

    private static final Map<String, Bilingual> CONFIDENCES = Map.of(
            "found", new Bilingual("在公开文本中读到", "read in public text"),
            "known", new Bilingual("凭通行知识，未逐字核对", "general knowledge, not compared word by word"),
            "unsure", new Bilingual("使用前应核对", "check before use"),
            "proposed", new Bilingual("建议", "proposed"));

    private static final Map<String, Bilingual> RELATIONS = Map.of(
            "exact", new Bilingual("相同", "exact"),
            "close", new Bilingual("相近", "close"),
            "broader", new Bilingual("较宽", "broader"),
            "narrower", new Bilingual("较窄", "narrower"),
            "none", new Bilingual("无对应", "none"));

    private static final Map<String, Bilingual> DIRECTIONS = Map.of(
            "in", new Bilingual("只用于读入", "for reading only"),
            "out", new Bilingual("只用于写出", "for writing only"),
            "both", new Bilingual("读入和写出", "for reading and writing"));

    static {
        DOMAINS.put("users", new Bilingual("用户与主体", "Users and organizations"));
        DOMAINS.put("qualifications", new Bilingual("资质与信用", "Qualifications"));
        DOMAINS.put("permissions", new Bilingual("权限", "Permissions"));
        DOMAINS.put("products", new Bilingual("商品", "Products"));
        DOMAINS.put("plans", new Bilingual("采购计划", "Plans"));
        DOMAINS.put("announcements", new Bilingual("公告", "Announcements"));
        DOMAINS.put("tendering", new Bilingual("招标投标", "Tendering"));
        DOMAINS.put("contracts", new Bilingual("合同", "Contracts"));
        DOMAINS.put("orders", new Bilingual("订单", "Orders"));
        DOMAINS.put("workflows", new Bilingual("流程", "Workflows"));
        DOMAINS.put("supervision", new Bilingual("监督管理", "Supervision"));
        DOMAINS.put("exchange", new Bilingual("数据交换", "Exchange"));
    }

    private Words() {}

    static Bilingual domain(String id) {
        return DOMAINS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual unit(String id) {
        return UNITS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual sensitivity(String id) {
        return SENSITIVITIES.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual format(String id) {
        return FORMATS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual status(String id) {
        return STATUSES.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual codes(String id) {
        return CODE_MAKERS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual confidence(String id) {
        return CONFIDENCES.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual relation(String id) {
        return RELATIONS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual direction(String id) {
        return DIRECTIONS.getOrDefault(id, new Bilingual(id, ""));
    }

    static Bilingual binding(Binding binding) {
        return switch (binding) {
            case REQUIRED -> new Bilingual("仅限表内代码", "listed codes only");
            case EXTENSIBLE -> new Bilingual("可用 x- 扩展", "own codes as x-…");
            case PREFERRED -> new Bilingual("推荐使用", "preferred");
        };
    }
}
