package org.tongcai.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcai.Standard;
import org.tongcai.Summary;
import org.tongcai.ValidationOptions;

/** Validates so many bytes of NDJSON, made on the fly, every thousandth document faulty, and prints the counts. Run in a small JVM. */
final class EndlessInput extends InputStream {
    private final byte[] good;
    private final byte[] bad;
    private long left;
    private long documents;
    private byte[] line = {};
    private int at;

    private EndlessInput(byte[] good, byte[] bad, long size) {
        this.good = good;
        this.bad = bad;
        this.left = size;
    }

    public static void main(String[] args) throws IOException {
        String document =
                Files.readString(Path.of(args[0]), StandardCharsets.UTF_8).replace("\n", "") + "\n";
        byte[] good = document.getBytes(StandardCharsets.UTF_8);
        byte[] bad = document.replace("\"revision\"", "\"revison\"").getBytes(StandardCharsets.UTF_8);
        Summary[] summary = {Summary.NONE};
        EndlessInput input = new EndlessInput(good, bad, Long.parseLong(args[1]));
        Standard.load()
                .validate("endless.ndjson", input, ValidationOptions.DEFAULT, d -> summary[0] = summary[0].plus(d));
        System.out.println(input.documents + " " + summary[0].accepted() + " " + summary[0].rejected());
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == line.length) {
            if (left <= 0) {
                return -1;
            }
            line = ++documents % 1000 == 0 ? bad : good;
            left -= line.length;
            at = 0;
        }
        int n = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, n);
        at += n;
        return n;
    }
}
