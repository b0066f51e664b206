package org.tongcai;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts over a set of documents. Immutable.
 *
 * @param documents all documents
 * @param accepted without error
 * @param rejected with at least one error
 * @param undetermined not judged to the end
 * @param errors findings of severity error
 * @param warnings findings of severity warning
 * @param infos findings of severity information
 * @param layers findings of each layer; layers without findings are absent
 */
public record Summary(
        long documents,
        long accepted,
        long rejected,
        long undetermined,
        long errors,
        long warnings,
        long infos,
        Map<Layer, Long> layers) {
    /** Nothing counted yet. */
    public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0, Map.of());

    public Summary {
        layers = Map.copyOf(layers);
    }

    /** The verdict that these counts mean. */
    public Verdict verdict() {
        return rejected > 0 ? Verdict.REJECTED : undetermined > 0 ? Verdict.UNDETERMINED : Verdict.ACCEPTED;
    }

    /** Findings of a layer. */
    public long of(Layer layer) {
        return layers.getOrDefault(layer, 0L);
    }

    /** These counts with one more document. */
    public Summary plus(DocumentReport document) {
        long e = 0;
        long w = 0;
        long i = 0;
        Map<Layer, Long> all = layers;
        if (!document.findings().isEmpty()) {
            all = new EnumMap<>(Layer.class);
            all.putAll(layers);
        }
        for (Finding finding : document.findings()) {
            switch (finding.severity()) {
                case ERROR -> e++;
                case WARNING -> w++;
                case INFO -> i++;
            }
            all.merge(finding.layer(), 1L, Long::sum);
        }
        return new Summary(
                documents + 1,
                accepted + (document.verdict() == Verdict.ACCEPTED ? 1 : 0),
                rejected + (document.verdict() == Verdict.REJECTED ? 1 : 0),
                undetermined + (document.verdict() == Verdict.UNDETERMINED ? 1 : 0),
                errors + e,
                warnings + w,
                infos + i,
                all);
    }
}
