package org.tongcai.examples.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.client.Credentials;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.ProcurementException;
import org.tongcai.client.Submission;
import org.tongcai.examples.DemoFiles;
import org.tongcai.model.TenderNotice;
import org.tongcai.sandbox.Sandbox;

/** Publish a notice, and deal with everything that may come of it. */
public final class PublishNotice {
    private PublishNotice() {}

    /** Arguments: base URL, client id, secret; without them at a sandbox. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            run(args[0], Credentials.clientSecret(args[1], args[2]));
            return;
        }
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.addTenant("demo", "示例平台");
            Sandbox.Credentials agency = sandbox.newApplication("demo", "agency");
            run(sandbox.baseUrl().toString(), Credentials.clientSecret(agency.clientId(), agency.secret()));
        }
    }

    static void run(String url, Credentials credentials) throws IOException {
        Standard standard = Standard.load();
        TenderNotice notice;
        try (InputStream in = DemoFiles.open("tender-notice.json")) {
            notice = standard.json().read(in.readAllBytes(), TenderNotice.class);
        }
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint(url)
                .credentials(credentials)
                .standard(standard)
                .language(Locale.ENGLISH)
                .build()) {
            publish(client, notice);
            // Sent again by mistake: the first receipt comes back.
            publish(client, notice);
            // The notice period is too short: found here, and nothing is sent.
            notice.getHeader().withDocumentId("ZB-2026-000061");
            notice.getNoticePeriod().withWorkdays(3);
            publish(client, notice);
            // Another content under a number that is taken already: only the platform can know.
            notice.getHeader().withDocumentId("ZB-2026-000041");
            notice.getNoticePeriod().withWorkdays(5);
            publish(client, notice.withNoticeDate(LocalDate.of(2026, 3, 3)));
        }
    }

    private static void publish(ProcurementClient client, TenderNotice notice) {
        try {
            Submission submission = client.notices().publish(notice);
            String number = notice.getHeader().getDocumentId();
            if (submission.accepted()) {
                System.out.println(number + (submission.duplicate() ? " was there already" : " is published"));
                return;
            }
            // Not an exception: data that does not conform is what a procurement system meets every day.
            System.out.println(number + (submission.sent() ? " was refused" : " was not sent"));
            if (submission.problem() != null) {
                System.out.println("  " + submission.problem().code());
            }
            for (Finding finding : submission.findings()) {
                System.out.println(
                        "  " + finding.ruleId() + " " + finding.message().en() + " " + finding.citation());
            }
        } catch (ProcurementException e) {
            // No network, no rights, the platform down: the request id is what to ask the platform about.
            System.out.println(e.getMessage() + (e.retryable() ? ": try again later" : ": to be corrected"));
        }
    }
}
