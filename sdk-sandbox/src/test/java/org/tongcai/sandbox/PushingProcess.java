package org.tongcai.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;

/** A process that pushes with a journal and says how far it is, for being killed. */
final class PushingProcess {
    private PushingProcess() {}

    /** Address, client id, secret, journal, file with a template, how many. */
    public static void main(String[] args) throws Exception {
        String template = Files.readString(Path.of(args[4]));
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint(args[0])
                .credentials(Credentials.clientSecret(args[1], args[2]))
                .validateBeforeSending(false)
                .build()) {
            DocumentSource source = DocumentSource.ofBytes(IntStream.range(0, Integer.parseInt(args[5]))
                    .mapToObj(i -> template.replace("TEMPLATE", "K-" + i).getBytes(StandardCharsets.UTF_8))
                    .iterator());
            PushOptions options = PushOptions.DEFAULT
                    .batches(5, 1 << 20)
                    .inFlight(2)
                    .journal(Path.of(args[3]))
                    .onProgress(report -> say("at " + report.documents()));
            PushReport report = client.documents().push(source, options);
            say(report.complete() ? "complete" : report.toString());
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
