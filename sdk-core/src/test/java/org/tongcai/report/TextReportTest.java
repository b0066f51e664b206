package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;

class TextReportTest {
    private static String write(List<DocumentReport> documents, TextOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        Reports.write(Examples.report(documents), Reports.text(out, Examples.STANDARD, options));
        return out.toString();
    }

    @Test
    void chinese() throws IOException {
        assertEquals("""
                ✗ 不通过  notices/公告 2.ndjson [3]  awardNotice  EX-2
                  错误  notices/公告 2.ndjson:12:5  structure.required
                        缺少必填字段 amount（中标金额）
                        字段  中标公告 › 标项 › 中标金额
                        指针  /lots/0
                        依据  《政府采购货物和服务招标投标管理办法》（财政部令第87号）第十六条
                        建议  补充该字段
                  警告  notices/公告 2.ndjson:3:20  codes.unknown
                        “OPEN_TENDERS”不在代码表“采购方式”中
                        字段  中标公告 › 采购方式
                        指针  /procurementMethod
                        取值  OPEN_TENDERS
                  另有 7 项因数量上限未列出

                ? 无法判定  secret.json
                  错误  secret.json  input.unreadable
                        无法读取：没有权限
                        指针  整个文档

                汇总  tongcai-cn 0.1.0
                  文档      3
                  通过      1
                  不通过    1
                  无法判定  1
                  错误      2
                  警告      1
                  提示      0
                  按层次
                    1  语法
                    1  结构
                    1  代码表
                  最常见的问题
                    1  structure.required
                    1  codes.unknown
                    1  input.unreadable
                ✗ 不通过：3 份文档中有 1 份不符合标准，1 份无法判定
                """, write(Examples.DOCUMENTS, TextOptions.DEFAULT));
    }

    @Test
    void english() throws IOException {
        assertEquals("""
                ✗ Rejected  notices/公告 2.ndjson [3]  awardNotice  EX-2
                  Error    notices/公告 2.ndjson:12:5  structure.required
                           required member amount (award amount) is missing
                           field    Award notice › Lot › Award amount
                           pointer  /lots/0
                           source   《政府采购货物和服务招标投标管理办法》, 财政部令第87号, 第十六条
                           fix      add the member
                  Warning  notices/公告 2.ndjson:3:20  codes.unknown
                           "OPEN_TENDERS" is not in the code list Procurement method
                           field    Award notice › Procurement method
                           pointer  /procurementMethod
                           value    OPEN_TENDERS
                  7 more findings not listed because of the caps

                ? Undetermined  secret.json
                  Error    secret.json  input.unreadable
                           cannot be read: permission denied
                           pointer  whole document

                Summary  tongcai-cn 0.1.0
                  Documents     3
                  Accepted      1
                  Rejected      1
                  Undetermined  1
                  Error         2
                  Warning       1
                  Info          0
                  By layer
                    1  syntax
                    1  structure
                    1  code lists
                  Most frequent
                    1  structure.required
                    1  codes.unknown
                    1  input.unreadable
                ✗ Rejected: 1 of 3 documents does not conform, 1 could not be judged
                """, write(Examples.DOCUMENTS, TextOptions.DEFAULT.withLocale(Locale.ENGLISH)));
    }

    @Test
    void rulesAreShownWithLawAndFixAndWhatWasNotJudgedWithReasons() throws IOException {
        assertEquals("""
                ✗ 不通过  a.json  tenderNotice  A
                  错误  a.json:20:3  GP-TENDER-001
                        自 2026-03-02 发出至 2026-03-16 截止仅 14 日，少于 20 日
                        字段  招标公告 / 投标截止时间
                        指针  /submissionDeadline
                        取值  2026-03-16T09:30:00+08:00
                        依据  《中华人民共和国政府采购法》（主席令第68号）第三十五条
                        建议  将投标截止时间推迟到 2026-03-22 或以后

                ? 无法判定  b.json  awardNotice  B
                  无法判定  GP-NOTICE-002 中标结果在二个工作日内公告：没有 2031 年的节假日安排

                汇总  tongcai-cn 0.1.0
                  文档      3
                  通过      1
                  不通过    1
                  无法判定  1
                  错误      1
                  警告      0
                  提示      0
                  按层次
                    1  业务规则
                  最常见的问题
                    1  GP-TENDER-001  招标文件发出之日起至投标截止之日不少于二十日
                  未作判定
                    3  未检查  跨文档引用：没有提供可供查找的其他文件
                    1  无法判定  GP-NOTICE-002 中标结果在二个工作日内公告：没有 2031 年的节假日安排
                ✗ 不通过：3 份文档中有 1 份不符合标准，1 份无法判定
                """, write(Examples.RULES, TextOptions.DEFAULT));
    }

    @Test
    void xmlHasAnXPathAndObjectsInMemoryHaveNoLines() throws IOException {
        String text = write(Examples.ENCODINGS, TextOptions.DEFAULT);
        assertTrue(text.startsWith("""
                ✗ 不通过  a.zip!/公告.xml  awardNotice  EX-3
                  错误  a.zip!/公告.xml:14:20  structure.unknown-field
                        标准中没有属性 note
                        字段  中标公告 › 标项 › 第 2 项 › 中标结果
                        指针  /lots/1/award/@note
                        路径  /tc:awardNotice/tc:lots[2]/tc:award/@note
                        取值  x

                ✗ 不通过  -  awardNotice  EX-4
                  错误  -  structure.required
                        缺少必填字段 name（名称）
                        字段  中标公告 › 采购人
                        指针  /buyer

                """), text);
    }

    @Test
    void acceptedDocumentsAreCountedOrListed() throws IOException {
        List<DocumentReport> accepted = Examples.DOCUMENTS.subList(0, 1);
        assertTrue(write(accepted, TextOptions.DEFAULT).startsWith("汇总"));
        String verbose = write(accepted, TextOptions.DEFAULT.withVerbose(true));
        assertTrue(verbose.startsWith("✓ 通过  notices/公告 1.json  awardNotice  EX-1\n汇总"), verbose);
        assertTrue(verbose.endsWith("✓ 通过：全部 1 份文档符合标准\n"), verbose);
    }

    @Test
    void colourOnlyWhenAskedFor() throws IOException {
        assertFalse(write(Examples.DOCUMENTS, TextOptions.DEFAULT).contains("\u001b"));
        String coloured = write(Examples.DOCUMENTS, TextOptions.DEFAULT.withColour(true));
        assertTrue(coloured.contains("\u001b[1;31m✗ 不通过\u001b[0m"), coloured);
        assertEquals(write(Examples.DOCUMENTS, TextOptions.DEFAULT), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void documentsCannotTalkToTheTerminal() throws IOException {
        String text = write(List.of(Examples.hostile("a\u001b]0;owned\u0007\r\n\u202Eb\u0085")), TextOptions.DEFAULT);
        assertTrue(text.contains("a␛]0;owned␇␍␊‹U+202E›b‹U+0085›"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= 0x20 && c != 0x202E && (c < 0x7F || c > 0x9F)), text);
    }

    @Test
    void noDocumentsAtAll() throws IOException {
        assertTrue(write(List.of(), TextOptions.DEFAULT).endsWith("✓ 通过：没有文档\n"));
    }
}
