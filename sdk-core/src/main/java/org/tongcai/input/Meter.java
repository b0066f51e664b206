package org.tongcai.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Told of bytes that were decompressed; refuses when there are too many. */
interface Meter {
    void spend(int bytes) throws IOException;

    /** The stream, counted. */
    default InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                spend(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                spend(Math.max(0, read));
                return read;
            }
        };
    }
}
