package org.tongcai.compiler.rules;

import java.util.List;
import java.util.function.Consumer;
import org.tongcai.rule.Function;

/**
 * A checked expression: what is left of the language once the type checker and the restrictions of the rules have passed it. Immutable.
 * {@code at} is the offset in code points within the text of the expression.
 */
sealed interface Expr {
    /** As {@link RuleType} writes it. */
    String type();

    /** Where it stands, in code points. */
    int at();

    /** The expressions directly within. */
    default List<Expr> parts() {
        return List.of();
    }

    /** Calls {@code visitor} with this expression and all within. */
    default void visit(Consumer<Expr> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.visit(visitor));
    }

    /** A whole number ({@link Long}), a text or a truth value. */
    record Literal(String type, int at, Object value) implements Expr {}

    /** {@code doc}, {@code day}, a name of {@code each} or {@code let}, or the variable of a macro. */
    record Variable(String type, int at, String name) implements Expr {}

    /** A field of a value; with {@code test} the question whether it is there. */
    record Field(String type, int at, Expr operand, String struct, String name, boolean test) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** Another document; with {@code test} the question whether it was found. */
    record Reference(String type, int at, String name, boolean test) implements Expr {}

    /** A figure of the rule. */
    record Parameter(String type, int at, String name) implements Expr {}

    /** A figure that differs by place and year. */
    record Limit(String type, int at, String id) implements Expr {}

    /** A decimal or a day written out. */
    record Exact(String type, int at, String text) implements Expr {}

    /** A list written out. */
    record Items(String type, int at, List<Expr> items) implements Expr {
        @Override
        public List<Expr> parts() {
            return items;
        }
    }

    /** {@code &&}, {@code ||}, {@code !}, {@code ?}: operators that may not need all their operands. */
    record Logic(String type, int at, String operator, List<Expr> operands) implements Expr {
        @Override
        public List<Expr> parts() {
            return operands;
        }
    }

    /** An operator or function. */
    record Call(String type, int at, Function function, List<Expr> arguments) implements Expr {
        @Override
        public List<Expr> parts() {
            return arguments;
        }
    }

    /** {@code all}, {@code exists}, {@code exists_one}, {@code filter} or {@code map} of a list. */
    record Macro(String type, int at, String kind, String variable, Expr range, Expr body) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(range, body);
        }
    }
}
