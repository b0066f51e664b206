package org.tongcai.client;

import java.nio.charset.StandardCharsets;
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
 * @param piece the line, without its end
 * @param refusal why it cannot be a line; null where it can
 */
record PushLine(Content.Piece piece, @Nullable DocumentReport refusal) {
    /** The line stands in a place of those lines, which are to keep it where it is sent. */
    static PushLine of(Slice slice, Validation validation, Lines lines) {
        if (!slice.isXml()) {
            return new PushLine(lines.stage(slice.bytes(), slice.offset(), slice.length()), null);
        }
        byte[] xml = Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.offset() + slice.length());
        try {
            return new PushLine(
                    Content.Piece.of(validation.standard().get().json().rewrite(xml)), null);
        } catch (DocumentException e) {
            return new PushLine(Content.Piece.of(xml), e.report());
        }
    }

    static PushLine of(Model model, Validation validation) {
        try {
            return new PushLine(
                    Content.Piece.of(validation.standard().get().json().write(model)), null);
        } catch (DocumentException e) {
            return new PushLine(Content.Piece.of(model.modelType().getBytes(StandardCharsets.UTF_8)), e.report());
        }
    }

    /** The line as a document of its own. */
    Slice slice() {
        return new Slice("-", 0, piece.bytes(), piece.offset(), piece.length(), 0, 1, 1);
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
