package org.tongcai.cli;

/** Exit codes: a script tells bad data from bad usage from a bad machine. */
final class Exit {
    /** Everything was accepted. */
    static final int ACCEPTED = 0;
    /** Something was rejected, or could not be judged. */
    static final int REJECTED = 1;
    /** The command was not used as it should be. */
    static final int USAGE = 2;
    /** The system failed: an unreadable file, a full disk, a damaged installation. */
    static final int FAILURE = 3;

    private Exit() {}
}
