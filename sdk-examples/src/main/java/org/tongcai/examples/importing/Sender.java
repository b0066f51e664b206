package org.tongcai.examples.importing;

import java.time.OffsetDateTime;
import org.tongcai.model.DocumentHeader;
import org.tongcai.model.Platform;
import org.tongcai.model.Region;

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

    /** The header of a document. */
    public DocumentHeader header(String type, String id) {
        return new DocumentHeader()
                .withDocumentType(type)
                .withStandardVersion(standardVersion)
                .withDocumentId(id)
                .withRevision(1)
                .withIssuedAt(issuedAt)
                .withPlatform(new Platform().withCode(platformCode).withName(platformName))
                .withRegionCode(Region.of(regionCode));
    }

    /** The same sender at another moment. */
    public Sender at(OffsetDateTime moment) {
        return new Sender(platformCode, platformName, regionCode, moment, standardVersion);
    }
}
