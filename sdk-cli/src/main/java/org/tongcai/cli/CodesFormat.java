package org.tongcai.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;

/** How code lists are printed: for people, for spreadsheets, for programs. */
enum CodesFormat {
    text,
    csv,
    json;

    /** An entry of a list. */
    record Row(String list, CodeList.Entry entry, boolean inForce) {}

    /** The code lists that there are. */
    String lists(List<Manifest.CodeListEntry> lists, Locale locale) throws IOException {
        return switch (this) {
            case text -> {
                int width = lists.stream().mapToInt(l -> l.id().length()).max().orElse(0);
                yield lists.stream()
                        .map(l -> String.format(
                                "%-" + (width + 2) + "s%6d  %s\n",
                                l.id(),
                                l.size(),
                                l.title().in(locale)))
                        .collect(Collectors.joining());
            }
            case csv ->
                "id,size,title_zh,title_en\n"
                        + lists.stream()
                                .map(l -> line(
                                        l.id(),
                                        String.valueOf(l.size()),
                                        l.title().zh(),
                                        l.title().en()))
                                .collect(Collectors.joining());
            case json ->
                written(out -> {
                    for (Manifest.CodeListEntry list : lists) {
                        out.writeStartObject();
                        out.writeStringField("id", list.id());
                        out.writeNumberField("size", list.size());
                        write(out, "title", list.title());
                        out.writeEndObject();
                    }
                });
        };
    }

    /** Entries; with the list's name where they come from several. */
    String rows(List<Row> rows, boolean withList, Locale locale) throws IOException {
        return switch (this) {
            case text -> {
                int width = rows.stream()
                        .mapToInt(r -> r.entry().code().length())
                        .max()
                        .orElse(0);
                yield rows.stream().map(r -> text(r, width, withList, locale)).collect(Collectors.joining());
            }
            case csv ->
                "list,code,name_zh,name_en,parent,valid_from,valid_to,replaced_by,note\n"
                        + rows.stream().map(CodesFormat::csv).collect(Collectors.joining());
            case json ->
                written(out -> {
                    for (Row row : rows) {
                        json(out, row);
                    }
                });
        };
    }

    private static String text(Row row, int width, boolean withList, Locale locale) {
        CodeList.Entry e = row.entry();
        boolean en = "en".equals(locale.getLanguage());
        StringBuilder line = new StringBuilder(withList ? row.list() + "/" : "");
        line.append(withList ? e.code() : String.format("%-" + Math.max(1, width) + "s", e.code()));
        line.append("  ").append(e.name().in(locale));
        if (e.validFrom() != null || e.validTo() != null) {
            line.append("  ")
                    .append(Objects.toString(e.validFrom(), ""))
                    .append(" – ")
                    .append(Objects.toString(e.validTo(), ""));
        }
        if (!row.inForce()) {
            line.append(en ? "  (not in force)" : "  （不在有效期内）");
        }
        if (!e.replacedBy().isEmpty()) {
            line.append(en ? "  → " : "  → ").append(String.join(", ", e.replacedBy()));
        }
        if (e.note() != null) {
            line.append("  ").append(e.note());
        }
        return line.append('\n').toString();
    }

    private static String csv(Row row) {
        CodeList.Entry e = row.entry();
        return line(
                row.list(),
                e.code(),
                e.name().zh(),
                e.name().en(),
                e.parent(),
                Objects.toString(e.validFrom(), ""),
                Objects.toString(e.validTo(), ""),
                String.join("|", e.replacedBy()),
                e.note());
    }

    /** A record of RFC 4180, with the line end that Unix tools expect. */
    private static String line(@Nullable String... cells) {
        return Stream.of(cells)
                        .map(c -> c == null
                                ? ""
                                : c.matches("(?s).*[\",\r\n].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static String written(Body body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartArray();
            body.write(out);
            out.writeEndArray();
        }
        return text.append('\n').toString();
    }

    private static void json(JsonGenerator out, Row row) throws IOException {
        CodeList.Entry e = row.entry();
        out.writeStartObject();
        out.writeStringField("list", row.list());
        out.writeStringField("code", e.code());
        write(out, "name", e.name());
        write(out, "parent", e.parent());
        write(out, "validFrom", e.validFrom());
        write(out, "validTo", e.validTo());
        if (!e.replacedBy().isEmpty()) {
            out.writeFieldName("replacedBy");
            out.writeArray(
                    e.replacedBy().toArray(String[]::new), 0, e.replacedBy().size());
        }
        write(out, "note", e.note());
        out.writeBooleanField("inForce", row.inForce());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }

    private static void write(JsonGenerator out, String name, Bilingual text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("zh", text.zh());
        if (!text.en().isEmpty()) {
            out.writeStringField("en", text.en());
        }
        out.writeEndObject();
    }
}
