package org.tongcai.sandbox.attachment;

import java.util.Map;

/** What files of a type begin with. */
final class MediaTypes {
    /** No more is looked at. */
    static final int HEAD = 8;

    private static final Map<String, byte[]> MAGIC = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "application/zip", new byte[] {'P', 'K', 3, 4});
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private MediaTypes() {}

    /** Whether content that begins so can be of a type; what begins like another of the types is of that. */
    static boolean fits(String mediaType, byte[] head) {
        byte[] magic = MAGIC.get(mediaType);
        if (magic != null) {
            return begins(head, magic) || mediaType.equals("application/zip") && begins(head, EMPTY_ZIP);
        }
        return MAGIC.values().stream().noneMatch(other -> begins(head, other));
    }

    private static boolean begins(byte[] head, byte[] with) {
        if (head.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (head[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
