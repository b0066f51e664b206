package org.tongcai.engine;

import java.util.List;

/** The names of the standard that the engine knows: the header and what it needs out of it; {@link CriticalPlan} knows those of extensions. */
enum Header {
    NONE,
    DOCUMENT_TYPE,
    STANDARD_VERSION,
    DOCUMENT_ID,
    ISSUED_AT_TIME,
    PROFILE;

    /** Name of the type of headers. */
    static final String TYPE = "DocumentHeader";

    static final Names HEADER = new Names(List.of("header"));
    static final Names DOCUMENT_TYPES = new Names(List.of("documentType"));
    static final Names DOCUMENT_IDS = new Names(List.of("documentId"));
    static final Names ISSUED_AT = new Names(List.of("issuedAt"));

    /** What a member of the header is to the engine. */
    static Header of(String member) {
        return switch (member) {
            case "documentType" -> DOCUMENT_TYPE;
            case "standardVersion" -> STANDARD_VERSION;
            case "documentId" -> DOCUMENT_ID;
            case "issuedAt" -> ISSUED_AT_TIME;
            case "profile" -> PROFILE;
            default -> NONE;
        };
    }
}
