package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongcai.Limits;
import org.tongcai.bundle.Bundle;
import org.tongcai.layout.Layout;

/** The examples as plain text: whoever implements the layouts elsewhere compares with these. */
public final class LayoutCases {
    /** Folder below {@code spec/cases}. */
    public static final String FOLDER = "layouts";

    private LayoutCases() {}

    /** File name ({@code awardNotice-goods-rate.txt}) → text, for every example of a type that has a layout. */
    public static Map<String, String> texts(Bundle bundle, Path cases) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path example : files(cases.resolve("examples"), ".json")) {
            String name = example.getFileName().toString().replace(".json", "");
            String type = name.replaceFirst("-.*", "");
            if (bundle.layout(type).isPresent()) {
                texts.put(name + ".txt", Layout.of(bundle, type, Limits.DEFAULT).text(Files.readAllBytes(example)));
            }
        }
        return texts;
    }

    /** Writes the texts anew and deletes those whose example is gone. */
    public static void write(Bundle bundle, Path cases) throws IOException {
        Map<String, String> texts = texts(bundle, cases);
        Path folder = cases.resolve(FOLDER);
        if (texts.isEmpty() && !Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path file : files(folder, ".txt")) {
            if (!texts.containsKey(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
