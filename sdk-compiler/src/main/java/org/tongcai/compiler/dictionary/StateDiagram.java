package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.compiler.dictionary.LayeredGraph.Cell;
import org.tongcai.compiler.dictionary.LayeredGraph.Edge;

/**
 * The states of a lifecycle from top to bottom, joined by what may happen. From top to bottom because names are wide and lives are long: so
 * the whole fits the width of a page. Steps back are dashed.
 */
final class StateDiagram {
    private static final int WIDTH = 190;
    private static final int GAP = 36;
    private static final int BETWEEN = 84;
    private static final int STEP = Drawing.HEAD + BETWEEN;
    private static final int MARGIN = 8;
    private static final int PORT = 26;
    private static final int LABEL_ROWS = 2;

    private final LifecycleDefinition lifecycle;
    private final LayeredGraph graph;
    private final List<State> states;

    StateDiagram(LifecycleDefinition lifecycle) {
        this.lifecycle = lifecycle;
        this.states = new ArrayList<>(lifecycle.states());
        states.sort(Comparator.comparing(state -> !state.id().equals(lifecycle.initial())));
        List<int[]> arcs = lifecycle.transitions().stream()
                .map(transition -> new int[] {index(transition.from()), index(transition.to())})
                .toList();
        this.graph = new LayeredGraph(states.size(), arcs, WIDTH, GAP);
    }

