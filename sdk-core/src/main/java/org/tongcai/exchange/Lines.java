package org.tongcai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tongcai.Bilingual;

/** Tag files are lines of printable ASCII, each ended by one line feed. Stateless. */
final class Lines {
    private Lines() {}

    static List<String> read(String file, byte[] bytes) throws PackageRefusedException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.US_ASCII));
                start = i + 1;
            } else if (bytes[i] < ' ' || bytes[i] == 0x7f) {
                throw wrong(file, "第 " + i + " 字节不是可见 ASCII 字符", "byte " + i + " is no printable ASCII character");
            }
        }
        if (start < bytes.length) {
            throw wrong(file, "最后一行没有以换行符结尾", "the last line does not end with a line feed");
        }
        return lines;
    }

    static PackageRefusedException wrong(String file, String zh, String en) {
        return new PackageRefusedException(RefusalReason.TAG_FILE_WRONG, file, new Bilingual(zh, en));
    }
}
