package org.tongcai.examples.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples that talk to a platform, and looks at what they print. */
class ExchangeExamplesTest {
    /** A main method. */
    private interface Program {
        void run(String[] args) throws IOException;
    }

    private static List<String> output(Program program, String... args) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void publishNotice() throws IOException {
        List<String> lines = output(PublishNotice::main);
        assertEquals("ZB-2026-000041 is published", lines.get(0));
        assertEquals("ZB-2026-000041 was there already", lines.get(1));
        assertEquals("ZB-2026-000061 was not sent", lines.get(2));
        assertTrue(lines.get(3).startsWith("  GP-NOTICE-001 "), lines::toString);
        assertTrue(lines.get(3).endsWith("第十六条"), lines::toString);
        assertEquals("ZB-2026-000041 was refused", lines.get(4));
        assertEquals("  revision-conflict", lines.get(5));
    }

    @Test
    void pushCatalogue(@TempDir Path directory) throws IOException {
        Path products = directory.resolve("products.ndjson");
        String product = product();
        Files.write(
                products,
                IntStream.range(0, 250)
                        .mapToObj(i -> product.replace("SP-1", "SP-" + i))
                        .toList());
        List<String> lines = output(
                PushCatalogue::main,
                products.toString(),
                directory.resolve("journal").toString());
        assertEquals(
                List.of(
                        "250 documents: 250 taken, 0 there already, 0 not sent; 0 settled by an earlier run, 3 batches sent",
                        "250 documents: 250 taken, 0 there already, 0 not sent; 250 settled by an earlier run, 0 batches sent",
                        "250 documents: 0 taken, 250 there already, 0 not sent; 0 settled by an earlier run, 3 batches sent"),
                lines);
    }

    @Test
    void receiveWebhook() throws IOException {
        assertEquals(
                List.of(
                        "event: org.tongcai.test.v1 test",
                        "204",
                        "again: org.tongcai.test.v1",
                        "204",
                        "refused: MISMATCH",
                        "400"),
                output(ReceiveWebhook::main));
    }

    private static String product() {
        return """
                {"header": {"documentType": "product", "standardVersion": "0.1", "documentId": "SP-1", "revision": 1,
                "issuedAt": "2026-03-02T09:30:00+08:00", "platform": {"code": "DEMO-PLATFORM-01", "name": "示例省政府采购云平台"},
                "regionCode": "530100"}, "productId": "P-1", "name": "云帆政务云主机租用", "catalogueCode": "C16040000",
                "unit": "YEAR", "price": {"amount": "4146.00", "currency": "CNY"}, "importedProduct": false,
                "supplier": {"name": "示例服务集团有限公司", "creditCode": "91530111MA0TCR029A"},
                "sellerType": "SERVICE_PROVIDER", "status": "DRAFT"}
                """.replace("\n", "");
    }
}
