package org.tongcai.examples.intentions;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.intentions.Intention.Outline;

/** The rows of one notice, while they are being collected. Not thread-safe. */
final class Notice {
    private final String key;
    private final String title;
    private final String purchaser;
    private final String published;
    private final String link;
    private final List<Intention> items = new ArrayList<>();
    private final List<Outline> outlines = new ArrayList<>();

    Notice(String key, String title, String purchaser, String published, String link) {
        this.key = key;
        this.title = title;
        this.purchaser = purchaser;
        this.published = published;
        this.link = link;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    String purchaser() {
        return purchaser;
    }

    String published() {
        return published;
    }

    String link() {
        return link;
    }

    List<Intention> items() {
        return items;
    }

    void add(Outline outline) {
        outlines.add(outline);
    }

    /** Adds an item unless it repeats one; of two that say the same, the one that needed no repair stays. */
    void add(Intention item, Journal journal) {
        for (int i = 0; i < items.size(); i++) {
            Intention earlier = items.get(i);
            if (earlier.repeats(item)) {
                boolean better = earlier.repaired() && !item.repaired();
                Intention lost = better ? earlier : item;
                Intention kept = better ? item : earlier;
                items.set(i, kept);
                journal.write(
                        lost.row(),
                        Fate.MERGED,
                        Reason.DUPLICATE,
                        "",
                        lost.project(),
                        kept.row().line());
                return;
            }
        }
        items.add(item);
    }

    /** Joins outlines and items in their order, if there are as many of one as of the other; otherwise no pairing is certain. */
    void pair(Journal journal) {
        if (outlines.size() == items.size()) {
            for (int i = 0; i < items.size(); i++) {
                Outline outline = outlines.get(i);
                items.set(i, items.get(i).with(outline));
                long line = items.get(i).row().line();
                journal.write(outline.row(), Fate.MERGED, Reason.PART_OF, "", outline.summary(), line);
            }
            return;
        }
        for (Outline outline : outlines) {
            journal.write(
                    outline.row(),
                    Fate.REJECTED,
                    Reason.OUTLINES_UNPAIRED,
                    "",
                    outline.summary(),
                    outlines.size(),
                    items.size());
        }
    }
}
