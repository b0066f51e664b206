package org.tongcai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;

/**
 * What the rules of a bundle look things up in: the calendar, code lists, limits, wordings, size bounds. Read when first needed, shared by
 * the rules of all document types. Thread-safe.
 */
public final class Tables {
    private final Bundle bundle;
    private final Fields fields;
    private final Identity identity;
    private final Map<String, CodeSet> codes = new ConcurrentHashMap<>();
    private final Map<String, Wordings> wordings = new ConcurrentHashMap<>();
    private final Supplier<EnterpriseSizes> sizes;
    private final Supplier<Workdays> calendar;

    /** The tables of a bundle. */
    public Tables(Bundle bundle) {
        this.bundle = bundle;
        this.fields = new Fields(bundle, new Slots(bundle.slots()));
        this.identity = new Identity(bundle, fields);
        this.calendar = new Once<>(() -> new Workdays(bundle.calendar()));
        this.sizes = new Once<>(() -> new EnterpriseSizes(bundle.enterpriseSizes()));
    }

    Fields fields() {
        return fields;
    }

    Identity identity() {
        return identity;
    }

    Supplier<Workdays> calendar() {
        return calendar;
    }

    /** The title of a document type. */
    Bilingual title(String documentType) {
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            if (type.name().equals(documentType)) {
                return type.title();
            }
        }
        return new Bilingual(documentType, documentType);
    }

    /** A code list; read when it is first asked. */
    Supplier<CodeSet> codes(String id) {
        return new Once<>(() -> codes.computeIfAbsent(id, key -> new CodeSet(bundle.codeList(key))));
    }

    /** A group of wordings; put together when it is first asked. */
    Supplier<Wordings> wordings(String id) {
        for (WordingGroup group : bundle.wordings()) {
            if (group.id().equals(id)) {
                return new Once<>(
                        () -> wordings.computeIfAbsent(id, key -> new Wordings(group.words(), group.exceptions())));
            }
        }
        throw new IllegalArgumentException("no group of wordings: " + id);
    }

    /** A limit as an expression. */
    Typed limit(String id) {
        for (RuleLimit limit : bundle.limits()) {
            if (limit.id().equals(id)) {
                boolean whole = limit.type().equals("int");
                List<Limit.Value> values = new ArrayList<>();
                for (RuleLimit.Value value : limit.values()) {
                    values.add(value(value, whole));
                }
                return new Typed(new Limit(limit.title(), values), whole ? Type.INT : Type.DECIMAL);
            }
        }
        throw new IllegalArgumentException("no limit: " + id);
    }

    private static Limit.Value value(RuleLimit.Value value, boolean whole) {
        Expr.Constant constant =
                whole ? Expr.Constant.whole(Long.parseLong(value.value())) : Expr.Constant.decimal(value.value());
        return new Limit.Value(
                value.region().toCharArray(),
                day(value.from(), Long.MIN_VALUE),
                day(value.to(), Long.MAX_VALUE),
                constant.cell(),
                constant.constantSide());
    }

    static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    EnterpriseSizes sizes() {
        return sizes.get();
    }

    /** Made when first needed; twice where two threads come at once, which does no harm. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T value = made;
            if (value == null) {
                value = maker.get();
                made = value;
            }
            return value;
        }
    }
}
