package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentException;
import org.tongcai.Standard;
import org.tongcai.input.Slice;

/**
 * What the header of a document says of it, and which attachments it names by digest. Not the document: that may be of any size.
 *
 * @param documentType type
 * @param documentId number
 * @param platformCode code of the platform
 * @param platformName name of the platform; null where it says none
 * @param revision revision
 * @param issuedAt moment of issue as written; null where it says none
 * @param regionCode region; null where it says none
 * @param attachments digest in hexadecimal → number of the attachment
 */
record DocumentIdentity(
        String documentType,
        String documentId,
        String platformCode,
        @Nullable String platformName,
        int revision,
        @Nullable String issuedAt,
        @Nullable String regionCode,
        Map<String, String> attachments) {

    /** Reads a document of either encoding; null where it cannot be read or its header does not say what it is. */
    static @Nullable DocumentIdentity of(Slice slice, Standard standard) {
        try {
            if (slice.isXml()) {
                byte[] json = standard.json().rewrite(slice);
                return of(Slice.of(slice.source(), json));
            }
            return of(slice);
        } catch (IOException | DocumentException e) {
            return null;
        }
    }

    private static @Nullable DocumentIdentity of(Slice json) throws IOException {
        Map<String, String> header = new HashMap<>();
        Map<String, String> attachments = new HashMap<>();
        Deque<Map<String, String>> open = new ArrayDeque<>();
        try (JsonParser parser = Json.FACTORY.createParser(json.bytes(), json.offset(), json.length())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashMap<>());
                } else if (token == JsonToken.END_OBJECT) {
                    Map<String, String> members = open.pop();
                    Map<String, String> parent = open.peek();
                    String name = parser.currentName();
                    if (parent != null && "digest".equals(name) && members.get("value") != null) {
                        parent.put("digest", members.get("value"));
                    } else if (open.size() == 2 && "platform".equals(name)) {
                        members.forEach((key, value) -> open.getFirst().put("platform." + key, value));
                    } else if (open.size() == 1 && "header".equals(name)) {
                        header = members;
                    }
                    if (members.get("attachmentId") != null && members.get("digest") != null) {
                        attachments.put(members.get("digest"), members.get("attachmentId"));
                    }
                } else if (token.isScalarValue() && !open.isEmpty() && parser.currentName() != null) {
                    open.getFirst().put(parser.currentName(), parser.getText());
                }
            }
        }
        String type = header.get("documentType");
        String id = header.get("documentId");
        String platform = header.get("platform.code");
        String revision = header.get("revision");
        if (type == null
                || id == null
                || platform == null
                || revision == null
                || !revision.matches("[1-9][0-9]{0,3}")) {
            return null;
        }
        return new DocumentIdentity(
                type,
                id,
                platform,
                header.get("platform.name"),
                Integer.parseInt(revision),
                header.get("issuedAt"),
                header.get("regionCode"),
                attachments);
    }
}
