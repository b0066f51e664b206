package org.tongcai.compiler.spec;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML that says no more than JSON could, with the place of every value. Anchors and aliases are refused. */
final class YamlReader {
    private final String file;

    private YamlReader(String file) {
        this.file = file;
    }

    /**
     * Reads the one document of a file.
     *
     * @param name what places call the file
     * @throws IOException if the file cannot be read
     * @throws YAMLException if it is not YAML, is empty, or says what JSON cannot
     */
    static Json read(Path path, String name) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try (Reader in = Files.newBufferedReader(path)) {
            @Nullable Node root = new Yaml(new SafeConstructor(options)).compose(in);
            if (root == null) {
                throw new YAMLException("the file is empty");
            }
            return new YamlReader(name).value(root);
        }
    }

    private Json value(Node node) {
        if (node.getAnchor() != null) {
            throw new YAMLException("anchors are not allowed: " + node.getStartMark());
        }
        Place place = place(node);
        if (node instanceof MappingNode mapping) {
            Map<String, Json> members = new LinkedHashMap<>();
            Map<String, Place> names = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new YAMLException(
                            "a name should be a text: " + tuple.getKeyNode().getStartMark());
                }
                if (members.put(key.getValue(), value(tuple.getValueNode())) != null) {
                    throw new YAMLException("a name stands here twice: " + key.getStartMark());
                }
                names.put(key.getValue(), place(key));
            }
            return new Json.Obj(place, members, names);
        }
        if (node instanceof SequenceNode sequence) {
            List<Json> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item)));
            return new Json.Arr(place, items);
        }
        return scalar((ScalarNode) node, place);
    }

    private static Json scalar(ScalarNode node, Place place) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            return new Json.Num(place, text);
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return new Json.Flag(place, Boolean.parseBoolean(text));
        }
        return node.getTag().equals(Tag.NULL) ? new Json.Nil(place) : new Json.Text(place, text);
    }

    private Place place(Node node) {
        return new Place(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }
}
