package org.tongcai.compiler.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongcai.compiler.MiniSpec;

/** The standard of the tests with rules: the mini standard, references between its documents, three rules and what belongs to them. */
public final class RuleSpec {
    /** Its file of rules. */
    public static final String RULES = "business/rules/award.json";

    /** Its file of cases. */
    public static final String CASES = "cases/rules/award.json";

    private RuleSpec() {}

    /** A copy below {@code target}, which a test may spoil. */
    public static Path copy(Path target) {
        MiniSpec.copy(target);
        try {
            Path source = Path.of(Objects.requireNonNull(RuleSpec.class.getResource("/rules-spec/" + RULES))
                            .toURI())
                    .getParent()
                    .getParent()
                    .getParent();
            try (Stream<Path> walk = Files.walk(source)) {
                for (Path path : (Iterable<Path>) walk::iterator) {
                    Path copy = target.resolve(source.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return target;
    }
}
