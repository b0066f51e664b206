package org.tongcai.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a key may be used, as the text of the key says: {@code nbf} and {@code exp} of a JWK, in seconds since 1970 as in RFC
 * 7519; lines {@code Valid-From} and {@code Valid-Until} before the block of PEM, where RFC 7468 lets explanations stand. Immutable.
 *
 * <p>Nobody vouches for it but who keeps the text: it counts in the hands of the one who verifies.
 *
 * @param from the first moment; null: no bound
 * @param until the first moment at which the key is valid no more; null: no bound
 */
public record KeyValidity(@Nullable Instant from, @Nullable Instant until) {
    /** Without bounds. */
    public static final KeyValidity UNBOUNDED = new KeyValidity(null, null);

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Pattern LINE =
            Pattern.compile("(?mi)^[ \\t]*Valid-(From|Until)[ \\t]*:[ \\t]*(.*?)[ \\t\\r]*$");

    /** Both are cut to whole seconds. */
    public KeyValidity {
        from = from == null ? null : Instant.ofEpochSecond(from.getEpochSecond());
        until = until == null ? null : Instant.ofEpochSecond(until.getEpochSecond());
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a key ends after it begins");
        }
    }

    /** Whether a key may be used at that moment. */
    public boolean isValidAt(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }

    static KeyValidity ofSeconds(@Nullable Long from, @Nullable Long until) throws KeyFormatException {
        try {
            return new KeyValidity(
                    from == null ? null : Instant.ofEpochSecond(from),
                    until == null ? null : Instant.ofEpochSecond(until));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong();
        }
    }

    static KeyValidity ofPem(String text) throws KeyFormatException {
        Instant from = null;
        Instant until = null;
        Matcher line = LINE.matcher(text);
        try {
            while (line.find()) {
                boolean first = line.group(1).equalsIgnoreCase("From");
                if ((first ? from : until) != null) {
                    throw wrong();
                }
                Instant moment = OffsetDateTime.parse(line.group(2)).toInstant();
                from = first ? moment : from;
                until = first ? until : moment;
            }
            return new KeyValidity(from, until);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong();
        }
    }

    /** The lines before a block of PEM. */
    String pem() {
        return (from == null ? "" : "Valid-From: " + text(from) + "\n")
                + (until == null ? "" : "Valid-Until: " + text(until) + "\n");
    }

    private static String text(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atOffset(BEIJING));
    }

    private static KeyFormatException wrong() {
        return new KeyFormatException(
                "密钥的有效期（Valid-From、Valid-Until 或者 nbf、exp）写法不对",
                "the validity of the key (Valid-From, Valid-Until; nbf, exp) is wrong");
    }

    /** Such as {@code 2026-11-22T00:00:00+08:00/2028-11-22T00:00:00+08:00}; {@code ..} where there is no bound. */
    @Override
    public String toString() {
        return (from == null ? ".." : text(from)) + "/" + (until == null ? ".." : text(until));
    }
}
