package org.tongcai.signature;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code Content-Digest} (RFC 9530): the digest of the body as sent. */
public final class ContentDigest {
    /** The field. */
    public static final String FIELD = "Content-Digest";

    /** How a body and its {@code Content-Digest} go together. */
    public enum Match {
        /** There is no {@code Content-Digest}. */
        ABSENT,
        /** Every digest of a known algorithm matches, and there is at least one. */
        MATCHES,
        /** Some digest of a known algorithm does not match. */
        DIFFERS,
        /** None is of a known algorithm. */
        UNKNOWN,
        /** It is not a {@code Content-Digest}. */
        MALFORMED
    }

    private ContentDigest() {}

    /** The value of the field for that body. */
    public static String of(DigestAlgorithm algorithm, byte[] body) {
        return value(algorithm, algorithm.digest(body));
    }

    /** The value of the field for a body whose digest is already there. */
    public static String value(DigestAlgorithm algorithm, byte[] digest) {
        return algorithm.name() + "=" + Structured.bare(Structured.Bytes.of(digest));
    }

    /** Holds a body against the fields of its message. */
    public static Match check(HttpMessage message, byte[] body, Algorithms algorithms) {
        Checker checker = checker(message, algorithms);
        checker.update(body, 0, body.length);
        return checker.match();
    }

    /** The same for a body that comes in pieces. */
    public static Checker checker(HttpMessage message, Algorithms algorithms) {
        List<String> values = message.values(FIELD);
        if (values.isEmpty()) {
            return new Checker(Map.of(), Match.ABSENT);
        }
        try {
            Map<DigestAlgorithm, byte[]> wanted = new LinkedHashMap<>();
            for (Map.Entry<String, Structured.Member> each :
                    StructuredParser.dictionary(String.join(", ", values)).entrySet()) {
                if (!(each.getValue() instanceof Structured.Item item)
                        || !(item.value() instanceof Structured.Bytes bytes)) {
                    return new Checker(Map.of(), Match.MALFORMED);
                }
                algorithms.digest(each.getKey()).ifPresent(known -> wanted.put(known, bytes.array()));
            }
            return new Checker(wanted, wanted.isEmpty() ? Match.UNKNOWN : Match.MATCHES);
        } catch (StructuredParser.MalformedException e) {
            return new Checker(Map.of(), Match.MALFORMED);
        }
    }

    /** Computes digests while a body passes by. Not safe for threads. */
    public static final class Checker {
        private final List<MessageDigest> running = new ArrayList<>();
        private final List<byte[]> wanted = new ArrayList<>();
        private final Match otherwise;

        private Checker(Map<DigestAlgorithm, byte[]> wanted, Match otherwise) {
            this.otherwise = otherwise;
            wanted.forEach((algorithm, digest) -> {
                running.add(algorithm.newDigest());
                this.wanted.add(digest);
            });
        }

        /** The next bytes of the body. */
        public void update(byte[] bytes, int offset, int length) {
            running.forEach(each -> each.update(bytes, offset, length));
        }

        /** The result, once the whole body has passed; to be asked once. */
        public Match match() {
            boolean all = true;
            for (int i = 0; i < running.size(); i++) {
                all &= MessageDigest.isEqual(running.get(i).digest(), wanted.get(i));
            }
            return all ? otherwise : Match.DIFFERS;
        }
    }
}
