package org.tongcai.engine;

import org.tongcai.Limits;
import org.tongcai.binding.Model;

/** Events out of an object in memory. */
final class ModelEvents extends Events {
    ModelEvents() {}

    void open(Model document, Limits limits) {}

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
