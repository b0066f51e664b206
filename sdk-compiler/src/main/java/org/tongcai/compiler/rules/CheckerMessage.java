package org.tongcai.compiler.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the type checker says, without its lists of candidates, and in both languages where it is one of the common things.
 *
 * @param zh in Chinese
 * @param en in English
 * @param missing the name or field that it says is not there; empty where it says something else
 */
record CheckerMessage(String zh, String en, String missing) {
    private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
    private static final Pattern NAME = Pattern.compile("undeclared reference to '(.*)' \\(in container.*");
    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '(.*)' applied to '(.*?)'( \\(candidates.*)?", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("expected type '(.*)' but found '(.*)'");
    private static final Pattern SELECTION = Pattern.compile("type '(.*)' does not support field selection");

    static CheckerMessage of(String message) {
        Matcher field = FIELD.matcher(message);
        if (field.matches()) {
            return new CheckerMessage("没有字段 " + field.group(1), "there is no field " + field.group(1), field.group(1));
        }
        Matcher name = NAME.matcher(message);
        if (name.matches()) {
            String shown = readable(name.group(1));
            return new CheckerMessage("没有名称或者函数 " + shown, "there is no name or function " + shown, shown);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String shown = readable(overload.group(1)) + " " + types(overload.group(2));
            return new CheckerMessage("这些类型不能运算：" + shown, "not for these types: " + shown, "");
        }
        Matcher type = TYPE.matcher(message);
        if (type.matches()) {
            return new CheckerMessage(
                    "类型应为 " + type.group(1) + "，实为 " + type.group(2),
                    "should be of type " + type.group(1) + ", is " + type.group(2),
                    "");
        }
        Matcher selection = SELECTION.matcher(message);
        if (selection.matches()) {
            return new CheckerMessage(
                    "类型 " + selection.group(1) + " 没有字段", "type " + selection.group(1) + " has no fields", "");
        }
        return new CheckerMessage("无法读懂：" + message, message, "");
    }

    /** Operators as they are written: {@code _>=_} is {@code >=}. */
    private static String readable(String function) {
        return function.replace("@", "").replaceAll("^_|_$", "").replace("_?_:_", "?:");
    }

    private static String types(String types) {
        return types.startsWith("(") ? types : "(" + types + ")";
    }
}
