package org.tongcai.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Resolver;

/** Documents that may be referred to, wherever they are kept. Used by one thread at a time. */
interface Store extends AutoCloseable {
    /** As {@link Resolver#find}. */
    @Nullable
    Facts find(String documentType, String documentId, @Nullable String platformCode);

    /** As {@link Resolver#from}. */
    List<Facts> from(String type, List<String> path, String documentType, String documentId);

    /** As {@link Resolver#where}. */
    List<Facts> where(String type, List<List<String>> paths, List<String> values);

    /** The contents of a version, as {@link Versions.Result#version} gives them; null where there is no such version. */
    long @Nullable [] contents(long[] version);

    /** The source that a document stands in, with the number of its first document. */
    Map.Entry<Long, String> source(long number);

    /** Whether a source begins with this document, or there is none with this number. */
    boolean isStart(long number);

    @Override
    void close();

    /** Where a document stands, for people. */
    default Bilingual place(long number) {
        Map.Entry<Long, String> source = source(number);
        if (source.getKey() == number && isStart(number + 1)) {
            return new Bilingual(source.getValue(), source.getValue());
        }
        long position = number - source.getKey() + 1;
        return new Bilingual(source.getValue() + " 第 " + position + " 份", source.getValue() + ", document " + position);
    }
}
