package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * What a type consists of, as boxes from left to right: a box for each type that holds others, in it a line for each object or list of
 * objects, with how often it occurs. A type is drawn where it first occurs.
 */
final class StructureDiagram {
    private static final int WIDTH = 230;
    private static final int GAP = 56;
    private static final int LINE = 19;
    private static final int SPACE = 14;

    private final Dictionary dictionary;
    private final String root;
    private final Set<String> drawn = new HashSet<>();

    StructureDiagram(Dictionary dictionary, String root) {
        this.dictionary = dictionary;
        this.root = root;
    }

    /** A line of a box: a member that is an object, and the box of its type where it is drawn from here. */
    private record Line(Bilingual title, String often, List<Box> box) {}

    private record Box(TypeDefinition type, List<Line> lines) {
        int height() {
            return Drawing.HEAD + lines.size() * LINE + (lines.isEmpty() ? 0 : 6);
        }

        int depth() {
            return 1 + children().stream().mapToInt(Box::depth).max().orElse(0);
        }

        /** Height of the box and of all that hangs on it. */
        int span() {
            int children =
                    children().stream().mapToInt(box -> box.span() + SPACE).sum() - SPACE;
            return Math.max(height(), children);
        }

        List<Box> children() {
            return lines.stream().flatMap(line -> line.box().stream()).toList();
        }
    }

    /** Whether there is anything to draw: a type of texts and numbers only is a list, not a structure. */
    static boolean isWorthwhile(TypeDefinition type) {
        return type.isUnion()
                || type.properties().stream().anyMatch(p -> Dictionary.element(p.node()) instanceof Node.Reference);
    }

    void write(Html html, TypeDefinition type) {
        drawn.add(type.name());
        Box box = box(type);
        int width = box.depth() * (WIDTH + GAP) - GAP + 2;
        Drawing drawing = new Drawing(html, root, new Bilingual("结构图", "Structure"), width, box.span() + 2);
        draw(drawing, box, 1, 1);
        drawing.end();
    }

    private Box box(TypeDefinition type) {
        List<Line> lines = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Property property : type.properties()) {
            if (Dictionary.element(property.node()) instanceof Node.Reference reference) {
                open.add(reference.type());
            }
        }
        open.addAll(type.branches().values());
        // Nearer types first: what this box names is drawn beside it, not beside a type deeper down.
        List<String> mine = open.stream()
                .filter(name -> isWorthwhile(dictionary.type(name)) && drawn.add(name))
                .toList();
        Set<String> left = new HashSet<>(mine);
        for (Property property : type.properties()) {
            if (Dictionary.element(property.node()) instanceof Node.Reference reference) {
                lines.add(line(property.title(), often(property), reference.type(), left));
            }
        }
        type.branches().forEach((value, branch) -> lines.add(line(dictionary.title(branch), value, branch, left)));
        return new Box(type, lines);
    }

    private Line line(Bilingual title, String often, String type, Set<String> left) {
        return new Line(title, often, left.remove(type) ? List.of(box(dictionary.type(type))) : List.of());
    }

    private static String often(Property property) {
        if (property.node() instanceof Node.Sequence sequence) {
            return (property.required() ? Math.max(1, sequence.minItems()) : 0) + "…" + sequence.maxItems();
        }
        return property.required() ? "1" : "0…1";
    }

    private void draw(Drawing drawing, Box box, int x, int y) {
        TypeDefinition type = box.type();
        String style = type.documentType() != null ? "document" : type.isUnion() ? "union" : "type";
        drawing.box(x, y, WIDTH, box.height(), style, type.title(), type.name(), dictionary.page(type.name()));
        if (!box.lines().isEmpty()) {
            drawing.rule(x, y + Drawing.HEAD, x + WIDTH, y + Drawing.HEAD);
        }
        int at = y + Drawing.HEAD + 16;
        int below = y;
        for (Line line : box.lines()) {
            int room = WIDTH - 28 - 7 * line.often().length();
            drawing.label(x + 10, at, "member", Drawing.cut(line.title().zh(), room, 12.5));
            drawing.label(x + WIDTH - 10, at, "often", line.often());
            for (Box child : line.box()) {
                int next = x + WIDTH + GAP;
                drawing.arrow(x + WIDTH, at - 4, next, below + Drawing.HEAD / 2, "part");
                draw(drawing, child, next, below);
                below += child.span() + SPACE;
            }
            at += LINE;
        }
    }
}
