package org.tongcai.exchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Deceptive;

/** A package was refused as a whole; nothing of it was imported. Says why and where, in both languages. */
public final class PackageRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    private final RefusalReason reason;
    private final String place;
    private final transient Bilingual text;

    PackageRefusedException(RefusalReason reason, String place, Bilingual detail) {
        this(reason, place, detail, null);
    }

    PackageRefusedException(RefusalReason reason, String place) {
        this(reason, place, Bilingual.EMPTY, null);
    }

    PackageRefusedException(RefusalReason reason, String place, Bilingual detail, @Nullable Throwable cause) {
        super(text(reason, safe(place), detail).en(), cause);
        this.reason = reason;
        this.place = safe(place);
        this.text = text(reason, this.place, detail);
    }

    private static Bilingual text(RefusalReason reason, String place, Bilingual detail) {
        String where = place.isEmpty() ? "" : place + ": ";
        return new Bilingual(
                where + reason.text().zh() + (detail.zh().isEmpty() ? "" : "：" + detail.zh()),
                where + reason.text().en() + (detail.en().isEmpty() ? "" : ": " + detail.en()));
    }

    /** Names come out of the package; they must not play with the terminal, nor fill it. */
    private static String safe(String name) {
        StringBuilder out = new StringBuilder(Math.min(name.length(), MOST));
        name.chars().limit(MOST).forEach(c -> out.append(Deceptive.is((char) c) ? '\uFFFD' : (char) c));
        return out.toString();
    }

    /** Why. */
    public RefusalReason reason() {
        return reason;
    }

    /** The file in the package; empty where it is the package as a whole. */
    public String place() {
        return place;
    }

    /** Place, reason and detail in one line, in both languages. */
    public Bilingual text() {
        return text;
    }
}
