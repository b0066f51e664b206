package org.tongcai.examples.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongcai.Bilingual;
import org.tongcai.Standard;
import org.tongcai.client.Credentials;
import org.tongcai.client.Document;
import org.tongcai.client.DocumentEntry;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;
import org.tongcai.client.Submission;
import org.tongcai.sandbox.Application;
import org.tongcai.sandbox.Sandbox;

/**
 * Three parties and a platform: a vendor pushes its catalogue, a trading system publishes a procurement from notice to contract and is
 * refused where the law is broken, a supervisor follows. The platform is a sandbox in this process that ends with the demonstration; the
 * parties talk to it over HTTP as they would to any other, each with rights of its own.
 */
public final class ExchangeDemo {
    private static final Bilingual VENDOR = new Bilingual("卖场供应商", "e-mall vendor");
    private static final Bilingual TRADING = new Bilingual("交易系统", "trading system");
    private static final Bilingual SUPERVISOR = new Bilingual("监督部门", "supervisor");
    private static final String TENANT = "demo";

    private final Sandbox sandbox;
    private final Standard standard;
    private final Locale locale;
    private final Happenings happenings = new Happenings();

    private ExchangeDemo(Sandbox sandbox, Standard standard, Locale locale) {
        this.sandbox = sandbox;
        this.standard = standard;
        this.locale = locale;
    }

    /**
     * Runs it.
     *
     * @param documents folder with {@code tender-notices.ndjson}, {@code award-notices.ndjson}, {@code contracts.ndjson}
     * @param catalogues the product documents to push: files of that folder
     * @param standard the standard that all of them go by
     * @param locale the language in which the platform explains itself
     * @return what happened, in order; the same on every run
     * @throws IOException if a document cannot be read
     */
    public static Happenings run(Path documents, List<String> catalogues, Standard standard, Locale locale)
            throws IOException {
        try (Sandbox sandbox = Sandbox.builder().standard(standard).start()) {
            sandbox.addTenant(TENANT, "示例省政府采购云平台");
            ExchangeDemo demo = new ExchangeDemo(sandbox, standard, locale);
            demo.pushCatalogues(documents, catalogues);
            demo.publish(documents);
            demo.follow();
            return demo.happenings;
        }
    }

    /** A party with its own credentials, which may do this and nothing else. */
    private ProcurementClient client(String name, boolean validate, String... scopes) {
        String secret = "demo-" + name + "-" + sandbox.baseUrl().getPort();
        sandbox.addApplication(new Application(TENANT, name, secret, Set.of(scopes)));
        return ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(name, secret))
                .standard(standard)
                .validateBeforeSending(validate)
                .language(locale)
                .build();
    }

    private void pushCatalogues(Path documents, List<String> catalogues) {
        try (ProcurementClient vendor = client("vendor", true, "products:read", "products:write")) {
            for (String file : catalogues) {
                PushReport report = vendor.products()
                        .push(DocumentSource.of(documents.resolve(file)), PushOptions.DEFAULT.keepFailures(1));
                happenings.add(
                        VENDOR,
                        "submitBatch",
                        file,
                        pushed(report),
                        report.failures().stream()
                                .flatMap(failed -> failed.findings().stream())
                                .toList());
            }
            // What came through is not sent twice, not even where somebody tries.
            String again = catalogues.get(0);
            PushReport report =
                    vendor.products().push(DocumentSource.of(documents.resolve(again)), PushOptions.DEFAULT);
            happenings.add(VENDOR, "submitBatch", again, pushed(report), List.of());
        }
    }

    private static Bilingual pushed(PushReport report) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        count(zh, en, report.accepted(), "收下", "taken");
        count(zh, en, report.duplicates(), "重复", "there already");
        count(zh, en, report.rejected() + report.undetermined() + report.conflicts(), "平台拒收", "refused");
        count(zh, en, report.invalid(), "未发送", "not sent");
        return new Bilingual(zh.toString(), en.toString());
    }

    private static void count(StringBuilder zh, StringBuilder en, long count, String chinese, String english) {
        if (count > 0) {
            zh.append(zh.isEmpty() ? "" : "，").append(chinese).append(' ').append(count);
            en.append(en.isEmpty() ? "" : ", ").append(count).append(' ').append(english);
        }
    }

    private void publish(Path documents) throws IOException {
        String notice = first(documents.resolve("tender-notices.ndjson"));
        String award = first(documents.resolve("award-notices.ndjson"));
        String contract = first(documents.resolve("contracts.ndjson"));
        // Three working days instead of the five that the law demands.
        String illegal = notice.replace("\"ZB-2026-000042\"", "\"ZB-2026-000060\"")
                .replace("\"noticePeriod\":{\"workdays\":5}", "\"noticePeriod\":{\"workdays\":3}");
        String[] scopes = {
            "announcements:read", "announcements:write", "contracts:read", "contracts:write",
        };
        try (ProcurementClient trading = client("trading", true, scopes);
                ProcurementClient careless = client("careless", false, scopes)) {
            String number = "tenderNotice ZB-2026-000060";
            add("publishNotice", number, trading.notices().publish(Document.of(illegal)));
            add("publishNotice", number, careless.notices().publish(Document.of(illegal)));
            add(
                    "publishNotice",
                    "tenderNotice ZB-2026-000042",
                    trading.notices().publish(Document.of(notice)));
            add("publishNotice", "awardNotice JG-2026-000042", trading.notices().publish(Document.of(award)));
            add("submitContract", "contract HT-2026-000042", trading.contracts().submit(Document.of(contract)));
        }
    }

    private void add(String operation, String document, Submission submission) {
        happenings.add(TRADING, operation, document, outcome(submission), submission.findings());
    }

    private static Bilingual outcome(Submission submission) {
        if (!submission.sent()) {
            return new Bilingual("发送前校验不通过，未发送", "not sent: does not conform");
        }
        if (submission.problem() != null) {
            return new Bilingual(
                    "平台拒收（" + submission.problem().status() + "）",
                    "refused by the platform (" + submission.problem().status() + ")");
        }
        return submission.accepted() ? new Bilingual("收下", "taken") : new Bilingual("未收下", "not taken");
    }

    /** Reads everything that happened, from the beginning, as somebody who may only look. */
    private void follow() {
        Map<String, Integer> products = new TreeMap<>();
        try (ProcurementClient supervisor =
                client("supervisor", true, "announcements:read", "contracts:read", "products:read")) {
            supervisor.feed().follow((String) null, FeedOptions.DEFAULT.onceThrough(), item -> {
                DocumentEntry entry = item.entry();
                if (entry.documentType().endsWith("Notice")
                        || entry.documentType().equals("contract")) {
                    happenings.add(
                            SUPERVISOR,
                            "readFeed",
                            entry.documentType() + " " + entry.documentId(),
                            new Bilingual("看到 " + item.change(), "saw " + item.change()),
                            List.of());
                } else {
                    products.merge(entry.documentType(), 1, Integer::sum);
                }
            });
        }
        products.forEach((type, count) -> happenings.add(
                SUPERVISOR, "readFeed", type, new Bilingual("看到 " + count + " 份", "saw " + count), List.of()));
    }

    private static String first(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException(file + " is empty");
            }
            return line;
        }
    }
}
