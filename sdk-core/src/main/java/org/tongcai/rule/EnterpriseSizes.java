package org.tongcai.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of enterprises (工信部联企业〔2011〕300号): an enterprise has a size where it reaches every bound of it, otherwise the next one is
 * tried. The bounds are data of the standard. Immutable.
 */
final class EnterpriseSizes {
    private static final String SMALLEST = "MICRO";
    private static final Undetermined UNKNOWN =
            Undetermined.of("划型标准中没有该行业", "the size standard does not have the industry");

    private final Map<String, List<Bounds>> industries;

    /**
     * What an enterprise of a size has at least; null where it does not matter.
     *
     * @param size code of the size
     * @param revenue in 万元
     * @param assets in 万元
     */
    record Bounds(
            String size,
            @Nullable Long staff,
            @Nullable BigDecimal revenue,
            @Nullable BigDecimal assets) {
        boolean reached(long people, BigDecimal income, BigDecimal wealth) {
            return (staff == null || people >= staff)
                    && (revenue == null || income.compareTo(revenue) >= 0)
                    && (assets == null || wealth.compareTo(assets) >= 0);
        }
    }

    /** The bounds of each industry, the largest size first. */
    EnterpriseSizes(Map<String, List<Bounds>> industries) {
        this.industries = Map.copyOf(industries);
    }

    String size(String industry, long staff, BigDecimal revenue, BigDecimal assets) {
        List<Bounds> bounds = industries.get(industry);
        if (bounds == null) {
            throw UNKNOWN;
        }
        for (Bounds size : bounds) {
            if (size.reached(staff, revenue, assets)) {
                return size.size;
            }
        }
        return SMALLEST;
    }
}
