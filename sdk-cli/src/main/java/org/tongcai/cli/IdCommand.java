package org.tongcai.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tongcai.identifier.IdentifierKind;
import org.tongcai.identifier.IdentifierProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges identifiers. */
@Command(name = "id")
final class IdCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "kind")
    private String kind = "";

    @Parameters(index = "1..*", paramLabel = "VALUE", arity = "1..*", descriptionKey = "values")
    private List<String> values = new ArrayList<>();

    IdCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        IdentifierKind known = IdentifierKind.of(kind);
        if (known == null) {
            List<String> ids =
                    Stream.of(IdentifierKind.values()).map(IdentifierKind::id).toList();
            List<String> close = Suggestions.of(kind, ids);
            throw Failure.usage(
                    "没有标识符种类 " + kind + Suggestions.zh(close) + "\n可选：" + String.join("、", ids),
                    "no kind of identifier " + kind + Suggestions.en(close) + "\nThere are " + String.join(", ", ids));
        }
        int exit = Exit.ACCEPTED;
        for (String value : values) {
            IdentifierProblem problem = known.check(value);
            StringBuilder line = new StringBuilder(known.mask(value)).append("  ");
            if (problem == null) {
                line.append(terminal.in("正确", "valid"));
            } else {
                exit = Exit.REJECTED;
                line.append(terminal.in("不正确：" + problem.messageZh(), "invalid: " + problem.messageEn()));
                String normal = known.normalise(value);
                if (!normal.equals(value) && known.isValid(normal)) {
                    line.append(
                            terminal.in("；规范写法 " + known.mask(normal), "; written properly: " + known.mask(normal)));
                }
            }
            terminal.print(line.append("  ")
                    .append(terminal.in(known.zh(), known.en()))
                    .append(known.standard() == null ? "" : " (" + known.standard() + ")")
                    .append('\n'));
        }
        return exit;
    }
}
