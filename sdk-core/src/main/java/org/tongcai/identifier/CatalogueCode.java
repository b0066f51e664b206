package org.tongcai.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Code of the government procurement catalogue 政府采购品目分类目录 (财库〔2022〕31号) by its shape: a division (A goods, B works,
 * C services), or the division and four levels of two digits, padded with 00.
 *
 * <p>Whether the item exists is a question for the code list.
 */
public final class CatalogueCode extends Identifier {

    private CatalogueCode(String value) {
        super(IdentifierKind.CATALOGUE_CODE, value);
    }

    /**
     * The catalogue code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static CatalogueCode parse(String text) {
        return new CatalogueCode(IdentifierKind.CATALOGUE_CODE.require(text));
    }

    /** Whether {@code text} is a valid catalogue code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.CATALOGUE_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.CATALOGUE_CODE.check(text);
    }

    /** Trims, turns full-width characters into half-width ones and lower case into upper case. */
    public static String normalise(String text) {
        return IdentifierKind.CATALOGUE_CODE.normalise(text);
    }

    /** The division: 'A' goods, 'B' works, 'C' services. */
    public char division() {
        return value().charAt(0);
    }

    /** 0 for a division, 1 to 4 for the items below it. */
    public int level() {
        return significant().length() / 2;
    }

    /** The item one level up; empty for a division. */
    public Optional<CatalogueCode> parent() {
        String prefix = significant();
        return switch (level()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new CatalogueCode(prefix.substring(0, 1)));
            default -> {
                String above = prefix.substring(0, prefix.length() - 2);
                yield Optional.of(new CatalogueCode(above + "0".repeat(CatalogueCodeScheme.LENGTH - above.length())));
            }
        };
    }

    /** Whether {@code other} lies below this item, at any depth. An item is no ancestor of itself. */
    public boolean isAncestorOf(CatalogueCode other) {
        return level() < other.level() && other.value().startsWith(significant());
    }

    /** Without the padding. */
    private String significant() {
        int end = value().length();
        while (end > 1 && value().startsWith("00", end - 2)) {
            end -= 2;
        }
        return value().substring(0, end);
    }
}
