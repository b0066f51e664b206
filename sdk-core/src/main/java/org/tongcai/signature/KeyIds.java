package org.tongcai.signature;

/** The form of key ids: short, and safe in headers, logs and file names. */
final class KeyIds {
    private static final int LENGTH = 128;

    private KeyIds() {}

    static boolean isValid(String keyId) {
        if (keyId.isEmpty() || keyId.length() > LENGTH) {
            return false;
        }
        for (int i = 0; i < keyId.length(); i++) {
            char c = keyId.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && "._:-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    static String check(String keyId) {
        if (!isValid(keyId)) {
            throw new IllegalArgumentException("a key id is 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        return keyId;
    }
}
