package org.tongcai.batch;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Lists of numbers as values of the store; short where they ascend by little. */
final class NumberList extends BasicDataType<long[]> {
    static final NumberList INSTANCE = new NumberList();

    private static final int OVERHEAD = 24;

    private NumberList() {}

    @Override
    public int getMemory(long[] numbers) {
        return OVERHEAD + numbers.length * Long.BYTES;
    }

    @Override
    public void write(WriteBuffer out, long[] numbers) {
        out.putVarInt(numbers.length);
        long before = 0;
        for (long number : numbers) {
            out.putVarLong(number - before);
            before = number;
        }
    }

    @Override
    public long[] read(ByteBuffer in) {
        long[] numbers = new long[DataUtils.readVarInt(in)];
        long before = 0;
        for (int i = 0; i < numbers.length; i++) {
            before += DataUtils.readVarLong(in);
            numbers[i] = before;
        }
        return numbers;
    }

    @Override
    public long[][] createStorage(int size) {
        return new long[size][];
    }
}
