package org.tongcai;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or worth knowing, in one place of one document. Immutable.
 *
 * @param ruleId the stable id of the check or rule, such as {@code structure.required} or {@code GP-NOTICE-014}
 * @param layer the layer that found it
 * @param severity how much it weighs
 * @param pointer JSON Pointer (RFC 6901) of the value, or of the parent where the value is missing; "" is the whole document
 * @param title titles from the document down to the field, in both languages
 * @param line line in the input file, from 1; 0 where unknown
 * @param column column in characters, from 1; 0 where unknown
 * @param byteOffset offset in the (decompressed) input, from 0; -1 where unknown
 * @param value the offending value, masked where it is sensitive and cut at 200 characters; null where there is none to show
 * @param message what is wrong, with the figures filled in
 * @param citation the law or standard that says so; null where the encoding itself is broken
 * @param fix what to do about it; null where there is no general advice
 * @param ruleTitle what the rule demands; null for the checks of the engine itself, whose messages say it all
 * @param xpath the same place as XPath 1.0, the prefix {@code tc} bound to the namespace of the edition; null where the document is not XML
 */
public record Finding(
        String ruleId,
        Layer layer,
        Severity severity,
        String pointer,
        Bilingual title,
        int line,
        int column,
        long byteOffset,
        @Nullable String value,
        Bilingual message,
        @Nullable Citation citation,
        @Nullable Bilingual fix,
        @Nullable Bilingual ruleTitle,
        @Nullable String xpath) {

    /** A finding of the engine itself. */
    public Finding(
            String ruleId,
            Layer layer,
            Severity severity,
            String pointer,
            Bilingual title,
            int line,
            int column,
            long byteOffset,
            @Nullable String value,
            Bilingual message,
            @Nullable Citation citation,
            @Nullable Bilingual fix) {
        this(ruleId, layer, severity, pointer, title, line, column, byteOffset, value, message, citation, fix, null);
    }

    /** A finding in a document that is not XML. */
    public Finding(
            String ruleId,
            Layer layer,
            Severity severity,
            String pointer,
            Bilingual title,
            int line,
            int column,
            long byteOffset,
            @Nullable String value,
            Bilingual message,
            @Nullable Citation citation,
            @Nullable Bilingual fix,
            @Nullable Bilingual ruleTitle) {
        this(
                ruleId,
                layer,
                severity,
                pointer,
                title,
                line,
                column,
                byteOffset,
                value,
                message,
                citation,
                fix,
                ruleTitle,
                null);
    }

    /** One line for people, in Chinese; fit for terminals and logs whatever the document holds. */
    @Override
    public String toString() {
        String place = line <= 0 ? "" : " (" + line + (column <= 0 ? "" : ":" + column) + ")";
        String text =
                "[" + severity + "] " + ruleId + " " + (pointer.isEmpty() ? "/" : pointer) + place + " " + message.zh();
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Deceptive.is((char) c) ? '\uFFFD' : (char) c));
        return out.toString();
    }
}
