package org.tongcai.exchange;

/**
 * Bounds on what is taken from a package. Immutable.
 *
 * @param files number of files, tag files not counted
 * @param fileBytes size of one file
 * @param totalBytes size of all files together
 * @param inflatedBytes size of all compressed documents together, decompressed
 * @param ratio how many times larger a compressed file of documents may become
 */
public record PackageLimits(int files, long fileBytes, long totalBytes, long inflatedBytes, int ratio) {
    /** 20,000 files, 64 GiB a file, 256 GiB together, 256 GiB decompressed, 200 times. */
    public static final PackageLimits DEFAULT = new PackageLimits(20_000, 64L << 30, 256L << 30, 256L << 30, 200);

    public PackageLimits {
        if (files < 1 || fileBytes < 1 || totalBytes < 1 || inflatedBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
