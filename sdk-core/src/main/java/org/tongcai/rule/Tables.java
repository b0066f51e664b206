package org.tongcai.rule;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tongcai.bundle.Bundle;
import org.tongcai.calendar.WorkCalendar;

/**
 * What rules look things up in: the calendar, code lists, wordings, size bounds of a bundle. Read when first needed, shared by the rules of
 * all document types. Thread-safe.
 */
public final class Tables {
    private final Bundle bundle;
    private final Map<String, CodeSet> codes = new ConcurrentHashMap<>();

    /** The tables of a bundle. */
    public Tables(Bundle bundle) {
        this.bundle = bundle;
    }

    WorkCalendar calendar() {
        return bundle.calendar();
    }

    /** A code list; read when it is first asked. */
    Supplier<CodeSet> codes(String id) {
        return new Once<>(() -> codes.computeIfAbsent(id, key -> new CodeSet(bundle.codeList(key))));
    }

    Supplier<Wordings> wordings(String group) {
        throw new IllegalArgumentException("no group of wordings: " + group);
    }

    Typed limit(String id) {
        throw new IllegalArgumentException("no limit: " + id);
    }

    EnterpriseSizes sizes() {
        return new EnterpriseSizes(Map.of());
    }

    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @org.jspecify.annotations.Nullable T made;

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
