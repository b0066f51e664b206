package org.tongcai.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.rule.DocumentKey;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;
import org.tongcai.rule.UnansweredException;

/** Many documents, in the temporary folder that {@link DiskWriter} wrote; read page by page, with what was used last in memory. */
final class DiskStore implements Store {
    /** How much larger noted values are in memory than as kept, about. */
    private static final int EXPANSION = 8;

    private static final Comparator<DocumentKey> ORDER = Comparator.comparing(DocumentKey::documentId)
            .thenComparing(DocumentKey::platformCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final MVStore store;
    private final MVMap<Long, byte[]> facts;
    private final MVMap<Long, String> sources;
    private final MVMap<long[], long[]> versions;
    private final MVMap<long[], long[]> groups;
    private final WorkDirectory directory;
    private final LookUps lookUps;
    private final BatchOptions options;
    private final long documents;
    private final Fingerprint print = new Fingerprint();
    private final Recent<Long, Facts> single;
    private final Recent<Question, Answer> answers;

    private record Question(int index, List<String> values) {}

    /** What a question leads to; null where that is too much. */
    private record Answer(@Nullable List<Facts> found) {}

    private record Keyed(DocumentKey key, Facts facts) {}

    DiskStore(
            MVStore store,
            MVMap<Long, byte[]> facts,
            MVMap<Long, String> sources,
            WorkDirectory directory,
            LookUps lookUps,
            BatchOptions options,
            long documents) {
        this.store = store;
        this.facts = facts;
        this.sources = sources;
        this.versions = store.openMap("versions", DiskWriter.Maps.versions());
        this.groups = store.openMap("groups", DiskWriter.Maps.groups());
        this.directory = directory;
        this.lookUps = lookUps;
        this.options = options;
        this.documents = documents;
        long half = ((long) options.cacheMegabytes() << 20) / 2;
        this.single = new Recent<>(half / 4);
        this.answers = new Recent<>(half - half / 4);
    }

    @Override
    public @Nullable Facts find(String documentType, String documentId, @Nullable String platformCode) {
        try {
            long[] key = Versions.key(new DocumentKey(documentType, documentId, platformCode, Long.MAX_VALUE), print);
            if (platformCode != null) {
                long[] found = versions.floorKey(key);
                return found == null || !Arrays.equals(found, 0, Versions.DOCUMENT, key, 0, Versions.DOCUMENT)
                        ? null
                        : latest(found);
            }
            return onAnyPlatform(key);
        } catch (MVStoreException e) {
            throw StoreException.of(e);
        }
    }

    /** Goes through the platforms from the last to the first; the key's platform is the lowest. */
    private @Nullable Facts onAnyPlatform(long[] key) {
        long[] above = {key[0], key[1], Long.MAX_VALUE, Long.MAX_VALUE};
        long[] best = null;
        Facts found = null;
        int platforms = 0;
        for (long[] at = versions.floorKey(above);
                at != null && at[0] == key[0] && at[1] == key[1];
                at = versions.lowerKey(new long[] {at[0], at[1], at[2], Long.MIN_VALUE})) {
            if (++platforms > options.groupDocuments()) {
                throw new UnansweredException(new Bilingual(
                        "超过 " + options.groupDocuments() + " 个平台使用同一文件编号",
                        "more than " + options.groupDocuments() + " platforms use this number"));
            }
            if (best != null && at[3] < best[3]) {
                continue;
            }
            Facts next = latest(at);
            if (best == null
                    || found == null
                    || at[3] > best[3]
                    || ORDER.compare(lookUps.key(next), lookUps.key(found)) < 0) {
                best = at;
                found = next;
            }
        }
        return found;
    }

    private Facts latest(long[] version) {
        long[] contents = Objects.requireNonNull(versions.get(version));
        return document(contents[2]);
    }

    private Facts document(long number) {
        Facts known = single.get(number);
        if (known == null) {
            byte[] bytes = read(number);
            known = Facts.of(bytes);
            single.put(number, known, weight(bytes));
        }
        return known;
    }

    private byte[] read(long number) {
        byte[] bytes = facts.get(number);
        if (bytes == null) {
            throw new IllegalArgumentException("no rule asks for documents of this type");
        }
        return bytes;
    }

    private static long weight(byte[] bytes) {
        return 200 + (long) bytes.length * EXPANSION;
    }

    @Override
    public List<Facts> from(String type, List<String> path, String documentType, String documentId) {
        return answer(lookUps.from(type, path), List.of(LookUps.reference(documentType, documentId)));
    }

    @Override
    public List<Facts> where(String type, List<List<String>> paths, List<String> values) {
        return answer(lookUps.where(type, paths), values);
    }

    private List<Facts> answer(LookUps.@Nullable Index index, List<String> values) {
        if (index == null) {
            throw new IllegalArgumentException("no rule of this standard asks that");
        }
        Question question = new Question(index.number(), List.copyOf(values));
        Answer answer = answers.get(question);
        if (answer == null) {
            try {
                answer = look(question, index);
            } catch (MVStoreException e) {
                throw StoreException.of(e);
            }
        }
        List<Facts> found = answer.found();
        if (found == null) {
            throw new UnansweredException(new Bilingual(
                    "相关单据超过 " + options.groupDocuments() + " 份或者过大，无法一并核对",
                    "more than " + options.groupDocuments()
                            + " documents belong together here, or they are too large"));
        }
        return found;
    }

    private Answer look(Question question, LookUps.Index index) {
        long[] exact = group(question.index(), question.values());
        long[] wide = group(question.index(), List.of());
        List<Keyed> found = new ArrayList<>();
        long bytes = 0;
        boolean whole = exact.length <= options.groupDocuments() && wide.length <= options.groupDocuments();
        for (int i = 0; whole && i < exact.length + wide.length; i++) {
            boolean sure = i < exact.length;
            byte[] one = read(sure ? exact[i] : wide[i - exact.length]);
            Facts noted = Facts.of(one);
            if (sure || index.matches(noted, question.values())) {
                found.add(new Keyed(lookUps.key(noted), noted));
                bytes += one.length;
            }
            whole = bytes <= BatchOptions.GROUP_BYTES && found.size() <= options.groupDocuments();
        }
        if (!whole) {
            Answer tooMany = new Answer(null);
            answers.put(question, tooMany, weight(question));
            return tooMany;
        }
        found.sort(Comparator.comparing(Keyed::key, ORDER));
        Answer answer = new Answer(found.stream().map(Keyed::facts).toList());
        answers.put(question, answer, weight(question) + bytes * EXPANSION + found.size() * 200L);
        return answer;
    }

    private static long weight(Question question) {
        return 500 + 2L * question.values().stream().mapToInt(String::length).sum();
    }

    private long[] group(int index, List<String> values) {
        print.of(index, values);
        long[] numbers = groups.get(new long[] {print.high(), print.low()});
        return numbers == null ? new long[0] : numbers;
    }

    @Override
    public long @Nullable [] contents(long[] version) {
        try {
            return versions.get(version);
        } catch (MVStoreException e) {
            throw StoreException.of(e);
        }
    }

    @Override
    public Map.Entry<Long, String> source(long number) {
        Long first = Objects.requireNonNull(sources.floorKey(number));
        return Map.entry(first, Objects.requireNonNull(sources.get(first)));
    }

    @Override
    public boolean isStart(long number) {
        return number >= documents || sources.containsKey(number);
    }

    @Override
    public void close() {
        store.closeImmediately();
        directory.close();
    }
}
