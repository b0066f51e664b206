package org.tongcai.compiler.rules.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongcai.compiler.rules.CheckedTrees;
import org.tongcai.rule.Function;

/** Expressions of a wanted type over the documents of one type, as nobody would write them; only fields that the evaluator notes. */
final class ExpressionGenerator {
    private static final List<String> TYPES = List.of("bool", "int", "string", "decimal", "date", "datetime");

    private final CheckedTrees trees;
    private final Map<String, List<String>> slots;
    private final Random random;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private int names;

    ExpressionGenerator(CheckedTrees trees, Map<String, List<String>> slots, String root, Random random) {
        this.trees = trees;
        this.slots = slots;
        this.random = random;
        variables.put("doc", root);
    }

    /** An expression of some type. */
    String any() {
        String type = pick(TYPES);
        return of(random.nextInt(4) == 0 ? "list(" + type + ")" : type, 4);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String of(String type, int depth) {
        int dice = random.nextInt(10);
        if (depth <= 0 || dice < 3) {
            String path = dice < 8 ? path(type) : null;
            return path != null ? path : literal(type);
        }
        if (type.startsWith("list(")) {
            return list(type, depth);
        }
        if (dice == 3) {
            return "(" + of("bool", depth - 1) + " ? " + of(type, depth - 1) + " : " + of(type, depth - 1) + ")";
        }
        if (type.equals("bool") && dice < 8) {
            return bool(depth);
        }
        return call(type, depth);
    }

    private String bool(int depth) {
        switch (random.nextInt(6)) {
            case 0:
                return "(" + of("bool", depth - 1) + " && " + of("bool", depth - 1) + ")";
            case 1:
                return "(" + of("bool", depth - 1) + " || " + of("bool", depth - 1) + ")";
            case 2:
                return "!" + "(" + of("bool", depth - 1) + ")";
            case 3: {
                String path = path(pick(TYPES));
                return path == null || !path.contains(".") ? "true" : "has(" + path + ")";
            }
            case 4: {
                String type = pick(TYPES);
                return "(" + of(type, depth - 1) + (random.nextBoolean() ? " == " : " != ") + of(type, depth - 1) + ")";
            }
            default:
                return macro(pick(List.of("all", "exists", "exists_one")), "bool", depth);
        }
    }

    private String list(String type, int depth) {
        String item = type.substring(5, type.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> macro("map", item, depth);
            case 1 -> {
                String name = "x" + names++;
                String range = of(type, depth - 1);
                variables.put(name, item);
                String body = of("bool", depth - 1);
                variables.remove(name);
                yield range + ".filter(" + name + ", " + body + ")";
            }
            case 2 -> "(" + of(type, depth - 1) + " + " + of(type, depth - 1) + ")";
            default -> "[" + of(item, depth - 1) + ", " + of(item, depth - 1) + "]";
        };
    }

    /** A macro over a list of objects of the document, or of values. */
    private String macro(String kind, String bodyType, int depth) {
        List<String> ranges = new ArrayList<>();
        variables.forEach((name, type) -> objects(name, type, 2, ranges));
        String item;
        String range;
        if (ranges.isEmpty() || random.nextInt(4) == 0) {
            item = pick(TYPES);
            range = of("list(" + item + ")", depth - 1);
        } else {
            String[] picked = pick(ranges).split(" ");
            range = picked[0];
            item = picked[1];
        }
        String name = "x" + names++;
        variables.put(name, item);
        String body = of(bodyType, depth - 1);
        variables.remove(name);
        return range + "." + kind + "(" + name + ", " + body + ")";
    }

    private void objects(String path, String type, int depth, List<String> found) {
        trees.fields(type).forEach((field, fieldType) -> {
            if (slots.getOrDefault(type, List.of()).contains(field)) {
                if (fieldType.startsWith("list(") && Character.isUpperCase(fieldType.charAt(5))) {
                    found.add(path + "." + field + " " + fieldType.substring(5, fieldType.length() - 1));
                } else if (depth > 0 && Character.isUpperCase(fieldType.charAt(0))) {
                    objects(path + "." + field, fieldType, depth - 1, found);
                }
            }
        });
    }

    private String call(String type, int depth) {
        List<Function> fitting = new ArrayList<>();
        for (Function function : Function.values()) {
            boolean plain = function.arguments().stream().allMatch(a -> !a.contains("T"));
            if (function.result().equals(type) && plain && !takesLiterals(function)) {
                fitting.add(function);
            }
        }
        if (fitting.isEmpty()) {
            return literal(type);
        }
        Function function = pick(fitting);
        List<String> arguments = new ArrayList<>();
        for (String argument : function.arguments()) {
            arguments.add(of(argument, depth - 1));
        }
        String symbol = function.symbol();
        if (symbol.equals("-_")) {
            return "-(" + arguments.get(0) + ")";
        } else if (symbol.startsWith("_")) {
            return "(" + arguments.get(0) + " " + symbol.replace("_", "") + " " + arguments.get(1) + ")";
        } else if (function.isMember()) {
            return arguments.get(0) + "." + symbol + "(" + String.join(", ", arguments.subList(1, arguments.size()))
                    + ")";
        }
        return symbol + "(" + String.join(", ", arguments) + ")";
    }

    /** Functions whose texts are ids or written in a form of their own, and those whose steps an oracle would count one by one. */
    private static boolean takesLiterals(Function function) {
        return switch (function) {
            case DEC, DATE, IN_LIST, IS_LEAF, WITHIN, NAME_OF, WORDING, PLUS_WORKDAYS, ENTERPRISE_SIZE -> true;
            default -> false;
        };
    }

    private String path(String wanted) {
        List<String> found = new ArrayList<>();
        variables.forEach((name, type) -> paths(name, type, wanted, 3, found));
        return found.isEmpty() ? null : pick(found);
    }

    private void paths(String path, String type, String wanted, int depth, List<String> found) {
        if (type.equals(wanted)) {
            found.add(path);
        } else if (depth > 0 && Character.isUpperCase(type.charAt(0))) {
            trees.fields(type).forEach((field, fieldType) -> {
                if (slots.getOrDefault(type, List.of()).contains(field)) {
                    paths(path + "." + field, fieldType, wanted, depth - 1, found);
                }
            });
        }
    }

    private String literal(String type) {
        return switch (type) {
            case "bool" -> String.valueOf(random.nextBoolean());
            case "int" -> pick(List.of("0", "1", "2", "7", "-3", "100", "9223372036854775807"));
            case "string" -> pick(List.of("''", "'公开'", "'GOODS'", "'A'", "'元整'", "'𠮷'", "'OPEN_TENDER'"));
            case "decimal" ->
                "dec('" + pick(List.of("0", "0.02", "1440000.00", "-7.5", "3", "99999999999999999999.99")) + "')";
            case "date" -> "date('" + pick(List.of("2026-02-28", "2025-10-01", "2024-02-29", "2026-03-20")) + "')";
            case "datetime" -> "doc.header.issuedAt";
            default -> "[" + literal(type.substring(5, type.length() - 1)) + "]";
        };
    }
}
