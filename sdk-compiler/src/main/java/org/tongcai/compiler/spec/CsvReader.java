package org.tongcai.compiler.spec;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180): comma, double quotes, quotes doubled inside quotes, LF or CRLF. Lenient; the linter judges. */
final class CsvReader {
    private final String text;
    private int at;
    private int line = 1;

    CsvReader(String text) {
        this.text = text;
    }

    /** All rows, the header among them; empty lines are left out. */
    List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (at < text.length()) {
            int start = line;
            List<String> cells = row();
            if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                rows.add(new CsvRow(start, cells));
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end == ',') {
                continue;
            }
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            return cells;
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at < text.length() && text.charAt(at) == '"') {
                    at++;
                } else {
                    // Text behind the closing quote is a fault of the writer; keeping it makes the fault visible in the
                    // cell.
                    return cell + plain();
                }
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        return cell.toString();
    }
}
