package org.tongcai.sandbox.submission;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * What an operation takes. Immutable.
 *
 * @param types document types; empty for all
 * @param scope the scope that counts instead of that of the document's own domain; null for that
 * @param resource the document of the path, which must be referred to; null for none
 * @param productId number of the product of the path, where naming it is as good as a reference
 */
public record Expected(
        Set<String> types,
        @Nullable String scope,
        @Nullable StoredDocument resource,
        @Nullable String productId) {
    /** Any document. */
    public static final Expected ANYTHING = new Expected(Set.of(), null, null, null);

    public Expected {
        types = Set.copyOf(types);
    }

    /** Documents of certain types. */
    public static Expected of(String scope, List<String> types) {
        return new Expected(Set.copyOf(types), scope, null, null);
    }

    /** Documents of certain types that refer to another. */
    public static Expected about(
            String scope, StoredDocument resource, @Nullable String productId, List<String> types) {
        return new Expected(Set.copyOf(types), scope, resource, productId);
    }

    /** Why a document does not belong here; null where it does. */
    @Nullable
    ProblemException refuses(Scan scan, Predicate<String> may, @Nullable String domain) {
        String type = scan.documentType();
        if (!types.isEmpty() && !type.isEmpty() && !types.contains(type)) {
            return new ProblemException("wrong-document-type", type + " is not taken here")
                    .with("documentTypes", new TreeSet<>(types));
        }
        String needed = scope != null ? scope : domain == null ? null : domain + ":write";
        if (needed != null && !may.test(needed)) {
            return new ProblemException("insufficient-scope", "the scope " + needed + " is missing")
                    .with("scope", needed);
        }
        StoredDocument about = resource;
        if (about != null
                && !type.isEmpty()
                && !scan.refersTo(about.documentType(), about.platformCode(), about.documentId())
                && (productId == null || !scan.namesProduct(productId))) {
            return new ProblemException(
                    "wrong-reference",
                    "the document does not refer to " + about.documentType() + " " + about.documentId() + " of "
                            + about.platformCode());
        }
        return null;
    }
}
