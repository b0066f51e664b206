package org.tongcai.gm;

import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.tongcai.signature.DigestAlgorithm;

/** SM3, GB/T 32905—2016: a digest of 32 bytes. */
public final class Sm3 {
    /** The algorithm, named {@code sm3} in {@code Content-Digest}; the name is not registered with IANA. */
    public static final DigestAlgorithm ALGORITHM = new DigestAlgorithm() {
        @Override
        public String name() {
            return "sm3";
        }

        @Override
        public MessageDigest newDigest() {
            return new Running();
        }

        @Override
        public String toString() {
            return name();
        }
    };

    private Sm3() {}

    /** The engine as the JDK wants it. */
    private static final class Running extends MessageDigest {
        private final SM3Digest engine = new SM3Digest();

        Running() {
            super("SM3");
        }

        @Override
        protected void engineUpdate(byte input) {
            engine.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            engine.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            byte[] out = new byte[engine.getDigestSize()];
            engine.doFinal(out, 0);
            return out;
        }

        @Override
        protected void engineReset() {
            engine.reset();
        }

        @Override
        protected int engineGetDigestLength() {
            return engine.getDigestSize();
        }
    }
}
