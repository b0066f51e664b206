package org.tongcai.identifier;

/** Guards the public computations of check characters against bodies that have none. */
final class CheckedBody {

    static final String DIGITS = "0123456789";
    static final String ALPHANUMERIC = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CheckedBody() {}

    static void require(String body, int length, String alphabet) {
        if (body.length() != length) {
            throw new IllegalArgumentException(
                    "a check character needs " + length + " characters, not " + body.length());
        }
        for (int i = 0; i < length; i++) {
            if (alphabet.indexOf(body.charAt(i)) < 0) {
                throw new IllegalArgumentException("character " + (i + 1) + " has no value for the check character");
            }
        }
    }
}
