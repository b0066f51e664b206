package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongcai.client.Attachments;
import org.tongcai.client.Capabilities;
import org.tongcai.client.CodeLists;
import org.tongcai.client.DocumentEntry;
import org.tongcai.client.NotFoundException;
import org.tongcai.client.Page;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.Reconciliation;
import org.tongcai.client.Registers;
import org.tongcai.client.Service;
import org.tongcai.client.Subscriptions;
import org.tongcai.client.TransferProgress;

/** The groups of the client that are about the platform itself rather than about a domain. */
final class ClientPlatformCalls {
    private ClientPlatformCalls() {}

    static void attachments(ProcurementClient client, ClientCalls calls, Path folder) throws IOException {
        Attachments attachments = client.attachments();
        Path file = Files.writeString(folder.resolve("合同.txt"), "合同正文 ".repeat(1000));
        List<Long> progress = new ArrayList<>();
        TransferProgress listener = (done, all) -> progress.add(done);
        Attachments.Upload upload = calls.call(attachments, "upload", file, "text/plain");
        assertTrue(upload.complete());
        Attachments.Upload again = calls.call(attachments, "upload", file, "again.txt", "text/plain", "合同文本", listener);
        assertTrue(again.complete());
        assertEquals(List.of(Files.size(file)), progress, "the platform had the content");
        Attachments.Upload later =
                calls.later(attachments, "uploadAsync", file, "x.txt", "text/plain", null, TransferProgress.NONE);
        assertTrue(later.complete());
        Attachments.Upload state = calls.call(attachments, "state", upload.attachmentId());
        assertEquals(Files.size(file), state.offset());
        Path copy = folder.resolve("copy");
        calls.call(attachments, "download", upload.attachmentId(), copy, null, TransferProgress.NONE);
        assertEquals(-1, Files.mismatch(file, copy));
        calls.later(attachments, "downloadAsync", upload.attachmentId(), copy, null, listener);
        assertEquals(-1, Files.mismatch(file, copy));

        Path large = Files.write(folder.resolve("large.txt"), new byte[5 << 20]);
        Attachments.Upload begun = calls.call(attachments, "begin", large, "large.txt", "text/plain", null);
        assertFalse(begun.complete());
        TransferProgress crash = (done, all) -> {
            if (done > 0 && done < all) {
                throw new IllegalStateException("the process ends here");
            }
        };
        assertThrows(IllegalStateException.class, () -> attachments.resume(begun.attachmentId(), large, crash));
        assertTrue(attachments.state(begun.attachmentId()).offset() > 0);
        Attachments.Upload resumed =
                calls.call(attachments, "resume", begun.attachmentId(), large, TransferProgress.NONE);
        assertTrue(resumed.complete());
        Path other = Files.writeString(folder.resolve("other.txt"), "不要了");
        String dropped =
                attachments.begin(other, "other.txt", "text/plain", null).attachmentId();
        calls.call(attachments, "delete", dropped);
        assertThrows(NotFoundException.class, () -> attachments.state(dropped));
    }

    static void registers(Registers registers, ClientCalls calls) {
        Registers.Query query = Registers.Query.all().pageSize(1);
        Page<Registers.Registered> page = calls.call(registers, "query", Registers.Register.SUPPLIERS, query, null);
        assertEquals(1, page.items().size());
        assertTrue(new String(page.items().get(0).document(), StandardCharsets.UTF_8).contains("creditCode"));
        Page<Registers.Registered> nobody =
                calls.later(registers, "queryAsync", Registers.Register.SUPPLIERS, query.name("nobody"), null);
        assertEquals(List.of(), nobody.items());
        assertEquals(
                1,
                ClientCalls.all(calls.<Stream<Registers.Registered>>call(
                                registers, "stream", Registers.Register.SUPPLIERS, query))
                        .size());
        for (Registers.Register register : Registers.Register.values()) {
            assertNotNull(registers.query(register, Registers.Query.all(), null));
        }
    }

    static void codeLists(CodeLists lists, ClientCalls calls) {
        List<CodeLists.CodeListEntry> entries = calls.call(lists, "list");
        assertTrue(entries.size() > 100);
        assertEquals(entries, calls.later(lists, "listAsync"));
        Page<CodeLists.Code> codes = calls.call(lists, "codes", "region", null, "53", null);
        assertTrue(codes.items().stream().allMatch(code -> code.code().startsWith("53")));
        LocalDate day = LocalDate.of(2026, 1, 1);
        Page<CodeLists.Code> later = calls.later(lists, "codesAsync", "procurement-method", day, null, null);
        assertTrue(later.items().size() > 5);
        assertTrue(ClientCalls.all(calls.<Stream<CodeLists.Code>>call(lists, "stream", "region", null, "53"))
                        .size()
                > codes.items().size());
    }

    static void reconciliation(Reconciliation reconciliation, ClientCalls calls) {
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
        List<Reconciliation.Count> counts = calls.call(reconciliation, "counts", today, null);
        assertEquals(2, counts.get(0).count());
        assertEquals(counts, calls.later(reconciliation, "countsAsync", today, Samples.PLATFORM));
        Page<DocumentEntry> page = calls.call(reconciliation, "list", today, "product", Samples.PLATFORM, null);
        assertEquals(2, page.items().size());
        assertEquals(page.items(), ClientCalls.all(calls.call(reconciliation, "stream", today, "product", null)));
    }

    static void subscriptions(Subscriptions subscriptions, ClientCalls calls) {
        URI address = URI.create("https://127.0.0.1:1/events");
        List<String> events = List.of("org.tongcai.document.created.v1");
        Subscriptions.Created created = calls.call(subscriptions, "create", address, events, List.of("product"));
        assertEquals("ACTIVE", created.subscription().state());
        Subscriptions.Created second = calls.later(subscriptions, "createAsync", address, events, List.of());
        assertNotEquals(
                created.subscription().subscriptionId(), second.subscription().subscriptionId());
        String id = created.subscription().subscriptionId();
        Subscriptions.TestDelivery delivery = calls.call(subscriptions, "test", id);
        assertFalse(delivery.delivered(), "nobody listens there");
        Subscriptions.Rotated rotated = calls.call(subscriptions, "rotateSecret", id);
        assertNotEquals(created.secret(), rotated.secret());
        assertNotNull(rotated.previousValidUntil());
        calls.call(subscriptions, "delete", id);
        List<Subscriptions.Subscription> left = calls.call(subscriptions, "list");
        assertTrue(left.stream()
                .noneMatch(
                        each -> each.subscriptionId().equals(id) && each.state().equals("ACTIVE")));
        assertThrows(
                IllegalArgumentException.class,
                () -> subscriptions.create(URI.create("http://127.0.0.1/"), events, List.of()));
    }

    static void service(Service service, ClientCalls calls) {
        Capabilities capabilities = calls.call(service, "capabilities");
        assertTrue(capabilities.operations().contains("submitBatch"));
        assertEquals(
                SandboxOptions.Limits.DEFAULT.batchDocuments(),
                capabilities.limits().maxBatchDocuments());
        assertEquals(capabilities, calls.later(service, "capabilitiesAsync"));
        assertEquals(Service.Health.UP, calls.call(service, "health"));
        assertEquals(Service.Health.UP, calls.later(service, "healthAsync"));
    }
}
