package org.tongcai.engine;

import static org.tongcai.engine.Nodes.code;
import static org.tongcai.engine.Nodes.constant;
import static org.tongcai.engine.Nodes.decimal;
import static org.tongcai.engine.Nodes.document;
import static org.tongcai.engine.Nodes.forbidden;
import static org.tongcai.engine.Nodes.format;
import static org.tongcai.engine.Nodes.identifier;
import static org.tongcai.engine.Nodes.list;
import static org.tongcai.engine.Nodes.may;
import static org.tongcai.engine.Nodes.must;
import static org.tongcai.engine.Nodes.object;
import static org.tongcai.engine.Nodes.pattern;
import static org.tongcai.engine.Nodes.personal;
import static org.tongcai.engine.Nodes.ref;
import static org.tongcai.engine.Nodes.required;
import static org.tongcai.engine.Nodes.text;
import static org.tongcai.engine.Nodes.union;
import static org.tongcai.engine.Nodes.unique;
import static org.tongcai.engine.Nodes.when;
import static org.tongcai.engine.Nodes.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.calendar.WorkCalendar;

/** A small made-up standard that has everything the dialect has: an award notice, and a type with more members than a long has bits. */
class TestBundle implements Bundle {
    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
    private final Map<String, CodeList> codeLists = new LinkedHashMap<>();
    private final Manifest manifest;

