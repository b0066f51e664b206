package org.tongcai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tag files of a package, and in which order they stand. Stateless. */
final class TagFiles {
    static final String DECLARATION = "bagit.txt";
    static final String SIGNATURE = "signature.json";
    static final int COUNT = 5;
    /** No tag file other than a manifest is larger. */
    static final int MOST = 1 << 16;

    private TagFiles() {}

    static byte[] declaration() {
        return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII);
    }

    static String manifest(String algorithm) {
        return "manifest-" + bagName(algorithm) + ".txt";
    }

    static String tagManifest(String algorithm) {
        return "tagmanifest-" + bagName(algorithm) + ".txt";
    }

    /** As BagIt writes the name of an algorithm. */
    private static String bagName(String algorithm) {
        return algorithm.replace("-", "");
    }

    /** In the order of a zip archive: what is verified first stands first. */
    static List<String> order(String algorithm) {
        return List.of(DECLARATION, PackageInfo.FILE, manifest(algorithm), tagManifest(algorithm), SIGNATURE);
    }
}
