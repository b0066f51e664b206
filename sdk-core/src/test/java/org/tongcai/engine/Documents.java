package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import org.tongcai.DocumentReport;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;

/** Documents of {@link TestBundle} and ways to change them; organisations are made up, check digits computed. */
final class Documents {
    /** Check digits of these were computed after GB 32100-2015. */
    static final String CODE = "91530100MA6EXAMP0T";

    private static final String MONEY = "{\"amount\":\"%s\",\"currency\":\"CNY\"}";

    private Documents() {}

    static String header(String type) {
        return """
        {"documentType":"%s","standardVersion":"0.1","documentId":"DOC-1","issuedAt":"2026-03-02T09:00:00+08:00"}""".formatted(type);
    }

    /** The smallest award notice, compact, on one line. */
    static String award() {
        return ("{\"header\":" + header("awardNotice") + """
                ,"projectNumber":"YN-2026-0001","projectName":"示例办公设备采购项目","procurementMethod":"OPEN_TENDER",\
                "organizationForm":"SELF","purchaser":{"name":"示例市教育局"},"bidOpening":"2026-02-20T09:30:00+08:00",\
                "lots":[{"lotNumber":"1","title":"台式计算机","budget":%s,"price":{"kind":"total","amount":%s},\
                "supplier":{"name":"云帆示例科技有限公司"},"items":[{"name":"台式机","catalogueCode":"A02010105",\
                "quantity":10,"unitPrice":%s}]}]}""")
                .formatted(money("50000.00"), money("48000.00"), money("4800.00"));
    }

    static String money(String amount) {
        return MONEY.formatted(amount);
    }

    /** About 6 kB with everything in it. */
    static String large() {
        StringBuilder lots = new StringBuilder();
        for (int lot = 1; lot <= 2; lot++) {
            StringBuilder items = new StringBuilder();
            for (int item = 1; item <= 5; item++) {
                items.append(item == 1 ? "" : ",")
                        .append("""
                                {"name":"台式计算机（第%d类）","catalogueCode":"A0201010%d","quantity":%d,"unit":"SET","brand":"示例牌",\
                                "specification":"处理器主频不低于 2.5 GHz，内存 16 GB，固态硬盘 512 GB，三年上门保修服务","unitPrice":%s}""".formatted(item, item, item * 10, money("48" + item + "0.00")));
            }
            lots.append(lot == 1 ? "" : ",").append("""
                            {"lotNumber":"%d","title":"第 %d 包：教学与办公设备及配套安装调试服务","budget":%s,"price":{"kind":"%s",%s},\
                            "supplier":%s,"items":[%s]}""".formatted(
                            lot,
                            lot,
                            money("1250000.00"),
                            lot == 1 ? "total" : "discountRate",
                            lot == 1 ? "\"amount\":" + money("1198000.00") : "\"rate\":\"86.50\"",
                            party("云帆示例科技有限公司"),
                            items));
        }
        return """
        {"header":{"documentType":"awardNotice","standardVersion":"0.1","documentId":"YN-2026-0001-AWARD-01",\
        "issuedAt":"2026-03-02T09:00:00+08:00","sender":%s},"projectNumber":"YN-2026-0001",\
        "projectName":"示例市教育局二〇二六年度义务教育学校教学与办公设备采购项目","procurementMethod":"OPEN_TENDER","noticeKind":"RESULT",\
        "organizationForm":"AGENCY","purchaser":%s,"agency":%s,"agencyFee":%s,"bidOpening":"2026-02-20T09:30:00+08:00",\
        "announcedOn":"2026-03-02","planMonth":"2026-01","lots":[%s],"experts":["甲专家","乙专家","丙专家","丁专家","戊专家"],\
        "jointBid":false,"remarks":"本公告期限为一个工作日。供应商对中标结果有异议的，可以在公告期限届满之日起七个工作日内以书面形式提出质疑。",\
        "extensions":[{"name":"localBudget","value":"一般公共预算资金","children":[{"name":"fundSource","value":"财政拨款"}]}]}""".formatted(party("示例市财政局"), party("示例市教育局"), party("示例招标代理有限公司"), money("18600.00"), lots);
    }

    private static String party(String name) {
        return """
        {"name":"%s","creditCode":"%s","regionCode":"530100","foreign":false,"address":"示例省示例市示例区示例路 100 号综合楼三层",\
        "contact":"张某","phone":"13800000000","email":"procurement@example.cn","website":"https://www.example.cn/notices"}""".formatted(name, CODE);
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static DocumentReport judge(Engine engine, String json) {
        return judge(engine, bytes(json));
    }

    static DocumentReport judge(Engine engine, byte[] json) {
        return engine.validate(Slice.of("test", json), ValidationOptions.DEFAULT);
    }
}
