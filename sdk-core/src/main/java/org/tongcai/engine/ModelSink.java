package org.tongcai.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;

/** Fills a {@link Model}. What its classes cannot hold is refused. */
final class ModelSink extends Sink {
    /** An object being filled: the place of its current member, and its list where that is one. */
    private static final class Frame {
        private final Model model;
        private int place;
        private @Nullable List<Object> list;

        private Frame(Model model) {
            this.model = model;
        }
    }

    private final List<Frame> open = new ArrayList<>();
    private Frame frame;

    ModelSink(Model root) {
        frame = new Frame(root);
    }

    @Override
    void begin(Root root) {
        if (!frame.model.modelType().equals(root.type().definition().name())) {
            throw Refusal.UNFIT;
        }
    }

    @Override
    void end(boolean empty) {
        // Nothing stands around an object in memory.
    }

    @Override
    void member(Member member, int place, boolean first) {
        List<String> properties = frame.model.modelProperties();
        boolean same = place < properties.size() && properties.get(place).equals(member.name());
        // A profile may know other properties than the standard that the classes were made of.
        frame.place = same ? place : properties.indexOf(member.name());
        if (frame.place < 0) {
            throw Refusal.UNFIT;
        }
    }

    @Override
    void object(Member member, @Nullable ObjectPlan branch) {
        try {
            Model model = frame.model.newModel(
                    frame.place, branch == null ? null : branch.definition().name());
            open.add(frame);
            frame = new Frame(model);
        } catch (IllegalArgumentException e) {
            throw Refusal.UNFIT;
        }
    }

    @Override
    void endObject(Member member, boolean empty) {
        Model model = frame.model;
        frame = open.remove(open.size() - 1);
        value(model);
    }

    @Override
    void list(Member member) {
        frame.list = new ArrayList<>();
    }

    @Override
    void item(Member member, boolean first) {
        // Items are added with their values.
    }

    @Override
    void endList(Member member, boolean empty) {
        List<Object> list = frame.list;
        frame.list = null;
        if (list != null) {
            put(list);
        }
    }

    @Override
    void text(Member member, Events events) {
        try {
            value(frame.model.newText(frame.place, events.text()));
        } catch (IllegalArgumentException e) {
            throw Refusal.UNFIT;
        }
    }

    @Override
    void number(Member member, long value) {
        value(value);
    }

    @Override
    void number(Member member, String digits) {
        try {
            value(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw Refusal.UNFIT;
        }
    }

    @Override
    void flag(Member member, boolean value) {
        value(value);
    }

    private void value(Object value) {
        if (frame.list != null) {
            frame.list.add(value);
        } else {
            put(value);
        }
    }

    private void put(Object value) {
        try {
            frame.model.putModelValue(frame.place, value);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException e) {
            throw Refusal.UNFIT;
        }
    }

    /** The class of a branch says which it is. */
    @Override
    boolean takesDiscriminators() {
        return false;
    }
}