    private int index(String state) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).id().equals(state)) {
                return i;
            }
        }
        throw new IllegalArgumentException(lifecycle.id() + " has no state " + state);
    }

    /** Anchor of a state on the page of its lifecycle. */
    static String anchor(String state) {
        return "state-" + state;
    }

    void write(Html html) {
        List<Label> labels = labels();
        int width = Math.max(
                graph.width(), labels.stream().mapToInt(Label::right).max().orElse(0));
        Drawing drawing = new Drawing(
                html,
                "",
                new Bilingual("状态图", "State diagram"),
                width + 2 * MARGIN,
                graph.rowCount() * STEP - BETWEEN + 2 * MARGIN);
        for (int i = 0; i < graph.edges().size(); i++) {
            edge(drawing, i);
        }
        Set<String> paused = new HashSet<>();
        lifecycle.clocks().forEach(clock -> paused.addAll(clock.pausedIn()));
        for (int i = 0; i < states.size(); i++) {
            Cell cell = graph.cell(i);
            State state = states.get(i);
            String style = "state"
                    + (state.id().equals(lifecycle.initial()) ? " here" : "")
                    + (paused.contains(state.id()) ? " union" : "");
            drawing.state(
                    MARGIN + cell.x() - WIDTH / 2,
                    top(cell),
                    WIDTH,
                    style,
                    lifecycle.finals().contains(state.id()),
                    state.title(),
                    Links.fragment(anchor(state.id())));
        }
        labels.forEach(label -> drawing.event(MARGIN + label.x, label.y, label.title));
        drawing.end();
    }

    private static int top(Cell cell) {
        return MARGIN + cell.row() * STEP;
    }

    private void edge(Drawing drawing, int number) {
        Edge edge = graph.edges().get(number);
        List<Cell> route = graph.route(number);
        if (route.size() == 1) {
            int right = MARGIN + route.get(0).x() + WIDTH / 2;
            int middle = top(route.get(0)) + Drawing.HEAD / 2;
            drawing.path("loop", "M" + right + " " + (middle - 10) + "h14v20h-8");
            drawing.path("head", "M" + right + " " + (middle + 10) + "l8 -4v8z");
            return;
        }
        StringBuilder path = new StringBuilder();
        int last = route.size() - 1;
        int x = MARGIN + port(number, true);
        int y = top(route.get(0)) + Drawing.HEAD;
        path.append('M').append(x).append(' ').append(edge.back() ? y + 6 : y);
        int start = x;
        for (int i = 1; i <= last; i++) {
            int toX = MARGIN + (i == last ? port(number, false) : route.get(i).x());
            int toY = top(route.get(i));
            int end = i == last && !edge.back() ? toY - 6 : toY;
            path.append('C').append(x).append(' ').append(y + BETWEEN / 2).append(' ');
            path.append(toX).append(' ').append(toY - BETWEEN / 2).append(' ');
            path.append(toX).append(' ').append(end);
            if (i < last) {
                path.append('V').append(toY + Drawing.HEAD);
            }
            x = toX;
            y = toY + Drawing.HEAD;
        }
        drawing.path(edge.back() ? "edge back" : "edge", path.toString());
        if (edge.back()) {
            drawing.path("head", "M" + start + " " + (top(route.get(0)) + Drawing.HEAD) + "l-4 8h8z");
        } else {
            drawing.path("head", "M" + x + " " + top(route.get(last)) + "l-4 -8h8z");
        }
    }

    /** Where an edge touches the box at its upper or lower end: those of one side stand beside each other, in the order of their ways. */
    private int port(int number, boolean upper) {
        List<Cell> route = graph.route(number);
        Cell node = upper ? route.get(0) : route.get(route.size() - 1);
        List<Integer> side = new ArrayList<>();
        for (int i = 0; i < graph.edges().size(); i++) {
            List<Cell> other = graph.route(i);
            if (other.size() > 1 && (upper ? other.get(0) : other.get(other.size() - 1)) == node) {
                side.add(i);
            }
        }
        side.sort(Comparator.comparingInt(i -> {
            List<Cell> other = graph.route(i);
            return (upper ? other.get(1) : other.get(other.size() - 2)).x();
        }));
        return node.x() + Math.round((side.indexOf(number) - (side.size() - 1) / 2f) * PORT);
    }

    /** The name of an event; {@code x} is its middle. */
    private record Label(Bilingual title, int x, int y) {
        static int width(Bilingual title) {
            return Math.max(
                            13 * title.zh().length(),
                            Math.round(6.3f * title.en().length()))
                    + 6;
        }

        int left() {
            return x - width(title) / 2;
        }

        int right() {
            return x + width(title) / 2;
        }
    }

    /** Events beside the beginning of their edges; where two would overlap, one moves down or aside. */
    private List<Label> labels() {
        List<Label> placed = new ArrayList<>();
        for (int row = 0; row < graph.rowCount(); row++) {
            List<Label> wanted = new ArrayList<>();
            for (int i = 0; i < graph.edges().size(); i++) {
                List<Cell> route = graph.route(i);
                boolean back = graph.edges().get(i).back();
                if (route.size() == 1 && route.get(0).row() == row) {
                    wanted.add(new Label(
                            title(lifecycle.transitions().get(i)), route.get(0).x() + WIDTH / 2, i));
                }
                int segment = back ? route.size() - 2 : 0;
                if (segment >= 0
                        && segment + 1 < route.size()
                        && route.get(segment).row() == row) {
                    int above =
                            segment == 0 ? port(i, true) : route.get(segment).x();
                    int below = segment == route.size() - 2
                            ? port(i, false)
                            : route.get(segment + 1).x();
                    wanted.add(new Label(title(lifecycle.transitions().get(i)), (above + below) / 2, i));
                }
            }
            wanted.sort(Comparator.comparingInt(Label::x));
            int[] used = new int[LABEL_ROWS];
            for (Label label : wanted) {
                int best = 0;
                for (int line = 1; line < LABEL_ROWS; line++) {
                    best = used[best] > label.left() && used[line] < used[best] ? line : best;
                }
                int x = Math.max(label.x(), used[best] + Label.width(label.title()) / 2);
                int y = MARGIN + row * STEP + Drawing.HEAD + 24 + best * 30;
                Label moved = new Label(label.title(), x, y);
                used[best] = moved.right() + 4;
                placed.add(moved);
            }
        }
        return placed;
    }

    private Bilingual title(Transition transition) {
        Event event = lifecycle.event(transition.event());
        return event == null ? new Bilingual(transition.event(), "") : event.title();
    }
}
