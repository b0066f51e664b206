package org.tongcai.examples.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Standard;
import org.tongcai.examples.DemoFiles;

class ExchangeDemoTest {
    @TempDir
    Path directory;

    private static final String LAW = "GP-NOTICE-001 《政府采购货物和服务招标投标管理办法》（财政部令第87号）第十六条";

    @Test
    void whatIsIllegalIsRefusedHereAndThereAndTheRestArrives() throws IOException {
        for (String name : DemoFiles.ALL) {
            try (InputStream in = DemoFiles.open(name)) {
                Files.write(directory.resolve(name), in.readAllBytes());
            }
        }
        // One that a product is not, in place of a catalogue: pushing goes on and says so.
        Happenings happenings =
                ExchangeDemo.run(directory, List.of("organizations.ndjson"), Standard.load(), Locale.ENGLISH);
        List<String> lines = happenings.all().stream()
                .map(each -> each.who().en() + " | " + each.document() + " | "
                        + each.outcome().en() + " | " + each.law())
                .toList();
        assertTrue(lines.get(0).startsWith("e-mall vendor | organizations.ndjson | 9 not sent | "), lines::toString);
        assertEquals(
                List.of(
                        "trading system | tenderNotice ZB-2026-000060 | not sent: does not conform | " + LAW,
                        "trading system | tenderNotice ZB-2026-000060 | refused by the platform (422) | " + LAW,
                        "trading system | tenderNotice ZB-2026-000042 | taken | ",
                        "trading system | awardNotice JG-2026-000042 | taken | ",
                        "trading system | contract HT-2026-000042 | taken | ",
                        "supervisor | tenderNotice ZB-2026-000042 | saw CREATED | ",
                        "supervisor | awardNotice JG-2026-000042 | saw CREATED | ",
                        "supervisor | contract HT-2026-000042 | saw CREATED | "),
                lines.subList(2, lines.size()));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        happenings.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), Locale.SIMPLIFIED_CHINESE);
        String table = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(table.startsWith("谁 "), table);
        assertTrue(table.contains("平台拒收（422）"), table);
        assertTrue(table.contains("\nGP-NOTICE-001  公告期限写为 3 个工作日，应为 5 个工作日\n"), table);
    }
}
