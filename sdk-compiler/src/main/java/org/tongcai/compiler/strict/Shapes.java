package org.tongcai.compiler.strict;

import org.tongcai.bundle.Node;

/**
 * The formats of the dialect as patterns. {@code format} alone asserts nothing in JSON Schema 2020-12, and implementations differ where it
 * does; a pattern says the same to all of them.
 */
public final class Shapes {
    private static final String DAY_31 = "[1-9][0-9]{3}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
    private static final String DAY_30 = "[1-9][0-9]{3}-(0[469]|11)-(0[1-9]|[12][0-9]|30)";
    private static final String DAY_28 = "[1-9][0-9]{3}-02-(0[1-9]|1[0-9]|2[0-8])";
    private static final String LEAP_DAY =
            "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29";
    private static final String DATE = "(" + DAY_31 + "|" + DAY_30 + "|" + DAY_28 + "|" + LEAP_DAY + ")";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
    private static final String OFFSET = "(Z|[+\\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";

    private static final String ESCAPED = "%[0-9A-Fa-f]{2}";
    private static final String PLAIN = "A-Za-z0-9._~:@!$&'()*+,;=\\-";
    /** Any number of characters of path, query or fragment. */
    private static final String REST = "[" + PLAIN + "\\/?]*(" + ESCAPED + "[" + PLAIN + "\\/?]*)*";
    /** One character that is no slash, with what follows. */
    private static final String SEGMENT = "([" + PLAIN + "?]|" + ESCAPED + ")" + REST;

    private static final String AUTHORITY =
            "([" + PLAIN + "\\[\\]]|" + ESCAPED + ")[" + PLAIN + "\\[\\]]*(" + ESCAPED + "[" + PLAIN + "\\[\\]]*)*";

    /** A day of the calendar. */
    public static final String DATE_PATTERN = "^" + DATE + "$";
    /** A moment with its offset. */
    public static final String DATE_TIME_PATTERN = "^" + DATE + "T" + TIME + OFFSET + "$";
    /** A month. */
    public static final String YEAR_MONTH_PATTERN = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$";

    /** Bound of the dialect. */
    public static final int URI_LENGTH = 2_000;
    /** RFC 3986, absolute: scheme, then an authority (where brackets may stand) or a path; a fragment at most once; never just {@code //}. */
    public static final String URI_PATTERN = "^[A-Za-z][A-Za-z0-9+.\\-]*:("
            + "\\/\\/" + AUTHORITY + "([\\/?]" + REST + ")?(#" + REST + ")?"
            + "|\\/\\/[\\/?]" + REST + "(#" + REST + ")?"
            + "|\\/\\/#" + REST
            + "|" + SEGMENT + "(#" + REST + ")?"
            + "|\\/(" + SEGMENT + ")?(#" + REST + ")?"
            + "|#" + REST
            + ")$";

    private Shapes() {}

    /** No leading zeros, no plus, no exponent, no bare point, no negative zero of any spelling. */
    public static String decimal(Node.DecimalShape shape) {
        int before = shape.digits() - shape.fraction();
        String nonZero = before == 0 ? "" : "[1-9]" + digits(0, before - 1);
        String fraction = shape.fraction() == 0 ? "" : "(\\." + digits(1, shape.fraction()) + ")?";
        String whole = nonZero.isEmpty() ? "0" : "(0|" + nonZero + ")";
        String positive = whole + fraction;
        if (!shape.signed()) {
            return "^" + positive + "$";
        }
        StringBuilder negative = new StringBuilder(nonZero.isEmpty() ? "" : nonZero + fraction);
        // Below one, the first digit that is not zero stands at each place in turn: a minus needs one somewhere.
        for (int zeros = 0; zeros < shape.fraction(); zeros++) {
            negative.append(negative.isEmpty() ? "" : "|")
                    .append("0\\.")
                    .append("0".repeat(zeros))
                    .append("[1-9]")
                    .append(digits(0, shape.fraction() - zeros - 1));
        }
        return "^(" + positive + "|-(" + negative + "))$";
    }

    private static String digits(int least, int most) {
        if (most == 0) {
            return "";
        }
        return least == most ? "[0-9]{" + most + "}" : "[0-9]{" + least + "," + most + "}";
    }
}
