package org.tongcai.engine;

import org.tongcai.DocumentReport;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.Bundle;
import org.tongcai.input.Slice;

/** Validates documents against a bundle. Thread-safe; plans are compiled when a document type is first met. */
public final class Engine {
    private final Bundle bundle;

    /** An engine for one standard. */
    public Engine(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Judges one document. Never throws for what the bytes say. */
    public DocumentReport validate(Slice document, ValidationOptions options) {
        throw new UnsupportedOperationException(bundle.manifest().id());
    }
}
