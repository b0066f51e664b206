package org.tongcai.examples.intentions;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcai.examples.importing.MoneyUnit;
import org.tongcai.examples.importing.Row;

/** Which column says what, found in the head. Immutable. */
final class Layout {
    /** What an intention table can tell, and how its columns are headed. */
    enum Field {
        NUMBER("子序号"),
        TITLE("标题", "公告标题"),
        PURCHASER("客户名称", "采购单位", "采购人", "单位名称"),
        PROJECT("采购项目名称", "项目名称"),
        SUMMARY("采购需求概况", "需求概况"),
        BUDGET("预算金额", "金额"),
        RESERVED("拟面向中小企业预留"),
        MONTH("预计采购时间", "预计采购日期", "预计时间"),
        REMARKS("备注"),
        PUBLISHED("发布时间", "公告日期"),
        LINK("link", "链接", "网址");

        private final List<String> heads;

        Field(String... heads) {
            this.heads = List.of(heads);
        }
    }

    private static final Set<String> HEAD_WORDS = headWords();

    private final List<String> head;
    private final Map<Field, Integer> positions;
    private final MoneyUnit unit;

    private Layout(List<String> head, Map<Field, Integer> positions, MoneyUnit unit) {
        this.head = head;
        this.positions = positions;
        this.unit = unit;
    }

    /** Reads the head. Throws {@code IllegalArgumentException} where it has no project, budget or month. */
    static Layout of(List<String> head, MoneyUnit fallback) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        MoneyUnit unit = fallback;
        for (int i = 0; i < head.size(); i++) {
            for (Field field : Field.values()) {
                if (field.heads.contains(word(head.get(i)))) {
                    positions.putIfAbsent(field, i);
                }
            }
        }
        for (Field field : List.of(Field.PROJECT, Field.BUDGET, Field.MONTH)) {
            if (!positions.containsKey(field)) {
                throw new IllegalArgumentException("no column " + field.heads + " in the head " + head);
            }
        }
        unit = MoneyUnit.inHead(head.get(positions.get(Field.BUDGET))).orElse(unit);
        return new Layout(List.copyOf(head), positions, unit);
    }

    boolean has(Field field) {
        return positions.containsKey(field);
    }

    /** Position of a column, -1 where the table has none. */
    int position(Field field) {
        return positions.getOrDefault(field, -1);
    }

    String cell(Row row, Field field) {
        return row.cell(position(field));
    }

    /** The column as the file calls it. */
    String title(Field field) {
        Integer position = positions.get(field);
        return position == null ? "" : head.get(position);
    }

    /** The head at a position. */
    String title(int position) {
        return head.get(position);
    }

    int width() {
        return head.size();
    }

    MoneyUnit unit() {
        return unit;
    }

    /** Whether a row is the head once more, or the head of a table within the table: two or more cells are words of heads. */
    boolean repeatsHead(Row row) {
        return row.cells().stream().filter(c -> HEAD_WORDS.contains(word(c))).count() >= 2;
    }

    /** The words of a column head without its unit. */
    private static String word(String head) {
        return head.replaceAll("[（(].*[）)]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> headWords() {
        Set<String> words = new HashSet<>(Set.of("序号", "采购方式", "项目类型"));
        for (Field field : Field.values()) {
            words.addAll(field.heads);
        }
        return words;
    }
}
