package org.tongcai.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** A figure that differs by place and changes with the years: the value of the longest region prefix that is in force counts. */
final class Limit implements Expr {
    private final Value[] values;
    private final Undetermined missing;

    /**
     * One value.
     *
     * @param region prefix of region codes; "" for the whole country
     * @param from first day in force
     * @param to last day in force
     */
    record Value(
            char[] region,
            long from,
            long to,
            long cell,
            @Nullable Object side) {}

    Limit(Bilingual title, List<Value> values) {
        this.values = values.toArray(new Value[0]);
        Arrays.sort(
                this.values,
                Comparator.comparingInt((Value v) -> -v.region.length).thenComparingLong(v -> -v.from));
        this.missing = Undetermined.of(
                "该日该地区没有“" + title.zh() + "”", "there is no “" + title.en() + "” for that day and region");
    }

    @Override
    public long eval(Frame f) {
        for (Value value : values) {
            if (f.day >= value.from && f.day <= value.to && covers(value.region, f)) {
                f.side = value.side;
                return value.cell;
            }
        }
        throw missing;
    }

    private static boolean covers(char[] prefix, Frame f) {
        return Texts.starts((long) f.regionFrom << 32 | f.regionLength, f.regionChars, prefix.length, prefix);
    }
}
