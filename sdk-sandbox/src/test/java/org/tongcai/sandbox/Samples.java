package org.tongcai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples of the standard, with values replaced. */
final class Samples {
    static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory", "../spec")).resolve("cases/examples");

    static final String PLATFORM = "DEMO-PLATFORM-01";
    static final org.tongcai.Standard STANDARD = org.tongcai.Standard.load();

    private Samples() {}

    /** An example on one line; pointers and values by turns. Values that are numbers or JSON are taken as such. */
    static String of(String name, String... changes) {
        try {
            ObjectNode root = (ObjectNode) Api.JSON.readTree(Files.readAllBytes(EXAMPLES.resolve(name + ".json")));
            for (int i = 0; i < changes.length; i += 2) {
                int slash = changes[i].lastIndexOf('/');
                ObjectNode parent = (ObjectNode) root.at(changes[i].substring(0, slash));
                String field = changes[i].substring(slash + 1);
                String value = changes[i + 1];
                if (value.isEmpty()) {
                    parent.remove(field);
                } else {
                    parent.set(field, value(value));
                }
            }
            return Api.JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode value(String text) throws IOException {
        return text.matches("[0-9]+|true|false|[\\[{].*")
                ? Api.JSON.readTree(text)
                : Api.JSON.getNodeFactory().textNode(text);
    }

    /** A product with a number of its own. */
    static String product(String id, int revision) {
        return of(
                "product",
                "/header/documentId",
                id,
                "/header/revision",
                Integer.toString(revision),
                "/productId",
                "P-" + id,
                "/catalogue",
                "");
    }
}
