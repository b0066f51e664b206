package org.tongcai.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.LayoutDefinition;
import org.tongcai.bundle.LayoutDefinition.Block;
import org.tongcai.bundle.LayoutDefinition.Column;
import org.tongcai.bundle.LayoutDefinition.Numbering;
import org.tongcai.bundle.LayoutDefinition.Test;
import org.tongcai.bundle.LayoutPath;

/** Walks the blocks of a layout with a document in hand. Not thread-safe. */
final class Renderer {
    private static final int DEPTH = 16;

    private final LayoutDefinition layout;
    private final Texts texts;
    private final Sink sink;

    Renderer(LayoutDefinition layout, Texts texts, Sink sink) {
        this.layout = layout;
        this.texts = texts;
        this.sink = sink;
    }

    void render(Context document) {
        blocks(layout.body(), document, new Counter(0), 0);
    }

    /** Numbers of the sections within one section: only what is printed counts, so numbers never have gaps. */
    private static final class Counter {
        private final int depth;
        private final Map<Numbering, Integer> last = new EnumMap<>(Numbering.class);

        Counter(int depth) {
            this.depth = depth;
        }

        String next(@Nullable Numbering own) {
            Numbering numbering = own == null ? Numbering.ofDepth(depth) : own;
            return ChineseNumber.of(numbering, last.merge(numbering, 1, Integer::sum));
        }
    }

    private void blocks(List<Block> blocks, Context context, Counter counter, int nesting) {
        if (nesting > DEPTH) {
            throw new BundleException("the layout of " + layout.documentType() + " is made of itself", null);
        }
        for (Block block : blocks) {
            if (texts.holds(block.when(), context)) {
                block(block, context, counter, nesting);
            }
        }
    }

    private void block(Block block, Context context, Counter counter, int nesting) {
        if (block instanceof LayoutDefinition.Title title) {
            sink.title(texts.print(title.text(), context));
        } else if (block instanceof LayoutDefinition.Paragraph paragraph) {
            sink.paragraph(texts.print(paragraph.text(), context));
        } else if (block instanceof LayoutDefinition.Field field) {
            sink.field(field.label(), texts.print(field.value(), context));
        } else if (block instanceof LayoutDefinition.Section section) {
            sink.heading(counter.depth, counter.next(section.numbering()), texts.print(section.heading(), context));
            blocks(section.body(), context, new Counter(counter.depth + 1), nesting + 1);
        } else if (block instanceof LayoutDefinition.Each each) {
            for (Context item : chosen(each.path(), each.where(), context)) {
                blocks(each.body(), item, counter, nesting + 1);
            }
        } else if (block instanceof LayoutDefinition.Use use) {
            use(use, context, counter, nesting);
        } else if (block instanceof LayoutDefinition.Table table) {
            table(table, context);
        } else if (block instanceof LayoutDefinition.Signature signature) {
            sink.signature(signature.lines().stream()
                    .map(line -> texts.print(line, context))
                    .toList());
        }
    }

    private void use(LayoutDefinition.Use use, Context context, Counter counter, int nesting) {
        List<Block> part = layout.parts().get(use.part());
        if (part == null) {
            throw new BundleException("the layout of " + layout.documentType() + " has no part " + use.part(), null);
        }
        List<Context> found = context.resolve(use.with());
        if (found.isEmpty() && !use.with().steps().contains(LayoutPath.EACH)) {
            found = List.of(new Context(null, context, 1)); // what is missing is shown blank
        }
        for (Context with : found) {
            blocks(part, with, counter, nesting + 1);
        }
    }

    private void table(LayoutDefinition.Table table, Context context) {
        List<Context> items = chosen(table.path(), table.where(), context);
        if (items.isEmpty()) {
            if (table.empty() != null) {
                sink.paragraph(texts.print(table.empty(), context));
            }
            return;
        }
        List<Column> columns = table.columns().stream()
                .filter(column -> texts.holds(column.when(), context))
                .toList();
        List<List<List<Run>>> rows = new ArrayList<>(items.size());
        for (Context item : items) {
            rows.add(columns.stream()
                    .map(column -> texts.print(column.cell(), item))
                    .toList());
        }
        sink.table(
                table.caption() == null ? "" : table.caption(),
                columns.stream().map(Column::head).toList(),
                columns.stream().map(Column::left).toList(),
                rows);
    }

    private List<Context> chosen(LayoutPath path, @Nullable Test where, Context context) {
        List<Context> chosen = new ArrayList<>();
        for (Context item : context.resolve(path)) {
            if (texts.holds(where, item)) {
                chosen.add(item.at(chosen.size() + 1));
            }
        }
        return chosen;
    }
}
