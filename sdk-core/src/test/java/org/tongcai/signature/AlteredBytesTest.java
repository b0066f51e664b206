package org.tongcai.signature;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte of a signed message can be altered, taken out or added: request line, every field, signature, body. */
class AlteredBytesTest {
    @Test
    void everyBitOfARequest() {
        everyBit(WireMessage.request(WireMessage.HMAC), WireMessage.HMAC);
    }

    @Test
    void everyBitOfAResponse() {
        everyBit(WireMessage.response(WireMessage.HMAC), WireMessage.HMAC);
    }

    @Test
    void everyByteTakenOutOrDoubled() {
        for (WireMessage message :
                new WireMessage[] {WireMessage.request(WireMessage.HMAC), WireMessage.response(WireMessage.HMAC)}) {
            message.parts().forEach((part, bytes) -> {
                for (int i = 0; i < bytes.length; i++) {
                    byte[] less = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 0, less, 0, i);
                    System.arraycopy(bytes, i + 1, less, i, less.length - i);
                    // Of two equal bytes in a row, it does not matter which goes.
                    assertFalse(message.with(part, less).verifies(WireMessage.HMAC), part + " without byte " + i);
                    byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
                    System.arraycopy(bytes, i, more, i + 1, bytes.length - i);
                    boolean space = bytes[i] == ' ' && part.equals("Signature-Input");
                    // RFC 9651 allows several spaces between items; what is signed stays the same.
                    assertTrue(
                            !message.with(part, more).verifies(WireMessage.HMAC) || space,
                            part + " with byte " + i + " twice");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa-p256-sha256"})
    void everyByteWithKeyPairs(String algorithm) {
        NewKey key = Keys.generate(algorithm, "client-1", Algorithms.jdk());
        WireMessage message = WireMessage.request(key.signing());
        VerifyingKey verifying = key.verifying();
        assertTrue(message.verifies(verifying));
        message.parts().forEach((part, bytes) -> {
            for (int i = 0; i < bytes.length; i++) {
                assertFalse(message.with(part, i, bytes[i] ^ 1).verifies(verifying), part + " byte " + i);
            }
        });
    }

    private static void everyBit(WireMessage message, VerifyingKey key) {
        assertTrue(message.verifies(key));
        message.parts().forEach((part, bytes) -> {
            for (int i = 0; i < bytes.length * 8; i++) {
                byte old = bytes[i / 8];
                int now = old ^ 1 << i % 8;
                boolean sameHost =
                        part.equals("authority") && Character.toLowerCase(old) == Character.toLowerCase(now & 0xff);
                // Hosts are the same in upper case.
                assertTrue(!message.with(part, i / 8, now).verifies(key) || sameHost, part + " bit " + i);
            }
        });
    }
}
