package org.tongcai.sandbox.resource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.Paging;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.DocumentRow;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.Feed;
import org.tongcai.sandbox.submission.Registers;
import org.tongcai.sandbox.submission.Sha256;

/** Code lists, registers and reconciliation. Thread-safe. */
public final class MasterData {
    private static final Pattern PREFIX = Pattern.compile(".{1,64}");
    private static final Pattern NAME = Pattern.compile(".{1,200}");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");

    private final Platform platform;
    private final Reading reading;

    public MasterData(Platform platform, Reading reading) {
        this.platform = platform;
        this.reading = reading;
    }

    /** The operations. */
    public List<Operation> operations() {
        return List.of(
                Operation.get("listCodeLists", "/v1/code-lists", null, Set.of(), (Operation.Direct) x -> codeLists()),
                Operation.get(
                        "getCodeList",
                        "/v1/code-lists/{codeListId}",
                        null,
                        Set.of("asOf", "prefix", "cursor", "limit"),
                        (Operation.Direct) this::codeList),
                Operation.get(
                        "queryRegister",
                        "/v1/registers/{register}",
                        "registers:read",
                        Set.of("creditCode", "name", "regionCode", "asOf", "cursor", "limit"),
                        (Operation.Stored) this::register),
                Operation.get(
                        "getReconciliation",
                        "/v1/reconciliation/{date}",
                        "exchange:read",
                        Set.of("platformCode"),
                        (Operation.Stored) this::reconciliation),
                Operation.get(
                        "listReconciliation",
                        "/v1/reconciliation/{date}/{documentType}",
                        "exchange:read",
                        Set.of("platformCode", "cursor", "limit"),
                        (Operation.Stored) this::reconciled));
    }

    private Response codeLists() {
        List<Object> items = new ArrayList<>();
        for (Manifest.CodeListEntry list :
                platform.judge().standard().manifest().codeLists()) {
            items.add(Json.object("id", list.id(), "title", both(list.title()), "count", list.size()));
        }
        return Response.json(200, Json.object("items", items));
    }

    private static Map<String, Object> both(Bilingual text) {
        return Json.object("zh", text.zh(), "en", text.en());
    }

    private Response codeList(Exchange x) {
        String id = x.path("codeListId");
        boolean known = platform.judge().standard().manifest().codeLists().stream()
                .anyMatch(list -> list.id().equals(id));
        if (!known) {
            throw new ProblemException("not-found", "there is no such code list");
        }
        CodeList list = platform.judge().standard().bundle().codeList(id);
        Paging paging = new Paging(x, platform.cursors(), "getCodeList/" + id, Set.of("asOf", "prefix"));
        LocalDate day = day(paging.value("asOf"));
        String prefix = Reading.checked("prefix", paging.value("prefix"), PREFIX);
        List<Object> items = new ArrayList<>();
        int limit = paging.limit();
        List<CodeList.Entry> entries = list.entries();
        for (int i = (int) paging.position(); i < entries.size(); i++) {
            CodeList.Entry entry = entries.get(i);
            if (entry.inForce(day) && (prefix == null || entry.code().startsWith(prefix))) {
                if (items.size() == limit) {
                    return codes(list, items, paging.next(i));
                }
                items.add(code(entry));
            }
        }
        return codes(list, items, null);
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return text == null ? LocalDate.now(Reconciliations.ZONE) : LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw Exchange.invalid("asOf", "it must be a day (yyyy-mm-dd)");
        }
    }

    private static Response codes(CodeList list, List<Object> items, @Nullable String next) {
        return Response.json(
                200, Json.object("id", list.id(), "title", both(list.title()), "items", items, "nextCursor", next));
    }

    private static Map<String, Object> code(CodeList.Entry entry) {
        return Json.object(
                "code", entry.code(),
                "zh", entry.name().zh(),
                "en", entry.name().en().isEmpty() ? null : entry.name().en(),
                "parent", entry.parent(),
                "validFrom", entry.validFrom(),
                "validTo", entry.validTo(),
                "replacedBy", entry.replacedBy().isEmpty() ? null : String.join(";", entry.replacedBy()));
    }

    private Response register(Exchange x, Handle h) {
        String register = x.path("register");
        String type = Registers.documentType(register);
        if (type == null) {
            throw new ProblemException("not-found", "there is no such register");
        }
        Paging paging = new Paging(
                x, platform.cursors(), "queryRegister/" + register, Set.of("creditCode", "name", "regionCode", "asOf"));
        List<DocumentRow.Link> links = new ArrayList<>();
        String creditCode = Reading.checked("creditCode", paging.value("creditCode"), CREDIT_CODE);
        if (creditCode != null) {
            links.add(new DocumentRow.Link(DocumentRow.CREDIT_CODE, "", creditCode));
        }
        String name = Reading.checked("name", paging.value("name"), NAME);
        if (name != null) {
            links.add(new DocumentRow.Link(DocumentRow.NAME, "", name));
        }
        String asOf = paging.value("asOf");
        Long until = asOf == null ? null : Reconciliations.start(day(asOf).plusDays(1));
        Documents documents = new Documents(h, x.caller().tenantId());
        return reading.register(x, h, paging, type, links, until, (document, entry) -> {
            entry.put(
                    "document",
                    Reading.json(platform.judge(), documents.content(document.position()), document.isXml()));
            return entry;
        });
    }

    private Response reconciliation(Exchange x, Handle h) {
        LocalDate date = x.pathDay("date");
        String platformCode = x.query("platformCode", Reading.CODE);
        Map<String, List<String>> digests = new TreeMap<>();
        new Feed(h, x.caller().tenantId())
                .digests(Reconciliations.start(date), Reconciliations.start(date.plusDays(1)), platformCode)
                .forEach(one -> digests.computeIfAbsent(one.documentType(), key -> new ArrayList<>())
                        .add(one.digest()));
        List<Object> counts = new ArrayList<>();
        digests.forEach((type, all) -> counts.add(
                Json.object("documentType", type, "count", all.size(), "digest", Reconciliations.digest(all))));
        return Response.json(200, Json.object("date", date, "platformCode", platformCode, "counts", counts));
    }

    private Response reconciled(Exchange x, Handle h) {
        LocalDate date = x.pathDay("date");
        String type = x.path("documentType");
        if (!platform.judge().domains().containsKey(type)) {
            throw new ProblemException("not-found", "there is no such document type");
        }
        Paging paging =
                new Paging(x, platform.cursors(), "listReconciliation/" + date + "/" + type, Set.of("platformCode"));
        return reading.received(
                x, h, paging, type, Reconciliations.start(date), Reconciliations.start(date.plusDays(1)));
    }

    /** Days and digests of reconciliation (section 4 of the service standard). */
    static final class Reconciliations {
        static final java.time.ZoneOffset ZONE = java.time.ZoneOffset.ofHours(8);

        private Reconciliations() {}

        /** First millisecond of a day in China standard time. */
        static long start(LocalDate day) {
            return day.atStartOfDay().toInstant(ZONE).toEpochMilli();
        }

        /** The digest over digests: sorted, one a line, each ended by a line feed. */
        static String digest(List<String> digests) {
            StringBuilder text = new StringBuilder();
            digests.stream().sorted().forEach(one -> text.append(one).append('\n'));
            return Sha256.hex(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }
}
