package org.tongcai.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tongcai.Codec;
import org.tongcai.DocumentException;
import org.tongcai.Standard;
import org.tongcai.model.TenderNotice;

/** Typed models from JSON or XML and back, by the codecs of the standard: no Jackson databind, no JAXB. */
public final class UseCodecs {
    private UseCodecs() {}

    /** No arguments. */
    public static void main(String[] args) throws IOException {
        Standard standard = Standard.load();
        TenderNotice notice;
        try (InputStream in = DemoFiles.open("tender-notice.json")) {
            notice = standard.json().read(in, TenderNotice.class);
        }

        // The same document in the other encoding; what comes back is equal.
        byte[] xml = standard.xml().pretty().write(notice);
        System.out.println(
                new String(xml, StandardCharsets.UTF_8).lines().limit(3).toList());
        System.out.println("same: " + notice.equals(standard.xml().read(xml, TenderNotice.class)));

        // Without a model: any document, from either encoding, to the encoding and form of the codec.
        Codec canonical = standard.json().canonical();
        System.out.println(new String(canonical.rewrite(xml), StandardCharsets.UTF_8).substring(0, 40));

        // A codec does not judge; but it loses nothing, and says what it cannot hold.
        String unknown = new String(xml, StandardCharsets.UTF_8).replace("<title>", "<titel/><title>");
        try {
            standard.xml().read(unknown.getBytes(StandardCharsets.UTF_8), TenderNotice.class);
        } catch (DocumentException e) {
            System.out.println(e.report().findings().get(0));
        }
    }
}
