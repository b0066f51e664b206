package org.tongcai.client;

import java.io.IOException;

/** An answer that does not hold together; repeated like one that never came. */
final class BrokenAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenAnswerException(String message) {
        super(message);
    }
}
