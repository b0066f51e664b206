package org.tongcai.examples.importing;

import org.tongcai.Bilingual;

/** Why a row was not imported as it stands. The templates take {0}, {1} … as the comments say. */
public enum Reason {
    /** Blank row. */
    BLANK("空行", "blank row"),
    /** The head of the table stands among the data. */
    REPEATED_HEAD("数据中重复出现表头", "the head of the table, repeated among the data"),
    /** {0} parser's words. */
    BROKEN_QUOTES("引号不配对，无法断定单元格边界：{0}", "unbalanced quotes, cells cannot be told apart: {0}"),
    /** No arguments. */
    BROKEN_TEXT("含无法解码的字符（原文件编码有损）", "holds characters that cannot be decoded (the file is damaged)"),
    /** {0} expected, {1} found. */
    COLUMN_COUNT("应有 {0} 列，实有 {1} 列", "{0} columns expected, {1} found"),
    /** No arguments. */
    SHIFTED("各列错位，无法唯一还原", "columns are shifted and cannot be put back with certainty"),
    /** {0} how many columns, {1} after which column. */
    REALIGNED("自“{1}”起左移了 {0} 列，已还原", "shifted left by {0} from \"{1}\" on; put back"),
    /** No arguments. */
    NAME_MISSING("名称为空", "the name is empty"),
    /** No arguments. */
    NAME_TRUNCATED("名称被截断（以省略号结尾），按原样保留", "the name is cut off (ends in dots); kept as it is"),
    /** No arguments. */
    NUMBER_MISSING("编号为空", "the item number is empty"),
    /** No arguments. */
    PRICE_MISSING("价格为空", "the price is empty"),
    /** No arguments. */
    PRICE_ZERO("价格为零", "the price is zero"),
    /** No arguments. */
    PRICE_NEGATIVE("价格为负", "the price is negative"),
    /** No arguments. */
    PRICE_NEGOTIABLE("价格不是数字（面议、询价之类）", "the price is \"to be negotiated\", not a number"),
    /** No arguments. */
    PRICE_NOT_A_NUMBER("价格不是数字", "the price is not a number"),
    /** No arguments. */
    PRICE_TOO_FINE("折算为元后小数位过多", "too many digits after the point when in yuan"),
    /** {0} unit in the cell, {1} unit of the column. */
    PRICE_UNIT("单元格写明单位“{0}”，与列单位“{1}”不同，按单元格折算", "the cell says {0}, the column {1}; the cell was followed"),
    /** {0} category. */
    CATEGORY_UNMAPPED("类目“{0}”没有对应的政府采购品目", "category \"{0}\" has no counterpart in the procurement catalogue"),
    /** {0} category, {1} code used. */
    CATEGORY_DEFAULTED(
            "类目“{0}”没有对应品目，按默认品目 {1} 导入", "category \"{0}\" has no counterpart; imported under the default {1}"),
    /** {0} unit. */
    UNIT_UNKNOWN("计量单位“{0}”不在代码表中，未写入", "unit \"{0}\" is not in the code list; left out"),
    /** {0} line of the row that was kept. */
    DUPLICATE("与第 {0} 行重复", "repeats line {0}"),
    /** {0} line of the row that was kept. */
    CONFLICT("编号与第 {0} 行相同而名称或价格不同", "same number as line {0}, but another name or price"),
    /** No arguments. */
    MONTH_MISSING("预计采购时间为空", "the expected month is empty"),
    /** No arguments. */
    MONTH_INVALID("预计采购时间不是年月", "the expected time is not a year and month"),
    /** No arguments. */
    PURCHASER_MISSING("无法确定采购单位", "the purchaser cannot be told"),
    /** {0} line of the item. */
    PART_OF("本行的需求概况已并入第 {0} 行的项目", "the outline in this row went into the item of line {0}"),
    /** No arguments. */
    TITLE_DERIVED(
            "文件未给出公告标题，按法定格式由单位和月份组成", "the file has no title; made of purchaser and months in the official form"),
    /** No arguments. */
    MONTHS_DERIVED(
            "文件未给出起止月份，取各项预计时间的最早和最晚", "the file has no span of months; the first and last expected month were taken"),
    /** {0} outlines, {1} items. */
    OUTLINES_UNPAIRED(
            "同一公告有 {0} 行概况、{1} 行项目，无法一一对应", "the notice has {0} outlines and {1} items, which cannot be paired"),
    /** No arguments. */
    LINK_MISSING("链接为空，只按单位归并", "no link; grouped by purchaser only");

    private final Bilingual template;

    Reason(String zh, String en) {
        this.template = new Bilingual(zh, en);
    }

    /** The message in both languages, arguments filled in. */
    public Bilingual message(Object... arguments) {
        return new Bilingual(fill(template.zh(), arguments), fill(template.en(), arguments));
    }

    private static String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }
}
