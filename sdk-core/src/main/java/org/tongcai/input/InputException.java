package org.tongcai.input;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.tongcai.Bilingual;

/**
 * A source could not be read to its end: no such file, a failing disk, damaged or cut-off gzip or zip data, more bytes than allowed. What was
 * complete before has been handed on; this says where reading stopped.
 */
public final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;
    private final long index;
    private final long byteOffset;
    private final int line;

    InputException(Bilingual reason, long index, long byteOffset, int line, IOException cause) {
        super(reason.en(), cause);
        this.reason = reason;
        this.index = index;
        this.byteOffset = byteOffset;
        this.line = line;
    }

    /** The same for a source of which nothing could be read. */
    public static InputException of(IOException cause) {
        return cause instanceof InputException known ? known : new InputException(reason(cause), 0, 0, 1, cause);
    }

    /** A folder without any file that could hold documents: never taken for "everything is in order". */
    public static InputException emptyFolder() {
        Bilingual reason = new Bilingual(
                "文件夹中没有 .json、.ndjson、.jsonl、.xml 文件（可带 .gz）或 .zip 文件",
                "no .json, .ndjson, .jsonl or .xml file (or .gz of them) and no .zip file in the folder");
        return new InputException(reason, 0, 0, 1, new IOException(reason.en()));
    }

    /** What is wrong with an archive, or with an entry of which nothing was read: there is no line to name. */
    static InputException ofArchive(IOException cause) {
        return cause instanceof InputException known ? known : new InputException(reason(cause), 0, -1, 0, cause);
    }

    /** The same told of the archive, in which the entry stands. */
    InputException within(String entry) {
        Bilingual told = new Bilingual(entry + "：" + reason.zh(), entry + ": " + reason.en());
        return new InputException(told, index, byteOffset, line, this);
    }

    /** Why, in both languages. */
    public Bilingual reason() {
        return reason;
    }

    /** Index that the next document would have had: so many were handed on. */
    public long index() {
        return index;
    }

    /** How many (decompressed) bytes were read; -1 where that says nothing. */
    public long byteOffset() {
        return byteOffset;
    }

    /** Line at which reading stopped, from 1; 0 where there is none. */
    public int line() {
        return line;
    }

    static Bilingual reason(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof java.io.FileNotFoundException) {
            return new Bilingual("文件不存在", "no such file");
        }
        if (e instanceof AccessDeniedException) {
            return new Bilingual("没有读取权限", "permission denied");
        }
        if (e instanceof LimitException limit) {
            return new Bilingual(
                    "解压后超过 " + limit.bytes + " 字节", "more than " + limit.bytes + " bytes when decompressed");
        }
        if (e instanceof ZipDamage damage) {
            return damage.reason();
        }
        if (e instanceof EOFException) {
            return new Bilingual("gzip 数据不完整", "the gzip data is cut off");
        }
        if (e instanceof ZipException) {
            return new Bilingual("gzip 数据损坏：" + e.getMessage(), "the gzip data is damaged: " + e.getMessage());
        }
        String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Bilingual(detail, detail);
    }

    /** The source is larger than {@code Limits.inputBytes}. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long bytes;

        LimitException(long bytes) {
            super("more than " + bytes + " bytes");
            this.bytes = bytes;
        }
    }
}
