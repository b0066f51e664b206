package org.tongcai.client;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/** Code lists as the platform uses them; the procurement catalogue and the administrative divisions among them. Safe for threads. */
public final class CodeLists {
    private final Transport transport;

    CodeLists(Transport transport) {
        this.transport = transport;
    }

    /**
     * A code list.
     *
     * @param id such as {@code procurement-method}
     * @param title what it is called
     * @param count how many codes it has
     */
    public record CodeListEntry(String id, Bilingual title, long count) {}

    /**
     * A code. Immutable.
     *
     * @param code the code
     * @param title what it means
     * @param parent the code above it; null at the top
     * @param validFrom first day; null for no bound
     * @param validTo last day; null for no bound
     * @param replacedBy the code that took its place; null where none did
     */
    public record Code(
            String code,
            Bilingual title,
            @Nullable String parent,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String replacedBy) {
        static Code of(Members members) throws JsonShapeException {
            return new Code(
                    members.required("code"),
                    new Bilingual(members.required("zh"), members.textOr("en", "")),
                    members.text("parent"),
                    members.text("validFrom"),
                    members.text("validTo"),
                    members.text("replacedBy"));
        }
    }

    /** All code lists. */
    public List<CodeListEntry> list() {
        return transport.call(listing());
    }

    /** As {@link #list}. */
    public CompletableFuture<List<CodeListEntry>> listAsync() {
        return transport.callAsync(listing());
    }

    private static Operation<List<CodeListEntry>> listing() {
        return Operation.get(
                "listCodeLists", answer -> Page.items(answer.json(), "items", CodeLists::entry), "code-lists");
    }

    private static CodeListEntry entry(Members members) throws JsonShapeException {
        Members title = members.object("title");
        return new CodeListEntry(
                members.required("id"),
                title == null ? Bilingual.EMPTY : new Bilingual(title.textOr("zh", ""), title.textOr("en", "")),
                members.wholeOr("count", 0));
    }

    /**
     * One page of the codes of a list.
     *
     * @param id the list
     * @param asOf the day on which they are valid; null for today
     * @param prefix what they begin with; null for all
     * @param cursor where the page begins; null for the first
     */
    public Page<Code> codes(String id, @Nullable LocalDate asOf, @Nullable String prefix, @Nullable String cursor) {
        return transport.call(codesOf(id, asOf, prefix, cursor));
    }

    /** As {@link #codes}. */
    public CompletableFuture<Page<Code>> codesAsync(
            String id, @Nullable LocalDate asOf, @Nullable String prefix, @Nullable String cursor) {
        return transport.callAsync(codesOf(id, asOf, prefix, cursor));
    }

    /** All codes of a list, page by page as the stream is read; not for threads. */
    public Stream<Code> stream(String id, @Nullable LocalDate asOf, @Nullable String prefix) {
        return Pages.stream(cursor -> codes(id, asOf, prefix, cursor));
    }

    private static Operation<Page<Code>> codesOf(
            String id, @Nullable LocalDate asOf, @Nullable String prefix, @Nullable String cursor) {
        return Operation.get("getCodeList", answer -> Page.of(answer.json(), Code::of), "code-lists", id)
                .with("asOf", asOf)
                .with("prefix", prefix)
                .with("cursor", cursor);
    }
}
