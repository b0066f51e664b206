package org.tongcai.compiler.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tongcai.compiler.dictionary.LayeredGraph.Cell;
import org.tongcai.compiler.dictionary.LayeredGraph.Edge;

/** Whatever the graph, its drawing can be read: boxes stand apart, edges go down except where they close a circle. */
class LayeredGraphPropertiesTest {
    private static final int NODES = 9;
    private static final int WIDTH = 100;
    private static final int GAP = 20;

    @Property(tries = 300)
    void nodesStandApartAndEdgesLeadDown(
            @ForAll @Size(max = 24) List<@IntRange(min = 0, max = NODES * NODES - 1) Integer> pairs) {
        List<int[]> arcs = new ArrayList<>();
        pairs.forEach(pair -> arcs.add(new int[] {pair / NODES, pair % NODES}));
        LayeredGraph graph = new LayeredGraph(NODES, arcs, WIDTH, GAP);
        for (int a = 0; a < NODES; a++) {
            for (int b = 0; b < a; b++) {
                boolean apart = graph.cell(a).row() != graph.cell(b).row()
                        || Math.abs(graph.cell(a).x() - graph.cell(b).x()) >= WIDTH + GAP - 1;
                assertTrue(apart, "overlap");
            }
        }
        for (int i = 0; i < arcs.size(); i++) {
            Edge edge = graph.edges().get(i);
            List<Cell> route = graph.route(i);
            assertEquals(graph.cell(edge.upper()), route.get(0));
            if (edge.from() != edge.to()) {
                assertEquals(graph.cell(edge.lower()), route.get(route.size() - 1));
                for (int step = 1; step < route.size(); step++) {
                    assertEquals(route.get(step - 1).row() + 1, route.get(step).row(), "a place in every row");
                }
            }
        }
    }

    @Test
    void onlyWhatClosesACircleLeadsBack() {
        LayeredGraph graph = new LayeredGraph(
                3, List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0}, new int[] {0, 2}), WIDTH, GAP);
        assertEquals(
                List.of(false, false, true, false),
                graph.edges().stream().map(Edge::back).toList());
        assertEquals(3, graph.route(2).size(), "it passes the row between");
        assertEquals(3, graph.rowCount());
    }
}
