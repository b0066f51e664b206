package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a zip archive (APPNOTE 6.3) from its first byte to its last, so that archives come from standard input as well, and
 * nothing is put anywhere. {@code ZipInputStream} is not used because it ends at the first entry that it does not like, refuses names in
 * GBK and stored entries with a descriptor, and never looks at the directory; {@code ZipFile} wants a file and looks at nothing but the
 * directory. What lies between local headers and directory is where archives hide things: here both are read and must agree.
 * Not thread-safe; does not close the source.
 */
final class Unzip implements AutoCloseable {
    private static final int MOST_FORMS = 28;
    private static final int BLOCK = 1 << 15;

    private final ZipBytes in;
    private final long inputBytes;
    private final ZipDirectory directory = new ZipDirectory();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final Content content = new Content();
    /** What was decompressed so far. */
    private long spent;

    private @Nullable ZipRecord entry;
    /** Where the data of the entry begins. */
    private long start;
    /** How much of the entry was handed out. */
    private long count;
    /** The data of the entry and its descriptor have been passed. */
    private boolean passed;
    /** Why the entry cannot be read on. */
    private @Nullable IOException problem;

    Unzip(InputStream source, long inputBytes) {
        this.in = new ZipBytes(source);
        this.inputBytes = inputBytes;
    }

    static boolean isZip(byte[] head, int length) {
        return length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /**
     * Goes to the next entry; null behind the last one, when the directory has been held against the entries, or where reading the
     * content of the last one failed in a way that leaves nothing to read.
     *
     * @throws IOException when the archive cannot be read any further, or its directory is wrong
     */
    @Nullable
    ZipRecord next() throws IOException {
        ZipRecord before = entry;
        if (before != null) {
            entry = null;
            if (isFatal(problem)) {
                return null;
            }
            directory.add(passed ? before : pass(before));
        }
        in.require(4);
        if (in.u32(0) != ZipRecord.LOCAL) {
            directory.check(in);
            return null;
        }
        ZipRecord next = ZipRecord.local(in);
        if (next.compressed() < 0 || next.size() < 0) {
            throw ZipDamage.ofArchive("zip 压缩包损坏：长度不对", "the zip archive is damaged: impossible length");
        }
        entry = next;
        start = in.offset();
        count = 0;
        passed = false;
        problem = null;
        inflater.reset();
        checksum.reset();
        return next;
    }

    private static boolean isFatal(@Nullable IOException e) {
        return e != null && !(e instanceof ZipDamage damage && !damage.isFatal());
    }

    /** The decompressed content of the current entry. What is wrong with it shows when it is read, at the latest at its end. */
    InputStream content() {
        return content;
    }

    /** Counts bytes that were decompressed; to be called for content that is compressed once more. */
    void spend(int bytes) throws IOException {
        spent += bytes;
        if (spent > inputBytes) {
            problem = new InputException.LimitException(inputBytes);
            throw problem;
        }
    }

    /** Frees the native memory; the source stays open. */
    @Override
    public void close() {
        inflater.end();
    }

    /** Passes what is left of an entry; what is stated of it. */
    private ZipRecord pass(ZipRecord of) throws IOException {
        if (of.isMeasured()) {
            in.skip(start + of.compressed() - in.offset());
            return of.hasDescriptor() ? descriptor(of, of.compressed()) : of;
        }
        if (of.name().length > 0 && of.name()[of.name().length - 1] == '/' && in.ahead(4)) {
            if (ZipRecord.isSignature(in.u32(0))) {
                // Some programs announce a descriptor for folders and write none.
                return of;
            }
        }
        if (of.method() == ZipRecord.DEFLATED && !of.isEncrypted() && problem == null) {
            byte[] scratch = new byte[1 << 13];
            try {
                entry = of;
                while (content.read(scratch, 0, scratch.length) >= 0) {
                    continue;
                }
            } catch (IOException e) {
                if (isFatal(e)) {
                    throw e;
                }
            }
            ZipRecord known = entry;
            entry = null;
            if (passed && known != null) {
                return known;
            }
        }
        return search(of);
    }

    /** Searches the descriptor behind data that cannot be decompressed: it states the length of what stands in front of it. */
    private ZipRecord search(ZipRecord of) throws IOException {
        while (in.ahead(16)) {
            if (in.u32(0) == ZipRecord.DESCRIPTOR) {
                in.ahead(MOST_FORMS);
                long length = in.offset() - start;
                ZipDescriptor found = ZipDescriptor.signed(in, length);
                if (found != null) {
                    in.position += found.length();
                    return of.with(found.checksum(), length, found.size());
                }
            }
            in.position += Math.max(1, toSignature(16));
        }
        throw ZipDamage.cutOff();
    }

    /** How many bytes may be passed at once: up to what may be a signature, or to where too few bytes are there to tell. */
    private int toSignature(int keep) {
        int i = 0;
        int most = in.available() - keep;
        while (i < most && in.buffer[in.position + i] != 'P') {
            i++;
        }
        return i;
    }

    /** Takes the descriptor behind data of a known length. */
    private ZipRecord descriptor(ZipRecord of, long compressed) throws IOException {
        in.ahead(MOST_FORMS);
        ZipDescriptor found = ZipDescriptor.behind(in, compressed, count, checksum.getValue());
        in.position += found.length();
        return of.with(found.checksum(), found.compressed(), found.size());
    }

    /** The content of the current entry. */
    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            ZipRecord of = entry;
            if (problem != null) {
                throw problem;
            }
            if (of == null || passed) {
                return -1;
            }
            if (length == 0) {
                return 0;
            }
            try {
                int read = data(of, target, offset, length);
                if (read > 0) {
                    checksum.update(target, offset, read);
                    count += read;
                    spend(read);
                } else {
                    end(of);
                }
                return read;
            } catch (IOException e) {
                problem = e;
                throw e;
            }
        }

