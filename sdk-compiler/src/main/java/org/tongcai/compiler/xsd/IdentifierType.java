package org.tongcai.compiler.xsd;

import java.util.Locale;
import org.tongcai.Bilingual;
import org.tongcai.identifier.IdentifierKind;

/**
 * The simple type of a kind of identifiers. Check digits are beyond a schema.
 *
 * @param name {@code credit-code}
 * @param told what it is
 */
record IdentifierType(String name, Bilingual told) {
    /** No identifier is longer than the longest e-mail address. */
    static final int LONGEST = 254;

    /** By the id that the spec uses, {@code creditCode}. */
    static IdentifierType of(String id) {
        IdentifierKind kind = IdentifierKind.of(id);
        if (kind == null) {
            throw new IllegalArgumentException("unknown identifier " + id);
        }
        String name = id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String standard = kind.standard() == null ? "" : " (" + kind.standard() + ")";
        return new IdentifierType(
                name,
                new Bilingual(
                        kind.zh() + standard + "，其形式和校验位不由 XSD 检查",
                        kind.en() + standard + "; its form and check digits are not checked here"));
    }
}
