package org.tongcai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongcai.Codec;
import org.tongcai.input.Slice;

/**
 * Converted documents on standard output or in one file: any number as JSON, one a line unless they are indented; one as XML, which knows
 * no sequence of documents. A single document is written as the codec gives it, without a line feed of ours, so that canonical forms can
 * be compared byte by byte.
 */
final class ConvertedStream implements Converted {
    private final @Nullable Path file;
    private final OutputStream standard;
    private final boolean xml;
    private final boolean indented;
    /** The document, until it is known to be the only one. */
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private @Nullable OutputFile target;
    private long seen;
    private long taken;

    ConvertedStream(@Nullable Path file, OutputStream standard, boolean xml, boolean indented, boolean force) {
        this.file = file;
        this.standard = standard;
        this.xml = xml;
        this.indented = indented;
        if (file != null && Files.isRegularFile(file) && !force) {
            throw Failure.usage(file + " 已存在；覆盖请加 --force", file + " exists; --force overwrites it");
        }
    }

    @Override
    public void source(String name, Path place) {
        // All sources go into one.
    }

    @Override
    public void add(Slice document, Codec codec) throws IOException {
        seen++;
        if (!xml) {
            held.reset();
            codec.rewrite(document, held);
            OutputStream out = out();
            if (taken > 0 && !indented) {
                out.write('\n');
            }
            held.writeTo(out);
        } else if (seen == 1) {
            codec.rewrite(document, held);
        } else {
            throw Failure.usage(
                    "XML 一个文件只放一份单据；多份请用 -o 指定文件夹（已有的，或以 / 结尾）",
                    "a file of XML holds one document; for several give -o a folder (one that exists, or a name ending in /)");
        }
        taken++;
    }

    private OutputStream out() {
        if (target == null) {
            target = OutputFile.open(file, standard);
        }
        return target.stream();
    }

    @Override
    public void commit() throws IOException {
        if (taken == 0) {
            return;
        }
        if (xml) {
            held.writeTo(out());
        } else if (taken > 1 && !indented) {
            out().write('\n');
        }
        if (target != null) {
            target.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (target != null) {
            target.close();
        }
    }
}
