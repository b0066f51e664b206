package org.tongcai.input;

import java.io.IOException;
import org.tongcai.Bilingual;

/** A zip archive, or an entry of it, cannot be read. */
final class ZipDamage extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;
    private final boolean fatal;

    private ZipDamage(boolean fatal, String zh, String en) {
        super(en);
        this.fatal = fatal;
        this.reason = new Bilingual(zh, en);
    }

    /** Only the entry is lost: where the next one begins is known. */
    static ZipDamage ofEntry(String zh, String en) {
        return new ZipDamage(false, zh, en);
    }

    /** What follows in the archive cannot be read, or not be trusted. */
    static ZipDamage ofArchive(String zh, String en) {
        return new ZipDamage(true, zh, en);
    }

    static ZipDamage cutOff() {
        return ofArchive("zip 压缩包不完整", "the zip archive is cut off");
    }

    Bilingual reason() {
        return reason;
    }

    boolean isFatal() {
        return fatal;
    }
}
