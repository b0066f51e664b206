package org.tongcai.examples.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Who sends the documents: what every header says and no table tells. Immutable.
 *
 * @param platformCode code of the sending platform
 * @param platformName its name
 * @param regionCode administrative division, six digits (GB/T 2260)
 * @param issuedAt when the documents are issued; codes and rules are judged as of this day
 * @param standardVersion edition of the standard, such as {@code 0.1}
 */
public record Sender(
        String platformCode, String platformName, String regionCode, OffsetDateTime issuedAt, String standardVersion) {

    /** A document with its header and nothing else yet. */
    public ObjectNode document(String type, String id) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode header = document.putObject("header");
        header.put("documentType", type);
        header.put("standardVersion", standardVersion);
        header.put("documentId", id);
        header.put("revision", 1);
        header.put("issuedAt", issuedAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        header.putObject("platform").put("code", platformCode).put("name", platformName);
        header.put("regionCode", regionCode);
        return document;
    }

    /** The same sender at another moment. */
    public Sender at(OffsetDateTime moment) {
        return new Sender(platformCode, platformName, regionCode, moment, standardVersion);
    }
}
