package org.tongcai.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.Limits;
import org.tongcai.binding.CodeValue;
import org.tongcai.binding.Model;

/**
 * Events out of an object in memory: of each object the properties that have a value, in the order of its type. What no document can hold
 * is not announced: properties without a value and empty lists; an item that is null is. Reusable, not thread-safe.
 *
 * <p>There are no bytes to count, so places in the document ({@link #token}, {@link #name}) are a running figure that no JSON of the same
 * content would be shorter than: one for each name and each value, and the length of each text. It depends on the content alone and not
 * on how often it was walked through, so that findings sort, and it is what the limit of the document's size is held against: of an
 * object that is shared, each occurrence counts, and graphs of objects that would be immense when written end there, as cycles end in the
 * limit of the depth.
 */
final class ModelEvents extends Events {
    /** Slots of the objects and lists that are open; slot 0 is left empty. */
    private static final int SLOTS = MAX_DEPTH + 1;

    private final @Nullable Model[] objects = new Model[SLOTS];
    private final @Nullable List<?>[] lists = new List<?>[SLOTS];
    /** The current property or item of what is open. */
    private final int[] places = new int[SLOTS];

    private int depth;
    private int deepest;
    /** The value that comes next, or came last. */
    private @Nullable Object current;

    private long count;
    private int maxDepth;
    private int maxSize;
    private int maxText;
    private int maxNumber;

    /** Starts a document. */
    void open(Model document, Limits limits) {
        maxDepth = Math.min(limits.depth(), MAX_DEPTH);
        maxSize = limits.documentBytes();
        maxText = limits.stringLength();
        maxNumber = limits.numberLength();
        current = Objects.requireNonNull(document);
        depth = 0;
        count = 0;
        token = 0;
        name = 0;
    }

    @Override
    void close() {
        Arrays.fill(objects, 0, deepest + 1, null);
        Arrays.fill(lists, 0, deepest + 1, null);
        deepest = 0;
        current = null;
        if (chars.length > 1 << 15) {
            chars = new char[1024];
        }
    }

    @Override
    boolean skipByteOrderMark() {
        return false;
    }

    @Override
    void requireText() {
        // An object is neither empty nor in any encoding.
    }

    @Override
    void requireEnd() {
        // Nothing can follow an object.
    }

    @Override
    int value(Wanted wanted) {
        token = advance(1);
        Object value = current;
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof CodeValue code) {
            return text(code.code());
        }
        if (value instanceof Model object) {
            enter();
            objects[depth] = object;
            return OBJECT;
        }
        if (value instanceof List<?> list) {
            enter();
            // One that counts from its start at each access would take time beyond measure.
            lists[depth] = list instanceof RandomAccess ? list : Arrays.asList(list.toArray());
            return ARRAY;
        }
        if (value instanceof Boolean flag) {
            return flag ? TRUE : FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return number(((Number) value).longValue());
        }
        if (value == null) {
            return NULL;
        }
        throw new IllegalArgumentException(
                "a model must not hold " + value.getClass().getName());
    }

    @Override
    int member(Names names, int expected) {
        Model object = object();
        List<String> own = object.modelProperties();
        int size = own.size();
        for (int place = places[depth] + 1; place < size; place++) {
            Object value = object.modelValue(place);
            if (value == null || value instanceof List<?> list && list.isEmpty()) {
                continue;
            }
            places[depth] = place;
            current = value;
            name = advance(1);
            String word = own.get(place);
            // The plan has the same places, unless the models are of another edition than the standard.
            return place < names.size() && names.word(place).equals(word) ? place : names.find(word);
        }
        depth--;
        return END;
    }

    @Override
    boolean item() {
        List<?> list = lists[depth];
        int next = ++places[depth];
        if (list == null || next >= list.size()) {
            depth--;
            return false;
        }
        current = list.get(next);
        return true;
    }

    @Override
    String memberName() {
        return object().modelProperties().get(places[depth]);
    }

    @Override
    String written(int limit) {
        String text = String.valueOf(current);
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    @Override
    long mark() {
        return (long) depth << 32 | token;
    }

    /** What was open at the mark still stands in its slots: above it nothing else has been opened since. */
    @Override
    void rewind(long mark) {
        resume(mark);
        token = (int) count;
        places[depth] = -1;
    }

    @Override
    long here() {
        return (long) depth << 32 | count;
    }

    @Override
    void resume(long here) {
        count = (int) here;
        depth = (int) (here >>> 32);
    }

    private Model object() {
        Model object = objects[depth];
        if (object == null) {
            throw new IllegalStateException("no object is open");
        }
        return object;
    }

    private int advance(int by) {
        count += by;
        if (count > maxSize) {
            throw Fault.limit(Check.LIMIT_SIZE, token, maxSize);
        }
        return (int) count;
    }

    private void enter() {
        if (++depth > maxDepth) {
            throw Fault.limit(Check.LIMIT_DEPTH, token, maxDepth);
        }
        deepest = Math.max(deepest, depth);
        places[depth] = -1;
    }

    private int number(long value) {
        number = value;
        whole = true;
        if (maxNumber < 20 && Long.toString(value).length() > maxNumber) {
            throw Fault.limit(Check.LIMIT_NUMBER, token, maxNumber);
        }
        return NUMBER;
    }

    /** Copies a text and looks at each character once, as {@link JsonText} does: an unpaired surrogate counts where nothing worse is found. */
    private int text(String text) {
        int n = text.length();
        if (n > maxText) {
            throw Fault.limit(Check.LIMIT_STRING, token, maxText);
        }
        char[] out = chars;
        if (n > out.length) {
            out = new char[Math.max(n, out.length * 2)];
            chars = out;
        }
        text.getChars(0, n, out, 0);
        int pairs = 0;
        int bad = -1;
        int unpaired = -1;
        for (int i = 0; i < n; i++) {
            char c = out[i];
            if (c >= ' ' && c < 0x7F || c >= 0xA0 && c < 0xD800) {
                continue;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < n && Character.isLowSurrogate(out[i + 1])) {
                    pairs++;
                    i++;
                } else if (unpaired < 0) {
                    unpaired = c;
                }
            } else if (bad < 0 && (c >= 0xFFFE || c < 0xA0 && c != '\t' && c != '\n' && c != '\r')) {
                bad = c;
            }
        }
        length = n;
        codePoints = n - pairs;
        forbidden = bad >= 0 ? bad : unpaired;
        advance(n);
        return TEXT;
    }
}
