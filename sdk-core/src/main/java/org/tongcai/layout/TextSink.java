package org.tongcai.layout;

import java.util.List;

/** Plain text (spec/technical/layouts.md, section 6). */
final class TextSink implements Sink {
    private static final String BLANK = "________";

    private final StringBuilder out = new StringBuilder();

    @Override
    public void title(List<Run> text) {
        out.append(line(text)).append('\n');
    }

    @Override
    public void paragraph(List<Run> text) {
        out.append(line(text)).append('\n');
    }

    @Override
    public void field(String label, List<Run> value) {
        out.append(label).append('：').append(line(value)).append('\n');
    }

    @Override
    public void heading(int depth, String number, List<Run> text) {
        if (depth == 0) {
            out.append('\n');
        }
        out.append(number).append(line(text)).append('\n');
    }

    @Override
    public void table(String caption, List<String> heads, List<Boolean> left, List<List<List<Run>>> rows) {
        if (!caption.isEmpty()) {
            out.append(caption).append('\n');
        }
        row(heads);
        for (List<List<Run>> cells : rows) {
            row(cells.stream().map(TextSink::cell).toList());
        }
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(List<Run> runs) {
        StringBuilder cell = new StringBuilder();
        runs.forEach(run -> cell.append(run.text()));
        return cell.toString().replace('\n', ' ').replace('|', '｜');
    }

    @Override
    public void signature(List<List<Run>> lines) {
        out.append('\n');
        lines.forEach(line -> out.append(line(line)).append('\n'));
    }

    private static String line(List<Run> runs) {
        StringBuilder line = new StringBuilder();
        runs.forEach(run -> line.append(run.kind() == Run.Kind.BLANK ? BLANK : run.text()));
        return line.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
