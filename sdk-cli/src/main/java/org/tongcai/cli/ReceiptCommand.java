package org.tongcai.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.exchange.FileImportLedger;
import org.tongcai.exchange.ImportLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a receipt, or takes one out of the ledger again. */
@Command(name = "receipt")
final class ReceiptCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--ledger", paramLabel = "DIR", descriptionKey = "receipt-ledger")
    private @Nullable Path ledger;

    @Option(names = "--sender", paramLabel = "CODE", descriptionKey = "receipt-sender")
    private @Nullable String sender;

    @Option(names = "--receiver", paramLabel = "CODE", descriptionKey = "receipt-receiver")
    private @Nullable String receiver;

    @Option(names = "--sequence", paramLabel = "N", descriptionKey = "receipt-sequence")
    private long sequence;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "receipt-file")
    private @Nullable Path file;

    ReceiptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            if (ledger == null || sender == null || receiver == null || sequence < 1) {
                throw Failure.usage(
                        "请给出回执文件，或者 --ledger、--sender、--receiver、--sequence",
                        "give a receipt, or --ledger, --sender, --receiver and --sequence");
            }
            FileImportLedger kept = new FileImportLedger(ledger);
            ImportLedger.Entry entry = kept.find(sender, receiver, sequence);
            try {
                terminal.out().write(kept.receipt(sender, receiver, sequence, entry == null ? 1 : entry.round()));
                return Exit.ACCEPTED;
            } catch (NoSuchFileException e) {
                throw Failure.usage("没有序号 " + sequence + " 的回执", "there is no receipt for number " + sequence);
            }
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw Failure.system("没有 " + file, "no such file: " + file, e);
        }
        DocumentReport report = standardOption.load().validate(bytes);
        if (!report.accepted() || !"exchangeReceipt".equals(report.documentType())) {
            terminal.err().println(terminal.in(file + " 不是合格的回执", file + " is no valid receipt"));
            return Exit.REJECTED;
        }
        terminal.print(line(terminal, bytes) + "\n");
        return isAccepted(bytes) ? Exit.ACCEPTED : Exit.REJECTED;
    }

    static boolean isAccepted(byte[] receipt) throws IOException {
        return "ACCEPTED".equals(values(receipt).get("verdict"));
    }

    static String line(Terminal terminal, byte[] receipt) throws IOException {
        Map<String, String> values = values(receipt);
        StringBuilder text = new StringBuilder(terminal.in("回执 ", "receipt "))
                .append(values.get("receiptId"))
                .append(terminal.in("  序号 ", "  number "))
                .append(values.get("sequence"))
                .append("  ")
                .append(values.get("verdict"))
                .append("  ")
                .append(values.get("state"));
        if (values.containsKey("summary.documents")) {
            text.append(terminal.in("  单据 ", "  documents "))
                    .append(values.get("summary.documents"))
                    .append(terminal.in("，通过 ", ", accepted "))
                    .append(values.get("summary.accepted"))
                    .append(terminal.in("，不通过 ", ", rejected "))
                    .append(values.get("summary.rejected"));
        }
        if (values.containsKey("confirmedSequence")) {
            text.append(terminal.in("  已确认至 ", "  confirmed up to ")).append(values.get("confirmedSequence"));
        }
        return text.toString();
    }

    /** The values of the receipt itself and of its summary. */
    private static Map<String, String> values(byte[] receipt) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(receipt)) {
            String prefix = "";
            json.nextToken();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                String name = json.currentName();
                if (token == JsonToken.START_OBJECT && "summary".equals(name) && prefix.isEmpty()) {
                    prefix = "summary.";
                } else if (token.isStructStart()) {
                    json.skipChildren();
                } else if (token == JsonToken.END_OBJECT) {
                    prefix = "";
                } else if (token.isScalarValue() && name != null) {
                    values.put(prefix + name, json.getText());
                }
            }
        }
        return values;
    }
}
