package org.tongcai.examples.intentions;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.MoneyUnit;

/**
 * What the file does not say of itself. Immutable; start from {@link #DEFAULT}.
 *
 * @param charset encoding; null: detect
 * @param separator separator; null: detect
 * @param budgetUnit unit of the budget where neither head nor cell states it; the official layout is in 万元
 * @param signedOn date of the notices where the file has no publication time; null: unknown, and the validation will say so
 * @param medium code of {@code publication-medium} that published the notices; null: unknown
 */
public record IntentionOptions(
        @Nullable Charset charset,
        @Nullable Character separator,
        MoneyUnit budgetUnit,
        @Nullable LocalDate signedOn,
        @Nullable String medium) {
    /** Detect everything; budgets in 万元. */
    public static final IntentionOptions DEFAULT = new IntentionOptions(null, null, MoneyUnit.WAN_YUAN, null, null);

    /** The same with a date for notices that state none. */
    public IntentionOptions withSignedOn(@Nullable LocalDate day) {
        return new IntentionOptions(charset, separator, budgetUnit, day, medium);
    }

    /** The same with the medium that published. */
    public IntentionOptions withMedium(@Nullable String code) {
        return new IntentionOptions(charset, separator, budgetUnit, signedOn, code);
    }
}
