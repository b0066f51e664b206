package org.tongcai.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;

/** A process that pushes a catalogue of any length, made while it is read, validated before it is sent and with a journal. */
final class CataloguePush {
    private CataloguePush() {}

    /** Address, client id, secret, journal, file with a template, how many. */
    public static void main(String[] args) throws Exception {
        String template = Files.readString(Path.of(args[4]));
        long documents = Long.parseLong(args[5]);
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint(args[0])
                .credentials(Credentials.clientSecret(args[1], args[2]))
                .build()) {
            DocumentSource source = DocumentSource.ofBytes(LongStream.range(0, documents)
                    .mapToObj(i -> template.replace("TEMPLATE", "M-" + i).getBytes(StandardCharsets.UTF_8))
                    .iterator());
            PushOptions options = PushOptions.DEFAULT.inFlight(2).journal(Path.of(args[3]));
            long start = System.nanoTime();
            PushReport report = client.products().push(source, options);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.out.println(report.complete() ? "complete " + millis + " " + peak() : report.toString());
        }
    }

    /** The most memory this process has had, in KiB; 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
