package org.tongcai.identifier;

import java.io.Serial;

/** Thrown by the {@code parse} methods for a text that is not a valid identifier. Carries the {@link #problem()}. */
public final class IdentifierException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final IdentifierProblem problem;

    IdentifierException(IdentifierProblem problem) {
        super(problem.kind() + ": " + problem.messageEn() + "（" + problem.messageZh() + "）");
        this.problem = problem;
    }

    /** What is wrong with the text. */
    public IdentifierProblem problem() {
        return problem;
    }
}
