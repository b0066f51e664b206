package org.tongcai.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.EnterpriseSizeBounds;

/**
 * Sizes of enterprises (工信部联企业〔2011〕300号): an enterprise has a size where it reaches every bound of it, otherwise the next lower one is
 * tried. The bounds are data of the standard, {@code spec/business/sme-thresholds.json}. Immutable.
 */
final class EnterpriseSizes {
    private static final String SMALLEST = "MICRO";
    private static final Undetermined UNKNOWN =
            Undetermined.of("划型标准中没有该行业", "the size standard does not have the industry");

    private final Map<String, List<Bounds>> industries = new HashMap<>();

    /** The bounds of a size while they are in force. */
    private record Bounds(EnterpriseSizeBounds source, long from, long to) {
        boolean reached(long staff, BigDecimal revenue, BigDecimal assets) {
            return (source.staff() == null || staff >= source.staff())
                    && reached(revenue, source.revenue())
                    && reached(assets, source.assets());
        }

        private static boolean reached(BigDecimal value, @Nullable Long bound) {
            return bound == null || value.compareTo(BigDecimal.valueOf(bound)) >= 0;
        }
    }

    /** With the bounds of each industry, the largest size first. */
    EnterpriseSizes(List<EnterpriseSizeBounds> all) {
        for (EnterpriseSizeBounds bounds : all) {
            industries
                    .computeIfAbsent(bounds.industry(), key -> new ArrayList<>())
                    .add(new Bounds(
                            bounds,
                            Tables.day(bounds.from(), Long.MIN_VALUE),
                            Tables.day(bounds.to(), Long.MAX_VALUE)));
        }
    }

    /** The size on a day; money in 万元. */
    String size(String industry, long staff, BigDecimal revenue, BigDecimal assets, long day) {
        boolean known = false;
        for (Bounds bounds : industries.getOrDefault(industry, List.of())) {
            if (day >= bounds.from && day <= bounds.to) {
                known = true;
                if (bounds.reached(staff, revenue, assets)) {
                    return bounds.source.size();
                }
            }
        }
        if (!known) {
            throw UNKNOWN;
        }
        return SMALLEST;
    }
}
