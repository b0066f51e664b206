package org.tongcai.bundle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise of a size has at least in an industry (工信部联企业〔2011〕300号). All bounds that are stated must be reached. Immutable.
 *
 * @param industry code of {@code sme-industry}
 * @param size code of {@code enterprise-size}; the smallest size has no bounds
 * @param staff persons; null: does not count
 * @param revenue in 万元; null: does not count
 * @param assets in 万元; null: do not count
 * @param from first day in force; null: always
 * @param to last day in force; null: still
 */
public record EnterpriseSizeBounds(
        String industry,
        String size,
        @Nullable Long staff,
        @Nullable Long revenue,
        @Nullable Long assets,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
