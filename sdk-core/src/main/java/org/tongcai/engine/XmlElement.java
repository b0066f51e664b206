package org.tongcai.engine;

import org.jspecify.annotations.Nullable;

/** An open element of XML, as places in the bytes. All that is known of it lies together, and is reused. Not thread-safe. */
final class XmlElement {
    /** Where its name begins, prefix included. */
    int nameAt;
    /** Where its name ends. */
    int nameTo;
    /** Where its local name begins. */
    int localAt;
    /** Its namespace. */
    @Nullable
    String uri;
    /** Namespaces declared before it. */
    int scope;
    /** Child elements so far. */
    int children;
    /** While passing over: whether it has text. */
    boolean hasText;
    /** The union that it is read as; null for none. */
    @Nullable
    UnionPlan union;
}
