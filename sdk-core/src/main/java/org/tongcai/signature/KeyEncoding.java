package org.tongcai.signature;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The few structures of ASN.1 that keys are written in: PKCS#8 (RFC 5208, 5958), SubjectPublicKeyInfo (RFC 5280), ECPrivateKey (RFC 5915). */
final class KeyEncoding {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int CONTEXT_1 = 0xa1;
    private static final int COORDINATE = 32;

    private KeyEncoding() {}

    /** The content of the AlgorithmIdentifier: an object identifier and, for curves, a second one. */
    static byte[] identifierOfPrivate(byte[] pkcs8) throws KeyFormatException {
        return privateParts(pkcs8)[0];
    }

    static byte[] identifierOfPublic(byte[] spki) throws KeyFormatException {
        return publicParts(spki)[0];
    }

    /** The scalar or seed of 32 bytes. */
    static byte[] secretOf(byte[] pkcs8) throws KeyFormatException {
        byte[] inner = privateParts(pkcs8)[1];
        Der der = new Der(inner);
        if (inner.length > 0 && (inner[0] & 0xff) == OCTET_STRING) {
            return exactly(der.take(OCTET_STRING), COORDINATE);
        }
        Der key = new Der(der.take(SEQUENCE));
        key.take(INTEGER);
        byte[] scalar = key.take(OCTET_STRING);
        return scalar.length > COORDINATE ? exactly(scalar, COORDINATE) : padded(scalar);
    }

    /** The point as 04‖x‖y, or the 32 bytes of an Edwards point. */
    static byte[] pointOf(byte[] spki) throws KeyFormatException {
        byte[] point = publicParts(spki)[1];
        boolean edwards = point.length == COORDINATE;
        boolean uncompressed = point.length == 2 * COORDINATE + 1 && point[0] == 4;
        if (!edwards && !uncompressed) {
            throw damaged();
        }
        return point;
    }

    static byte[] spki(byte[] identifier, byte[] point) {
        byte[] bits = new byte[point.length + 1];
        System.arraycopy(point, 0, bits, 1, point.length);
        return der(SEQUENCE, der(SEQUENCE, identifier), der(BIT_STRING, bits));
    }

    /** PKCS#8 of a scalar, with the point in it, as openssl writes it; or of an Edwards seed, where point is null. */
    static byte[] pkcs8(byte[] identifier, byte[] secret, byte @Nullable [] point) {
        byte[] version = der(INTEGER, new byte[] {0});
        byte[] inner;
        if (point == null) {
            inner = der(OCTET_STRING, secret);
        } else {
            byte[] bits = new byte[point.length + 1];
            System.arraycopy(point, 0, bits, 1, point.length);
            inner = der(
                    SEQUENCE,
                    der(INTEGER, new byte[] {1}),
                    der(OCTET_STRING, secret),
                    der(CONTEXT_1, der(BIT_STRING, bits)));
        }
        return der(SEQUENCE, version, der(SEQUENCE, identifier), der(OCTET_STRING, inner));
    }

    /** The same private key with the public one in it, so that other programs need not compute it. */
    static byte[] withPublic(byte[] pkcs8, byte[] spki) {
        try {
            byte[] point = pointOf(spki);
            byte[] inside = point.length == COORDINATE ? null : point;
            return pkcs8(identifierOfPrivate(pkcs8), secretOf(pkcs8), inside);
        } catch (KeyFormatException e) {
            throw new SignatureException("the generated key cannot be read", e);
        }
    }

    /** The point that a private key carries along; null where it does not. */
    static byte @Nullable [] pointIn(byte[] pkcs8) throws KeyFormatException {
        byte[] inner = privateParts(pkcs8)[1];
        if (inner.length == 0 || (inner[0] & 0xff) != SEQUENCE) {
            return null;
        }
        Der key = new Der(new Der(inner).take(SEQUENCE));
        key.take(INTEGER);
        key.take(OCTET_STRING);
        while (!key.isEmpty()) {
            if (key.tag() == CONTEXT_1) {
                byte[] bits = new Der(key.take(CONTEXT_1)).take(BIT_STRING);
                return exactly(Arrays.copyOfRange(bits, 1, Math.max(1, bits.length)), 2 * COORDINATE + 1);
            }
            key.take(key.tag());
        }
        return null;
    }

    private static byte[][] privateParts(byte[] pkcs8) throws KeyFormatException {
        Der outer = new Der(pkcs8);
        Der info = new Der(outer.take(SEQUENCE));
        outer.end();
        info.take(INTEGER);
        byte[] identifier = info.take(SEQUENCE);
        return new byte[][] {identifier, info.take(OCTET_STRING)};
    }

    private static byte[][] publicParts(byte[] spki) throws KeyFormatException {
        Der outer = new Der(spki);
        Der info = new Der(outer.take(SEQUENCE));
        outer.end();
        byte[] identifier = info.take(SEQUENCE);
        byte[] bits = info.take(BIT_STRING);
        info.end();
        if (bits.length < 2 || bits[0] != 0) {
            throw damaged();
        }
        return new byte[][] {identifier, Arrays.copyOfRange(bits, 1, bits.length)};
    }

    private static byte[] exactly(byte[] bytes, int length) throws KeyFormatException {
        if (bytes.length != length) {
            throw damaged();
        }
        return bytes;
    }

    private static byte[] padded(byte[] scalar) {
        byte[] full = new byte[COORDINATE];
        System.arraycopy(scalar, 0, full, COORDINATE - scalar.length, scalar.length);
        return full;
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length > 127) {
            out.write(0x81);
        }
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static KeyFormatException damaged() {
        return new KeyFormatException("密钥的编码已损坏或不受支持", "the encoding of the key is damaged or not supported");
    }

    /** Reads definite lengths up to 64 KiB. */
    private static final class Der {
        private final byte[] bytes;
        private int at;

        Der(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isEmpty() {
            return at == bytes.length;
        }

        int tag() throws KeyFormatException {
            if (isEmpty()) {
                throw damaged();
            }
            return bytes[at] & 0xff;
        }

        void end() throws KeyFormatException {
            if (!isEmpty()) {
                throw damaged();
            }
        }

        byte[] take(int tag) throws KeyFormatException {
            if (tag() != tag || at + 1 >= bytes.length) {
                throw damaged();
            }
            int length = bytes[at + 1] & 0xff;
            int start = at + 2;
            if (length > 127) {
                int more = length - 128;
                if (more < 1 || more > 2 || start + more > bytes.length) {
                    throw damaged();
                }
                length = 0;
                for (int i = 0; i < more; i++) {
                    length = length << 8 | bytes[start + i] & 0xff;
                }
                start += more;
            }
            if (length > bytes.length - start) {
                throw damaged();
            }
            at = start + length;
            return Arrays.copyOfRange(bytes, start, at);
        }
    }
}
