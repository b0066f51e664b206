package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the nodes of a directed graph in rows so that edges lead downwards, except those that close a circle. An edge that passes rows has
 * a place in each of them, so that no edge crosses a node. Equal input gives equal places. Immutable.
 */
final class LayeredGraph {
    private static final int SWEEPS = 12;

    private final int nodeWidth;
    private final int gap;
    private final List<Edge> edges;
    private final int[] row;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<List<Cell>> routes = new ArrayList<>();

    /** An edge between nodes; {@code back} where it closes a circle and leads upwards. */
    record Edge(int from, int to, boolean back) {
        int upper() {
            return back ? to : from;
        }

        int lower() {
            return back ? from : to;
        }
    }

    /** A place in a row: of a node, or where an edge passes. */
    static final class Cell {
        private final int node;
        private final int row;
        private final List<Cell> above = new ArrayList<>();
        private final List<Cell> below = new ArrayList<>();
        private double x;

        private Cell(int node, int row) {
            this.node = node;
            this.row = row;
        }

        /** The middle of the place. */
        int x() {
            return (int) Math.round(x);
        }

        int row() {
            return row;
        }

        boolean isNode() {
            return node >= 0;
        }
    }

    /**
     * Places nodes.
     *
     * @param nodes how many there are; the first is where everything begins
     * @param arcs pairs of from and to; one that leads to itself is left out of the places
     * @param nodeWidth width of a node
     * @param gap least distance between two places of a row
     */
    LayeredGraph(int nodes, List<int[]> arcs, int nodeWidth, int gap) {
        this.nodeWidth = nodeWidth;
        this.gap = gap;
        this.edges = directed(nodes, arcs);
        this.row = rows(nodes);
        Map<Integer, Cell> cells = new HashMap<>();
        for (int node = 0; node < nodes; node++) {
            cells.put(node, place(node, row[node]));
        }
        for (Edge edge : edges) {
            routes.add(route(edge, cells));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(sweep % 2 == 0);
        }
        position();
    }

    /** The edges in the order given. */
    List<Edge> edges() {
        return edges;
    }

    /** The places of an edge from top to bottom, those of its nodes first and last; one place for an edge to itself. */
    List<Cell> route(int edge) {
        return routes.get(edge);
    }

    /** The place of a node. */
    Cell cell(int node) {
        return rows.get(row[node]).stream()
                .filter(cell -> cell.node == node)
                .findFirst()
                .orElseThrow();
    }

    int rowCount() {
        return rows.size();
    }

    int width() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.x() + width(cell) / 2)
                .max()
                .orElse(0);
    }

    private static List<Edge> directed(int nodes, List<int[]> arcs) {
        boolean[] back = new boolean[arcs.size()];
        int[] state = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            visit(node, arcs, state, back);
        }
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < back.length; i++) {
            edges.add(new Edge(arcs.get(i)[0], arcs.get(i)[1], back[i]));
        }
        return edges;
    }

    private static void visit(int node, List<int[]> arcs, int[] state, boolean[] back) {
        if (state[node] != 0) {
            return;
        }
        state[node] = 1;
        for (int i = 0; i < back.length; i++) {
            if (arcs.get(i)[0] == node) {
                int to = arcs.get(i)[1];
                back[i] = state[to] == 1;
                visit(to, arcs, state, back);
            }
        }
        state[node] = 2;
    }

    /** The row of each node: one below the lowest of those that lead to it. */
    private int[] rows(int nodes) {
        int[] found = new int[nodes];
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Edge edge : edges) {
                if (edge.from() != edge.to() && found[edge.lower()] <= found[edge.upper()]) {
                    found[edge.lower()] = found[edge.upper()] + 1;
                    changed = true;
                }
            }
        }
        return found;
    }

    private Cell place(int node, int at) {
        while (rows.size() <= at) {
            rows.add(new ArrayList<>());
        }
        Cell cell = new Cell(node, at);
        rows.get(at).add(cell);
        return cell;
    }

    private List<Cell> route(Edge edge, Map<Integer, Cell> cells) {
        List<Cell> route = new ArrayList<>();
        Cell last = cells.get(edge.upper());
        route.add(last);
        if (edge.from() == edge.to()) {
            return route;
        }
        for (int at = row[edge.upper()] + 1; at <= row[edge.lower()]; at++) {
            Cell next = at == row[edge.lower()] ? cells.get(edge.lower()) : place(-1, at);
            last.below.add(next);
            next.above.add(last);
            route.add(next);
            last = next;
        }
        return route;
    }

    /** Orders each row by the middle of what stands above, or below. */
    private void order(boolean down) {
        Map<Cell, Double> middle = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = rows.get(down ? i : rows.size() - 1 - i);
            for (int place = 0; place < cells.size(); place++) {
                Cell cell = cells.get(place);
                double own = place - (cells.size() - 1) / 2.0;
                middle.put(
                        cell,
                        (down ? cell.above : cell.below)
                                .stream().mapToDouble(middle::get).average().orElse(own));
            }
            cells.sort(Comparator.comparingDouble(middle::get));
            for (int place = 0; place < cells.size(); place++) {
                middle.put(cells.get(place), place - (cells.size() - 1) / 2.0);
            }
        }
    }

    /** Moves places towards their neighbours, in order and not nearer to each other than they may be. */
    private void position() {
        for (List<Cell> cells : rows) {
            for (int i = 1; i < cells.size(); i++) {
                cells.get(i).x = cells.get(i - 1).x + distance(cells.get(i - 1), cells.get(i));
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < rows.size(); i++) {
                align(rows.get(down ? i : rows.size() - 1 - i), down);
            }
        }
        double left = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.x - width(cell) / 2.0)
                .min()
                .orElse(0);
        rows.forEach(cells -> cells.forEach(cell -> cell.x -= left));
    }

    private void align(List<Cell> cells, boolean down) {
        // Where each would be without the width of those before it; blocks that would overlap share their mean.
        List<double[]> blocks = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            offset += i == 0 ? 0 : distance(cells.get(i - 1), cell);
            blocks.add(new double[] {wish(cell, down) - offset, 1, 1});
            while (blocks.size() > 1 && blocks.get(blocks.size() - 2)[0] > blocks.get(blocks.size() - 1)[0]) {
                double[] last = blocks.remove(blocks.size() - 1);
                double[] before = blocks.get(blocks.size() - 1);
                before[0] = (before[0] * before[1] + last[0] * last[1]) / (before[1] + last[1]);
                before[1] += last[1];
                before[2] += last[2];
            }
        }
        offset = 0;
        int next = 0;
        for (double[] block : blocks) {
            for (int i = 0; i < block[2]; i++, next++) {
                offset += next == 0 ? 0 : distance(cells.get(next - 1), cells.get(next));
                cells.get(next).x = block[0] + offset;
            }
        }
    }

    /** The middle of the neighbours; an edge that passes weighs more, because a bend there has no reason. */
    private static double wish(Cell cell, boolean down) {
        double sum = 0;
        double weight = 0;
        for (Cell other : down ? cell.above : cell.below) {
            double counts = cell.isNode() || other.isNode() ? 1 : 4;
            sum += other.x * counts;
            weight += counts;
        }
        return weight == 0 ? cell.x : sum / weight;
    }

    private double distance(Cell left, Cell right) {
        return width(left) / 2.0 + gap + width(right) / 2.0;
    }

    private int width(Cell cell) {
        return cell.isNode() ? nodeWidth : 0;
    }
}
