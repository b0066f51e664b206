package org.tongcai.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows code lists and looks codes up. */
@Command(name = "codes")
final class CodesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Option(names = "--search", paramLabel = "TEXT", descriptionKey = "search")
    private @Nullable String search;

    @Option(names = "--format", paramLabel = "text|csv|json", descriptionKey = "format", defaultValue = "text")
    private CodesFormat format = CodesFormat.text;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LIST", descriptionKey = "list")
    private @Nullable String list;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CODE", descriptionKey = "code")
    private @Nullable String code;

    CodesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Standard standard = standardOption.load();
        if (list == null && search == null) {
            terminal.print(format.lists(standard.manifest().codeLists(), terminal.locale()));
            return Exit.ACCEPTED;
        }
        LocalDate day = asOf != null ? asOf : LocalDate.now(ZoneId.of("Asia/Shanghai"));
        List<CodesFormat.Row> rows = new ArrayList<>();
        for (String id : list == null ? ids(standard) : List.of(known(standard, list))) {
            for (CodeList.Entry entry : standard.bundle().codeList(id).entries()) {
                // One code is shown with its history, a list as it stands on the day.
                boolean shown = code != null ? entry.code().equals(code) : all || entry.inForce(day);
                if (shown && matches(entry)) {
                    rows.add(new CodesFormat.Row(id, entry, entry.inForce(day)));
                }
            }
        }
        if (rows.isEmpty() && code != null && list != null) {
            List<String> codes = standard.bundle().codeList(known(standard, list)).entries().stream()
                    .map(CodeList.Entry::code)
                    .toList();
            List<String> close = Suggestions.of(code, codes);
            throw Failure.usage(
                    "代码表 " + list + " 中没有代码 " + code + Suggestions.zh(close) + "（按名称查找请用 --search）",
                    "the code list " + list + " has no code " + code + Suggestions.en(close)
                            + " (--search looks for names)");
        }
        terminal.print(format.rows(rows, list == null, terminal.locale()));
        return rows.isEmpty() ? Exit.REJECTED : Exit.ACCEPTED;
    }

    private boolean matches(CodeList.Entry entry) {
        if (search == null) {
            return true;
        }
        String wanted = search.toLowerCase(Locale.ROOT);
        return entry.code().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.name().zh().contains(search)
                || entry.name().en().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static List<String> ids(Standard standard) {
        return standard.manifest().codeLists().stream()
                .map(Manifest.CodeListEntry::id)
                .toList();
    }

    /** The id, if there is such a list. */
    static String known(Standard standard, String id) {
        List<String> ids = ids(standard);
        if (ids.contains(id)) {
            return id;
        }
        List<String> close = Suggestions.of(id, ids);
        throw Failure.usage(
                "没有代码表 " + id + Suggestions.zh(close) + "（tongcai codes 列出全部）",
                "no code list " + id + Suggestions.en(close) + " (tongcai codes lists them)");
    }
}