        private int data(ZipRecord of, byte[] target, int offset, int length) throws IOException {
            if (of.isEncrypted()) {
                throw ZipDamage.ofEntry("已加密，请解密后再提供", "it is encrypted; provide it decrypted");
            }
            return switch (of.method()) {
                case ZipRecord.STORED ->
                    of.isMeasured() ? stored(of, target, offset, length) : unmeasured(target, offset, length);
                case ZipRecord.DEFLATED -> deflated(of, target, offset, length);
                default ->
                    throw ZipDamage.ofEntry(
                            "压缩方法 " + of.method() + " 不支持，请用通常的 Deflate",
                            "compression method " + of.method() + " is not supported; use Deflate");
            };
        }

        private int stored(ZipRecord of, byte[] target, int offset, int length) throws IOException {
            long left = of.compressed() - count;
            if (left <= 0) {
                return -1;
            }
            in.require(1);
            return copy(target, offset, (int) Math.min(left, Math.min(length, in.available())));
        }

        /** Stored data of which nobody knows the length: it ends before a descriptor that fits what came so far. */
        private int unmeasured(byte[] target, int offset, int length) throws IOException {
            in.require(16);
            if (in.u32(0) == ZipRecord.DESCRIPTOR) {
                in.ahead(MOST_FORMS);
                ZipDescriptor found = ZipDescriptor.signed(in, count);
                if (found != null && found.size() == count && found.checksum() == checksum.getValue()) {
                    return -1;
                }
            }
            return copy(target, offset, Math.min(length, Math.max(1, toSignature(16))));
        }

        private int copy(byte[] target, int offset, int length) {
            System.arraycopy(in.buffer, in.position, target, offset, length);
            in.position += length;
            return length;
        }

        private int deflated(ZipRecord of, byte[] target, int offset, int length) throws IOException {
            while (!inflater.finished()) {
                long left = of.isMeasured() ? start + of.compressed() - in.offset() : Long.MAX_VALUE;
                if (left > 0) {
                    in.require(1);
                }
                int given = (int) Math.min(left, block());
                inflater.setInput(in.buffer, in.position, given);
                int read;
                try {
                    read = inflater.inflate(target, offset, length);
                } catch (DataFormatException e) {
                    throw damaged("压缩数据有误", "bad compressed data");
                }
                in.position += given - inflater.getRemaining();
                if (read > 0) {
                    return read;
                }
                if (inflater.needsDictionary() || left <= 0 && !inflater.finished()) {
                    throw damaged("压缩数据提前结束", "the compressed data ends too early");
                }
            }
            return -1;
        }

        /**
         * How much is given to the inflater at once: always the same pieces, however the source hands them out, because what an inflater
         * makes of a piece is lost where it meets a mistake in it, and the search for the next entry begins with the piece.
         */
        private int block() throws IOException {
            int block = BLOCK - (int) ((in.offset() - start) % BLOCK);
            return in.ahead(block) ? block : in.available();
        }

        /** All data has been read: what is stated of it must be true. */
        private void end(ZipRecord of) throws IOException {
            long compressed = in.offset() - start;
            ZipRecord stated = of;
            if (of.isMeasured() && compressed < of.compressed()) {
                throw damaged("压缩数据之后还有内容", "content behind the compressed data");
            }
            if (of.hasDescriptor()) {
                stated = descriptor(of, compressed);
            }
            passed = true;
            entry = stated;
            if (stated.checksum() != checksum.getValue()) {
                throw damaged("校验和不符", "wrong checksum");
            }
            if (stated.size() != count || stated.compressed() != compressed) {
                throw damaged("长度不符", "wrong length");
            }
        }

        private ZipDamage damaged(String zh, String en) {
            return ZipDamage.ofEntry("zip 数据损坏：" + zh, "the zip data is damaged: " + en);
        }
    }
}
