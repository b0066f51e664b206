package org.tongcai.batch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Fixed rows of numbers as keys and values of the store, in the order of their first number, then their second, and so on. */
final class Numbers extends BasicDataType<long[]> {
    private static final int OVERHEAD = 24;

    private final int width;

    Numbers(int width) {
        this.width = width;
    }

    @Override
    public int compare(long[] a, long[] b) {
        return Arrays.compare(a, b);
    }

    @Override
    public int getMemory(long[] numbers) {
        return OVERHEAD + width * Long.BYTES;
    }

    @Override
    public void write(WriteBuffer out, long[] numbers) {
        for (long number : numbers) {
            out.putLong(number);
        }
    }

    @Override
    public long[] read(ByteBuffer in) {
        long[] numbers = new long[width];
        for (int i = 0; i < width; i++) {
            numbers[i] = in.getLong();
        }
        return numbers;
    }

    @Override
    public long[][] createStorage(int size) {
        return new long[size][];
    }
}
