package org.tongcai.input;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind data whose length was not known when it was written (APPNOTE 4.3.9). It comes with or without a signature, with
 * lengths of four or eight bytes, and nothing says which.
 *
 * @param length bytes of the descriptor itself
 */
record ZipDescriptor(int length, long checksum, long compressed, long size) {
    /** Signature or not, lengths of eight bytes or four; the usual ones first. */
    private static final int[][] FORMS = {{4, 4}, {4, 8}, {0, 4}, {0, 8}};

    /** The one with a signature at the position that states such a length of the data; null for none. */
    static @Nullable ZipDescriptor signed(ZipBytes in, long compressed) {
        for (int form = 0; form < 2; form++) {
            ZipDescriptor found = read(in, FORMS[form]);
            if (found != null && found.compressed == compressed && found.isFollowed(in)) {
                return found;
            }
        }
        return null;
    }

    /**
     * The one at the position, behind data that was read: one that states what is true; else one that something follows that archives
     * are made of.
     *
     * @throws ZipDamage where there is none, so that nobody knows where the next entry begins
     */
    static ZipDescriptor behind(ZipBytes in, long compressed, long size, long checksum) throws ZipDamage {
        ZipDescriptor followed = null;
        for (int[] form : FORMS) {
            ZipDescriptor found = read(in, form);
            if (found == null) {
                continue;
            }
            if (found.compressed == compressed && found.size == size && found.checksum == checksum) {
                return found;
            }
            if (followed == null && found.isFollowed(in)) {
                followed = found;
            }
        }
        if (followed == null) {
            throw in.available() < FORMS[0][0] + 12
                    ? ZipDamage.cutOff()
                    : ZipDamage.ofArchive("zip 压缩包损坏：数据描述符有误", "the zip archive is damaged: wrong data descriptor");
        }
        return followed;
    }

    private static @Nullable ZipDescriptor read(ZipBytes in, int[] form) {
        int at = form[0];
        int width = form[1];
        int length = at + 4 + 2 * width;
        if (in.available() < length || at > 0 && in.u32(0) != ZipRecord.DESCRIPTOR) {
            return null;
        }
        long compressed = width == 4 ? in.u32(at + 4) : in.u64(at + 4);
        long size = width == 4 ? in.u32(at + 8) : in.u64(at + 12);
        return new ZipDescriptor(length, in.u32(at), compressed, size);
    }

    private boolean isFollowed(ZipBytes in) {
        return in.available() >= length + 4 && ZipRecord.isSignature(in.u32(length));
    }
}
