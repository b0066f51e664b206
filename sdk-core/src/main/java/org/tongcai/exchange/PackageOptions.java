package org.tongcai.exchange;

import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.SigningKey;

/**
 * How packages are made. Immutable; {@link #of} and then the {@code with…} methods.
 *
 * @param standard the standard
 * @param sender who sends
 * @param receiver who is to import
 * @param key key of the sender; its id is the code of the sender, or begins with it and a colon
 * @param algorithms what is understood
 * @param digest digest of the manifests, SHA-256 or SM3
 * @param form folder or zip archive
 * @param secret key that encrypts; null for none. Only archives can be encrypted
 * @param cipher cipher that encrypts
 * @param compress whether documents are compressed
 * @param splitBytes documents and attachments of one package together; a single larger one has a package of its own
 * @param entries documents and attachments of one package, at most 10,000
 * @param regionCode region of the manifest; null to take that of the first document
 * @param carrier how the package travels, of the code list {@code package-carrier}
 * @param mediumSerial number of the disc or medium; null for none
 * @param full whether this is all data, not what was added
 * @param secrecyReviewed whether somebody has made sure that there is no state secret in it
 * @param clock the time
 */
public record PackageOptions(
        Standard standard,
        ExchangeParty sender,
        ExchangeParty receiver,
        SigningKey key,
        Algorithms algorithms,
        DigestAlgorithm digest,
        Form form,
        @Nullable PackageKey secret,
        AeadCipher cipher,
        boolean compress,
        long splitBytes,
        int entries,
        @Nullable String regionCode,
        String carrier,
        @Nullable String mediumSerial,
        boolean full,
        boolean secrecyReviewed,
        Clock clock) {
    /** What a package looks like. */
    public enum Form {
        /** A folder. */
        FOLDER,
        /** One zip archive. */
        ZIP
    }

    private static final int MOST_ENTRIES = 10_000;

    public PackageOptions {
        if (secret != null && form == Form.FOLDER) {
            throw new IllegalArgumentException("a folder cannot be encrypted");
        }
        if (entries < 1 || entries > MOST_ENTRIES || splitBytes < 1) {
            throw new IllegalArgumentException("1 to 10,000 entries, at least one byte");
        }
        if (!digest.name().equals("sha-256") && !digest.name().equals("sm3")) {
            throw new IllegalArgumentException("packages have digests by sha-256 or sm3");
        }
    }

    /** A zip archive of at most 1 GiB of documents and attachments, SHA-256, not encrypted, over an isolation gateway. */
    public static PackageOptions of(
            Standard standard, ExchangeParty sender, ExchangeParty receiver, SigningKey key, boolean secrecyReviewed) {
        return new PackageOptions(
                standard,
                sender,
                receiver,
                key,
                Algorithms.installed(),
                DigestAlgorithm.SHA_256,
                Form.ZIP,
                null,
                AeadCipher.AES_256_GCM,
                false,
                1L << 30,
                MOST_ENTRIES / 2,
                null,
                "GATEWAY",
                null,
                false,
                secrecyReviewed,
                Clock.systemDefaultZone());
    }

    /** The same as a folder or an archive. */
    public PackageOptions withForm(Form other) {
        return with(draft -> draft.form = other);
    }

    /** The same with other digests. */
    public PackageOptions withDigest(DigestAlgorithm other) {
        return with(draft -> draft.digest = other);
    }

    /** The same, encrypted. */
    public PackageOptions withEncryption(PackageKey key, AeadCipher by) {
        return with(draft -> {
            draft.secret = key;
            draft.cipher = by;
        });
    }

    /** The same, with documents compressed or not. */
    public PackageOptions withCompression(boolean yes) {
        return with(draft -> draft.compress = yes);
    }

    /** The same, divided so that no package has more. */
    public PackageOptions withSplit(long bytes, int count) {
        return with(draft -> {
            draft.splitBytes = bytes;
            draft.entries = count;
        });
    }

    /** The same for a region. */
    public PackageOptions withRegion(@Nullable String code) {
        return with(draft -> draft.regionCode = code);
    }

    /** The same, travelling otherwise. */
    public PackageOptions withCarrier(String code, @Nullable String serial) {
        return with(draft -> {
            draft.carrier = code;
            draft.mediumSerial = serial;
        });
    }

    /** The same, with all data or what was added. */
    public PackageOptions withFull(boolean yes) {
        return with(draft -> draft.full = yes);
    }

    /** The same at another time. */
    public PackageOptions withClock(Clock other) {
        return with(draft -> draft.clock = other);
    }

    private PackageOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options(this);
    }

    /** What can be changed, while it is. */
    private static final class Draft {
        private DigestAlgorithm digest;
        private Form form;
        private @Nullable PackageKey secret;
        private AeadCipher cipher;
        private boolean compress;
        private long splitBytes;
        private int entries;
        private @Nullable String regionCode;
        private String carrier;
        private @Nullable String mediumSerial;
        private boolean full;
        private Clock clock;

        Draft(PackageOptions of) {
            digest = of.digest;
            form = of.form;
            secret = of.secret;
            cipher = of.cipher;
            compress = of.compress;
            splitBytes = of.splitBytes;
            entries = of.entries;
            regionCode = of.regionCode;
            carrier = of.carrier;
            mediumSerial = of.mediumSerial;
            full = of.full;
            clock = of.clock;
        }

        PackageOptions options(PackageOptions of) {
            return new PackageOptions(
                    of.standard,
                    of.sender,
                    of.receiver,
                    of.key,
                    of.algorithms,
                    digest,
                    form,
                    secret,
                    cipher,
                    compress,
                    splitBytes,
                    entries,
                    regionCode,
                    carrier,
                    mediumSerial,
                    full,
                    of.secrecyReviewed,
                    clock);
        }
    }

    String ending() {
        return form == Form.FOLDER ? "" : secret == null ? ".zip" : ".tcx";
    }

    ManifestWriter manifestWriter(String region, @Nullable String senderName) {
        ExchangeParty named = sender.name().isEmpty()
                ? new ExchangeParty(sender.code(), senderName == null ? sender.code() : senderName)
                : sender;
        ExchangeParty to = receiver.name().isEmpty() ? new ExchangeParty(receiver.code(), receiver.code()) : receiver;
        return new ManifestWriter(
                standard, named, to, region, carrier, mediumSerial, key.algorithm(), full, secrecyReviewed, digest);
    }
}
