package org.tongcai.exchange;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sends what to whom, and where the package stands in the chain: {@code bag-info.txt}. Immutable.
 *
 * @param packageId id of the package, unique with its sender
 * @param sender node code of the sender
 * @param receiver node code of the receiver
 * @param sequence number of the package for this sender and receiver, from 1 without gaps
 * @param previous digest of the package before, null for the first
 * @param group id of the first part where a batch is divided, else the id of the package
 * @param part which part this is, from 1
 * @param parts how many parts there are
 * @param sealedAt when the package was made
 * @param octets bytes of the payload
 * @param files number of files of the payload
 */
public record PackageInfo(
        String packageId,
        String sender,
        String receiver,
        long sequence,
        @Nullable PackageDigest previous,
        String group,
        int part,
        int parts,
        OffsetDateTime sealedAt,
        long octets,
        long files) {
    /** The profile of BagIt that packages follow. */
    public static final String PROFILE = "https://tongcai.org/exchange/package/1";

    static final String FILE = "bag-info.txt";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");
    private static final long MOST = 9_007_199_254_740_991L;

    public PackageInfo {
        require(ID.matcher(packageId).matches() && !packageId.endsWith("."), "packageId");
        require(ID.matcher(group).matches(), "group");
        require(NODE.matcher(sender).matches(), "sender");
        require(NODE.matcher(receiver).matches(), "receiver");
        require(sequence >= 1 && sequence <= MOST, "sequence");
        require((sequence == 1) == (previous == null), "previous");
        require(parts >= 1 && part >= 1 && part <= parts, "part");
        require(part != 1 || group.equals(packageId), "group");
        require(octets >= 0 && files >= 0, "octets");
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("not allowed in a package: " + what);
        }
    }

    /** The same of other content. */
    PackageInfo with(long otherOctets, long otherFiles) {
        return new PackageInfo(
                packageId, sender, receiver, sequence, previous, group, part, parts, sealedAt, otherOctets, otherFiles);
    }

    byte[] write() {
        StringBuilder out = new StringBuilder();
        line(out, "BagIt-Profile-Identifier", PROFILE);
        line(out, "External-Identifier", packageId);
        line(out, "Bagging-Date", sealedAt.toLocalDate().toString());
        line(out, "Payload-Oxum", octets + "." + files);
        line(out, "Bag-Group-Identifier", group);
        line(out, "Bag-Count", part + " of " + parts);
        line(out, "Tongcai-Sealed-At", sealedAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        line(out, "Tongcai-Sender", sender);
        line(out, "Tongcai-Receiver", receiver);
        line(out, "Tongcai-Sequence", Long.toString(sequence));
        if (previous != null) {
            line(out, "Tongcai-Previous-Digest", previous.toString());
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }

    /** Reads what {@link #write} writes, and nothing else: what differs in one blank is refused. */
    static PackageInfo read(byte[] bytes) throws PackageRefusedException {
        Map<String, String> values = values(Lines.read(FILE, bytes));
        PackageInfo info;
        try {
            String[] oxum = get(values, "Payload-Oxum").split("\\.", 2);
            String[] count = get(values, "Bag-Count").split(" of ", 2);
            String previous = values.get("Tongcai-Previous-Digest");
            info = new PackageInfo(
                    get(values, "External-Identifier"),
                    get(values, "Tongcai-Sender"),
                    get(values, "Tongcai-Receiver"),
                    sequence(get(values, "Tongcai-Sequence")),
                    previous == null ? null : PackageDigest.parse(previous),
                    get(values, "Bag-Group-Identifier"),
                    Integer.parseInt(count[0]),
                    Integer.parseInt(count.length < 2 ? "" : count[1]),
                    OffsetDateTime.parse(get(values, "Tongcai-Sealed-At")),
                    Long.parseLong(oxum[0]),
                    Long.parseLong(oxum.length < 2 ? "" : oxum[1]));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            String detail = e.getMessage() == null ? "" : e.getMessage();
            throw Lines.wrong(FILE, "内容有误（" + detail + "）", detail);
        }
        if (!java.util.Arrays.equals(info.write(), bytes)) {
            throw Lines.wrong(
                    FILE, "各项的名称、次序、写法必须与规定一致", "names, order and form of the lines must be those prescribed");
        }
        return info;
    }

    private static long sequence(String text) {
        require(NUMBER.matcher(text).matches(), "sequence");
        return Long.parseLong(text);
    }

    private static Map<String, String> values(List<String> lines) throws PackageRefusedException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon < 1 || values.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                throw Lines.wrong(FILE, "应为“名称: 内容”，每项一行", "lines must be name: value, each name once");
            }
        }
        return values;
    }

    private static String get(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
