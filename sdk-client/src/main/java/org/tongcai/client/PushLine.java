package org.tongcai.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Verdict;
import org.tongcai.binding.Model;
import org.tongcai.input.Slice;

/**
 * A document as a line of a batch: JSON on one line. What comes in XML is converted, line breaks between the members become blanks; what
 * is one line already stays byte for byte as it is.
 *
 * @param refusal why it cannot be a line; null where it can
 */
@SuppressWarnings("ArrayRecordComponent")
record PushLine(byte[] bytes, @Nullable DocumentReport refusal) {
    static PushLine of(Slice slice, Validation validation) {
        byte[] bytes = Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.offset() + slice.length());
        if (slice.isXml()) {
            try {
                return new PushLine(validation.standard().get().json().rewrite(bytes), null);
            } catch (DocumentException e) {
                return new PushLine(bytes, e.report());
            }
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                // Never within a text: JSON does not allow it there, and the validation has said so.
                bytes[i] = ' ';
            }
        }
        return new PushLine(bytes, null);
    }

    static PushLine of(Model model, Validation validation) {
        try {
            return new PushLine(validation.standard().get().json().write(model), null);
        } catch (DocumentException e) {
            return new PushLine(model.modelType().getBytes(java.nio.charset.StandardCharsets.UTF_8), e.report());
        }
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A report that refuses a document of a type that does not belong into this push; null where it belongs. */
    static @Nullable DocumentReport foreign(@Nullable DocumentReport report, @Nullable Set<String> types) {
        if (report == null || types == null || report.documentType() == null || types.contains(report.documentType())) {
            return null;
        }
        Check check = Check.TYPE;
        String wanted = String.join("|", types);
        Finding finding = new Finding(
                check.id(),
                check.layer(),
                Severity.ERROR,
                "/header/documentType",
                Bilingual.EMPTY,
                0,
                0,
                -1,
                report.documentType(),
                new Bilingual(
                        "单据类型应为 " + wanted + " 之一，实为 " + report.documentType(),
                        "the document type should be one of " + wanted + ", is " + report.documentType()),
                null,
                null);
        return new DocumentReport(
                report.source(),
                report.index(),
                report.documentType(),
                report.id(),
                Verdict.REJECTED,
                java.util.List.of(finding),
                0);
    }
}
