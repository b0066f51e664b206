package org.tongcai.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What became of a package. Immutable.
 *
 * @param info who sends what to whom; of a package that was refused what it says of itself, null where it could not be read
 * @param refusal why it was refused as a whole; null where it was taken
 * @param duplicate whether it had been taken before; nothing was taken this time
 * @param round 1, and more where a package came again and documents that could not be judged were judged anew; 0 where it was refused
 * @param receipt the {@code exchangeReceipt} to send back, for a duplicate one that names the first; null where what came does not say whom
 *     to answer
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportResult(
        @Nullable PackageInfo info,
        @Nullable PackageRefusedException refusal,
        boolean duplicate,
        int round,
        byte @Nullable [] receipt) {}
