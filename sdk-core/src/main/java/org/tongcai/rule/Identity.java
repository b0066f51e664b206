package org.tongcai.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;

/** What headers say of documents: the only names of the standard that rules know by themselves. Thread-safe. */
final class Identity {
    private final Fields fields;
    private final Map<String, String> structs = new ConcurrentHashMap<>();
    private final Map<String, Header> headers = new ConcurrentHashMap<>();

    Identity(Bundle bundle, Fields fields) {
        this.fields = fields;
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            structs.put(type.name(), type.type());
        }
    }

    /**
     * Name of the type of documents of a document type.
     *
     * @throws IllegalArgumentException if the standard has no such document type
     */
    String struct(String documentType) {
        String struct = structs.get(documentType);
        if (struct == null) {
            throw new IllegalArgumentException("the standard has no document type " + documentType);
        }
        return struct;
    }

    /** The header of a document type. */
    Header header(String documentType) {
        return headers.computeIfAbsent(documentType, key -> new Header(fields, struct(key)));
    }

    /** Where the header of one document type has its values. */
    static final class Header {
        private final int[] documentId;
        private final int[] revision;
        private final int[] platform;
        private final int[] issuedAt;
        private final int[] regionCode;

        Header(Fields fields, String struct) {
            documentId = slots(fields, struct, "documentId");
            revision = slots(fields, struct, "revision");
            platform = slots(fields, struct, "platform", "code");
            issuedAt = slots(fields, struct, "issuedAt");
            regionCode = slots(fields, struct, "regionCode");
        }

        /** None where the value is not noted. */
        private static int[] slots(Fields fields, String struct, String... names) {
            List<String> path = new ArrayList<>(List.of("header"));
            path.addAll(List.of(names));
            List<Fields.Field> chain = fields.chain(struct, path);
            return chain == null
                    ? new int[0]
                    : chain.stream().mapToInt(Fields.Field::slot).toArray();
        }

        private static long cell(Facts facts, int[] slots) {
            long cell = slots.length == 0 ? Facts.ABSENT : 0;
            for (int i = 0; i < slots.length && cell > Facts.FAULTY; i++) {
                cell = facts.get((int) cell, slots[i]);
            }
            return Math.max(cell, Facts.FAULTY);
        }

        private static @Nullable String text(Facts facts, int[] slots) {
            long cell = cell(facts, slots);
            return cell == Facts.FAULTY ? null : facts.string(cell);
        }

        String documentId(Facts facts) {
            String id = text(facts, documentId);
            return id == null ? "" : id;
        }

        @Nullable
        String platform(Facts facts) {
            return text(facts, platform);
        }

        long revision(Facts facts) {
            long cell = cell(facts, revision);
            return cell == Facts.FAULTY ? 0 : cell;
        }

        /** Day of issue; {@link Facts#ABSENT} where the document does not say. */
        long issued(Facts facts) {
            long cell = cell(facts, issuedAt);
            return cell == Facts.FAULTY ? Facts.ABSENT : Days.dateOf(cell);
        }

        /** The text of the region code; an empty one where the document does not say. */
        long region(Facts facts) {
            long cell = cell(facts, regionCode);
            return cell == Facts.FAULTY ? 0 : cell;
        }
    }
}
