package org.tongcai.examples;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongcai.Standard;
import org.tongcai.amount.ChineseAmount;
import org.tongcai.layout.Layout;

/** Print a document as the notice that people read: the official layout, as a page for the web and for paper, or as plain text. */
public final class PrintNotice {
    private PrintNotice() {}

    /** Optionally one argument: the HTML file to write. */
    public static void main(String[] args) throws IOException {
        Standard standard = Standard.load();
        byte[] document;
        try (InputStream in = DemoFiles.open("tender-notice.json")) {
            document = in.readAllBytes();
        }

        // One layout per document type; immutable and thread-safe, so keep it.
        Layout layout = standard.layout("tenderNotice");
        System.out.println(layout.text(document));

        // A page of its own: no scripts, nothing loaded from elsewhere, everything escaped, ready for A4.
        Path page = args.length > 0 ? Path.of(args[0]) : Files.createTempFile("notice", ".html");
        Files.writeString(page, layout.html(document));
        System.out.println(page + ": " + Files.size(page) + " bytes");

        // Amounts in capital characters, as contracts and invoices need them.
        System.out.println("人民币" + ChineseAmount.inWords(new BigDecimal("1371520.05")));
    }
}