    TestBundle() {
        add(object(
                "DocumentHeader",
                "文件头",
                must("documentType", "文件类型", text(1, 40)),
                must("standardVersion", "标准版次", pattern("^[0-9]{1,3}\\.[0-9]{1,3}$", 7)),
                must("documentId", "文件编号", pattern("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", 64)),
                must("issuedAt", "发布时间", format("date-time")),
                may("sender", "发送方", ref("Party"))));
        add(with(
                object(
                        "Party",
                        "主体",
                        must("name", "名称", text(1, 100)),
                        may("creditCode", "统一社会信用代码", identifier("creditCode")),
                        may("regionCode", "行政区划", code("region", Node.Binding.REQUIRED)),
                        may("foreign", "境外", new Node.Flag()),
                        may("address", "地址", text(1, 200)),
                        may("contact", "联系人", personal(text(1, 30))),
                        may("phone", "电话", personal(identifier("phone"))),
                        may("email", "电子邮箱", identifier("email")),
                        may("website", "网址", format("uri"))),
                when("境内主体应有信用代码", "foreign", List.of("false"), required("creditCode"), null)));
        add(object("TotalPrice", "总价", must("kind", "报价方式", constant("total")), must("amount", "金额", ref("Money"))));
        add(object(
                "DiscountRate",
                "折扣率",
                must("kind", "报价方式", constant("discountRate")),
                must("rate", "折扣率", decimal(5, 2, false)),
                may("printed", "原文", text(1, 50))));
        Map<String, String> branches = new LinkedHashMap<>();
        branches.put("total", "TotalPrice");
        branches.put("discountRate", "DiscountRate");
        add(union("Price", "报价", "kind", branches));
        add(object(
                "Money",
                "金额",
                must("amount", "数额", decimal(14, 2, true)),
                must("currency", "币种", code("currency", Node.Binding.REQUIRED))));
        add(object(
                "Item",
                "标的",
                must("name", "名称", text(1, 100)),
                must("catalogueCode", "品目", pattern("^[ABC][0-9]{8}$", 9)),
                must("quantity", "数量", new Node.Whole(1, 1_000_000)),
                may("unit", "计量单位", code("unit", Node.Binding.EXTENSIBLE)),
                may("brand", "品牌", text(1, 60)),
                may("specification", "规格", text(1, 300)),
                must("unitPrice", "单价", ref("Money"))));
        add(object(
                "Lot",
                "分包",
                must("lotNumber", "包号", pattern("^[0-9]{1,3}$", 3)),
                must("title", "名称", text(1, 200)),
                must("budget", "预算", ref("Money")),
                must("price", "中标价", ref("Price")),
                must("supplier", "中标供应商", ref("Party")),
                must("items", "标的", list(ref("Item"), 1, 500))));
        add(object(
                "Extension",
                "扩展",
                must("name", "名称", pattern("^[a-z][a-zA-Z0-9]{0,47}$", 48)),
                may("value", "值", text(1, 500)),
                may("children", "下级", list(ref("Extension"), 1, 50))));
        add(with(
                document(
                        "awardNotice",
                        "AwardNotice",
                        "中标公告",
                        must("header", "文件头", ref("DocumentHeader")),
                        must("projectNumber", "项目编号", pattern("^[A-Z]{2,6}-[0-9]{4}-[0-9]{3,6}$", 30)),
                        must("projectName", "项目名称", text(4, 200)),
                        must("procurementMethod", "采购方式", code("procurement-method", Node.Binding.REQUIRED)),
                        may("noticeKind", "公告类别", code("notice-kind", Node.Binding.PREFERRED)),
                        must("organizationForm", "组织形式", code("organization-form", Node.Binding.REQUIRED)),
                        must("purchaser", "采购人", ref("Party")),
                        may("agency", "采购代理机构", ref("Party")),
                        may("agencyFee", "代理费", ref("Money")),
                        must("bidOpening", "开标时间", format("date-time")),
                        may("announcedOn", "公告日期", format("date")),
                        may("planMonth", "预计采购时间", format("year-month")),
                        must("lots", "分包", list(ref("Lot"), 1, 99)),
                        may("experts", "评审专家", unique(text(2, 20), 30)),
                        may("jointBid", "是否联合体", new Node.Flag()),
                        may("jointMembers", "联合体成员", list(ref("Party"), 1, 10)),
                        may("remarks", "备注", text(1, 2000)),
                        may("extensions", "扩展", list(ref("Extension"), 1, 100))),
                when("委托代理时必须填写采购代理机构", "organizationForm", List.of("AGENCY"), required("agency"), forbidden("agency")),
                when("联合体应列明成员", "jointBid", List.of("true"), required("jointMembers"), null),
                when("有代理费时应有代理机构", "agencyFee", List.of(), required("agency"), null)));
        Property[] wide = new Property[131];
        wide[0] = must("header", "文件头", ref("DocumentHeader"));
        for (int i = 1; i < wide.length; i++) {
            Node node = i == 129 ? new Node.Flag() : text(1, 10);
            wide[i] = i % 40 == 0 ? must("f" + i, "字段" + i, node) : may("f" + i, "字段" + i, node);
        }
        add(with(
                document("wideNotice", "WideNotice", "宽公告", wide),
                when("第一百二十九项为真", "f129", List.of("true"), required("f130"), forbidden("f128"))));

        codes("currency", "币种", entry("CNY", "人民币"), entry("USD", "美元"));
        codes("unit", "计量单位", entry("SET", "台"), entry("PIECE", "件"));
        codes("notice-kind", "公告类别", entry("RESULT", "结果公告"));
        codes("organization-form", "组织形式", entry("AGENCY", "委托代理"), entry("SELF", "自行采购"));
        codes(
                "procurement-method",
                "采购方式",
                entry("OPEN_TENDER", "公开招标"),
                entry("INVITED_TENDER", "邀请招标"),
                entry("FRAMEWORK", "框架协议采购", "2022-03-01", null),
                entry("OLD_METHOD", "旧方式", null, "2014-01-31", "OPEN_TENDER"));
        codes(
                "region",
                "行政区划",
                entry("530100", "昆明市"),
                entry("110101", "东城区"),
                entry("110103", "崇文区", null, "2010-06-30", "110101"),
                entry("350182", "长乐市", null, "2017-11-05"),
                entry("350182", "长乐区", "2017-11-06", null));

        manifest = new Manifest(
                Manifest.FORMAT,
                "test",
                "0.1.0",
                "0.1",
                new Bilingual("测试标准", "Test standard"),
                List.of(),
                List.of(
                        new Manifest.DocumentType(
                                "awardNotice", "AwardNotice", "announcements", new Bilingual("中标公告", "Award notice")),
                        new Manifest.DocumentType(
                                "wideNotice", "WideNotice", "announcements", new Bilingual("宽公告", "Wide notice"))),
                List.copyOf(types.keySet()),
                List.of());
    }

    private void add(TypeDefinition type) {
        types.put(type.name(), type);
    }

    private void codes(String id, String title, CodeList.Entry... entries) {
        codeLists.put(
                id,
                new CodeList(
                        id,
                        new Bilingual(title, id),
                        Bilingual.EMPTY,
                        "tongcai",
                        "tongcai",
                        "proposed",
                        null,
                        List.of(),
                        List.of(entries)));
    }

    private static CodeList.Entry entry(String code, String name) {
        return entry(code, name, null, null);
    }

    private static CodeList.Entry entry(
            String code, String name, @Nullable String from, @Nullable String to, String... successors) {
        return new CodeList.Entry(
                code,
                new Bilingual(name, ""),
                null,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(successors),
                null,
                null);
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public TypeDefinition type(String name) {
        TypeDefinition type = types.get(name);
        if (type == null) {
            throw new BundleException("no type " + name, null);
        }
        return type;
    }

    @Override
    public CodeList codeList(String id) {
        CodeList list = codeLists.get(id);
        if (list == null) {
            throw new BundleException("no code list " + id, null);
        }
        return list;
    }

    @Override
    public List<Term> terms() {
        return new ArrayList<>();
    }

    @Override
    public WorkCalendar calendar() {
        throw new UnsupportedOperationException();
    }
}
