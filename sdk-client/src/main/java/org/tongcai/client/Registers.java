package org.tongcai.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/** Registers: agencies, suppliers, admissions, qualifications, misconduct, platforms, certificates of products. Safe for threads. */
public final class Registers {
    private final Transport transport;

    Registers(Transport transport) {
        this.transport = transport;
    }

    /** Which register. */
    public enum Register {
        /** Procurement agencies: {@code agencyProfile}. */
        AGENCIES("agencies"),
        /** Suppliers: {@code organization}. */
        SUPPLIERS("suppliers"),
        /** Admissions of suppliers: {@code supplierAdmission}. */
        ADMISSIONS("admissions"),
        /** Qualifications: {@code qualification}. */
        QUALIFICATIONS("qualifications"),
        /** Misconduct: {@code misconductRecord}. */
        MISCONDUCT("misconduct"),
        /** Platforms: {@code platformRegistration}. */
        PLATFORMS("platforms"),
        /** Certificates of products: {@code productCertificate}. */
        PRODUCT_CERTIFICATES("product-certificates");

        private final String id;

        Register(String id) {
            this.id = id;
        }

        /** Its name in addresses. */
        public String id() {
            return id;
        }
    }

    /**
     * An entry of a register. Immutable; the array is not copied.
     *
     * @param entry the document
     * @param document its content as JSON
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Registered(DocumentEntry entry, byte[] document) {
        static Registered of(Members members) throws JsonShapeException {
            byte[] document = members.raw("document");
            if (document == null) {
                throw new JsonShapeException("member document is missing");
            }
            return new Registered(DocumentEntry.of(members), document);
        }
    }

    /** What to look for. Immutable; start from {@link #all}. All conditions must hold. */
    public static final class Query {
        private static final Query ALL = new Query(Map.of());

        private final Map<String, String> conditions;

        private Query(Map<String, String> conditions) {
            this.conditions = conditions;
        }

        /** Everything. */
        public static Query all() {
            return ALL;
        }

        /** Of the organisation with that unified social credit code. */
        public Query creditCode(String code) {
            return with("creditCode", code);
        }

        /** With that in the name. */
        public Query name(String part) {
            return with("name", part);
        }

        /** In that administrative division. */
        public Query regionCode(String code) {
            return with("regionCode", code);
        }

        /** As it was on that day. */
        public Query asOf(LocalDate day) {
            return with("asOf", day.toString());
        }

        /** At most that many a page, 1 to 1,000. */
        public Query pageSize(int size) {
            return with("limit", Integer.toString(size));
        }

        private Query with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(conditions);
            more.put(name, value);
            return new Query(more);
        }
    }

    /** One page of a register; the first where the cursor is null. */
    public Page<Registered> query(Register register, Query query, @Nullable String cursor) {
        return transport.call(operation(register, query, cursor));
    }

    /** As {@link #query}. */
    public CompletableFuture<Page<Registered>> queryAsync(Register register, Query query, @Nullable String cursor) {
        return transport.callAsync(operation(register, query, cursor));
    }

    /** Everything that is found, page by page as the stream is read; not for threads. */
    public Stream<Registered> stream(Register register, Query query) {
        return Pages.stream(cursor -> query(register, query, cursor));
    }

    private static Operation<Page<Registered>> operation(Register register, Query query, @Nullable String cursor) {
        Operation<Page<Registered>> operation = Operation.get(
                "queryRegister",
                answer -> Page.of(Members.parse(answer.body(), Set.of("document")), Registered::of),
                "registers",
                register.id());
        query.conditions.forEach(operation::with);
        return operation.with("cursor", cursor);
    }
}
