package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tongcai.Limits;

/** However documents are framed and however slowly they arrive, exactly they come out; of anything else nothing gets lost. */
class DocumentReaderPropertyTest {

    @Property(tries = 400)
    void linesGiveBackEveryDocument(
            @ForAll("documents") List<String> documents,
            @ForAll("lineEnds") String lineEnd,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        check("", documents.stream().map(DocumentReaderPropertyTest::compact).toList(), lineEnd, lineEnd, seed, most);
    }

    @Property(tries = 400)
    void arraysGiveBackEveryDocument(
            @ForAll("documents") List<String> documents,
            @ForAll("separators") String separator,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        check("[", documents, separator, "]\n", seed, most);
    }

    @Property(tries = 400)
    void prettyDocumentsComeBackOneByOne(
            @ForAll("documents") List<String> documents,
            @ForAll("lineEnds") String lineEnd,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        List<String> pretty =
                documents.stream().map(d -> d.replaceFirst("\\{", "{\n")).toList();
        check(" \n", pretty, lineEnd, "", seed, most);
    }

    @Property(tries = 200)
    void textSequencesGiveBackEveryDocument(
            @ForAll("documents") List<String> documents,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        check("\u001e", documents, "\n\u001e", "\n", seed, most);
    }

    /** Puts the source together, noting where each document begins, and compares. */
    private static void check(String head, List<String> documents, String separator, String tail, long seed, int most) {
        StringBuilder text = new StringBuilder(head);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            text.append(i == 0 ? "" : separator);
            places.add(place(text.toString()));
            text.append(documents.get(i));
        }
        text.append(tail);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (byte[] source : List.of(bytes, Cuts.gzip(bytes))) {
            Cuts cuts = Cuts.of(new Cuts.Dribble(source, seed, most), Limits.DEFAULT);
            assertEquals(documents, cuts.texts());
            assertEquals(places, cuts.places());
        }
    }

    private static String place(String before) {
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        String rest = before.substring(before.lastIndexOf('\n') + 1);
        return line + ":" + (rest.codePointCount(0, rest.length()) + 1) + "@"
                + before.getBytes(StandardCharsets.UTF_8).length;
    }

    @Property(tries = 2000)
    void ofGarbageNothingGetsLost(
            @ForAll("garbage") String garbage, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int most) {
        byte[] bytes = garbage.getBytes(StandardCharsets.UTF_8);
        Cuts cuts = Cuts.of(new Cuts.Dribble(bytes, seed, most), Limits.DEFAULT);
        String source = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (Cuts.Cut cut : cuts.documents()) {
            int start = (int) cut.startByte();
            assertEquals(
                    cut.bytes(), source.substring(start, start + cut.bytes().length()));
            if (start < from) {
                assertEquals("[", cut.bytes(), "only the bracket of an array that is not closed may come late");
                continue;
            }
            left.append(source, from, start);
            from = start + cut.bytes().length();
        }
        left.append(source.substring(from));
        assertEquals(
                "",
                left.toString().replaceAll("[\\[\\],\u001e \t\r\n]", ""),
                "left out, but neither blank nor framing");
        assertEquals(cuts, Cuts.of(bytes), "the size of the pieces makes no difference");
    }

    @Provide
    Arbitrary<List<String>> documents() {
        return Arbitraries.longs().map(RandomDocuments::of);
    }

    private static String compact(String document) {
        return document.replaceAll("[\n\r\t]", "");
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\n\n", " \n\t\n");
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", " , ", ",\n", "\n,\r\n");
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\\",
                        "\n",
                        "\n{",
                        " ",
                        "a",
                        "<",
                        "1",
                        "名",
                        "\u001e",
                        "{}",
                        "{\"a\":1}",
                        "\r\n",
                        "\ufeff",
                        "\u0000",
                        "{\n}")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
