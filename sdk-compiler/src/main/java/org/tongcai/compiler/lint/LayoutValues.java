package org.tongcai.compiler.lint;

import org.tongcai.bundle.LayoutTemplate.Slot;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.lint.LayoutScope.Shape;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Spec;

/** Which formats and which compared values fit a field. */
final class LayoutValues {
    private static final String PERCENT = "percent";

    private LayoutValues() {}

    static boolean fits(Slot slot, Shape shape) {
        Node node = shape.node();
        boolean percent =
                shape.property() != null && PERCENT.equals(shape.property().unit());
        String format = slot.format();
        if (node instanceof Node.Flag) {
            return format.equals("flag");
        }
        if (node instanceof Node.Whole) {
            return percent ? format.equals(PERCENT) : format.equals("plain") || format.equals("chinese");
        }
        if (!(node instanceof Node.Text text)) {
            return false;
        }
        if (text.codeList() != null) {
            return format.equals("code") && slot.argument().equals(text.codeList());
        }
        if (text.format() == null) {
            return format.equals("plain") && text.constant() == null;
        }
        return switch (text.format()) {
            case "date" -> format.equals("date");
            case "date-time" -> format.equals("moment") || format.equals("date");
            case "year-month" -> format.equals("month");
            case "uri" -> format.equals("link");
            default -> decimal(format, percent, shape.owner());
        };
    }

    private static boolean decimal(String format, boolean percent, String owner) {
        if (percent) {
            return format.equals(PERCENT);
        }
        boolean money = owner.equals("Money") || owner.equals("UnitMoney");
        return money
                ? format.equals("yuan") || format.equals("wan") || format.equals("capital")
                : format.equals("number");
    }

    /** Whether a field can have a value that a condition compares it with. */
    static boolean isPossible(Shape shape, Json value, Spec spec) {
        if (shape.node() instanceof Node.Flag) {
            return value instanceof Json.Flag;
        }
        if (!(shape.node() instanceof Node.Text text) || !(value instanceof Json.Text given)) {
            return false;
        }
        if (text.constant() != null) {
            return text.constant().equals(given.value());
        }
        return text.codeList() == null || ConditionCheck.isCode(spec, text.codeList(), given.value());
    }
}
