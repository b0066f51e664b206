package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;
import org.tongcai.input.Slice;

/** Events out of UTF-8 XML. */
final class XmlEvents extends Events {
    XmlEvents(@Nullable Run run) {}

    /** Whether the first character of a document is that of XML. */
    static boolean isXml(Slice document) {
        return false;
    }

    void open(Slice document, Limits limits) {}

    @Override
    boolean skipByteOrderMark() {
        throw new UnsupportedOperationException();
    }

    @Override
    void requireText() {
        throw new UnsupportedOperationException();
    }

    @Override
    void requireEnd() {
        throw new UnsupportedOperationException();
    }

    @Override
    void close() {}

    @Override
    int value(Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    int member(Names names, int expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    boolean item() {
        throw new UnsupportedOperationException();
    }

    @Override
    String memberName() {
        throw new UnsupportedOperationException();
    }

    @Override
    String written(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    long mark() {
        throw new UnsupportedOperationException();
    }

    @Override
    void rewind(long mark) {
        throw new UnsupportedOperationException();
    }

    @Override
    long here() {
        throw new UnsupportedOperationException();
    }

    @Override
    void resume(long here) {
        throw new UnsupportedOperationException();
    }
}
