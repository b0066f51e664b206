package org.tongcai.exchange;

import java.util.Locale;
import org.tongcai.Bilingual;

/** Why a package is refused. The codes are stable; they stand in receipts as {@code package.<code>}. */
public enum RefusalReason {
    /** Nothing in it says that it is a package. */
    NOT_A_PACKAGE("MANIFEST", "不是交换包", "this is not an exchange package"),
    /** A zip archive that is not laid out byte by byte as the standard says. */
    CONTAINER_WRONG("DIGEST", "压缩包的格式与规定不符", "the zip archive is not laid out as prescribed"),
    /** It ends too early. */
    TRUNCATED("DIGEST", "交换包不完整，提前结束", "the package is cut off"),
    /** A name that leaves the package, or is not of the allowed form. */
    PATH_NOT_ALLOWED("PATH", "文件路径不合规定", "a path is not allowed"),
    /** A symbolic link or another thing that is no file. */
    LINK("PATH", "含有链接或者不是普通文件", "it holds a link, or something that is no plain file"),
    /** Two names that are one on some file system. */
    DUPLICATE_NAME("PATH", "文件重名（不区分大小写）", "two files have one name (case ignored)"),
    /** More files than allowed. */
    TOO_MANY_FILES("MANIFEST", "文件数超过上限", "more files than allowed"),
    /** More bytes than allowed. */
    TOO_LARGE("MANIFEST", "大小超过上限", "larger than allowed"),
    /** Compressed data that grows beyond measure. */
    RATIO("MANIFEST", "压缩比超过上限", "compressed more tightly than allowed"),
    /** A file that no manifest lists. */
    FILE_UNLISTED("MANIFEST", "文件不在清单中", "a file is not listed"),
    /** A file that is listed and not there. */
    FILE_MISSING("MANIFEST", "清单所列的文件缺失", "a listed file is missing"),
    /** The bytes of a file are not those that the manifest states. */
    DIGEST_MISMATCH("DIGEST", "文件的摘要与清单不符", "the digest of a file is not the one listed"),
    /** Count or size of the payload are not those stated. */
    OXUM_MISMATCH("DIGEST", "文件数或者字节数与 Payload-Oxum 不符", "count or size of the files differ from Payload-Oxum"),
    /** Digests of an algorithm that is not known here. */
    ALGORITHM_UNKNOWN("DIGEST", "摘要或者签名算法不支持", "the digest or signature algorithm is not supported"),
    /** A tag file that is not written as the standard says. */
    TAG_FILE_WRONG("MANIFEST", "标签文件的写法不合规定", "a tag file is not written as prescribed"),
    /** The signature is not that of the key over this package. */
    SIGNATURE_WRONG("SIGNATURE", "签名不符", "the signature is wrong"),
    /** The key that signed is not known. */
    KEY_UNKNOWN("SIGNATURE", "签名密钥未登记", "the key that signed is not known"),
    /** The key that signed was not valid when it did. */
    KEY_EXPIRED("CERTIFICATE", "签名密钥不在有效期内", "the key that signed was not valid at that time"),
    /** The key belongs to somebody else. */
    KEY_OF_ANOTHER("AUTHORITY", "签名密钥不属于发送方", "the key that signed is not the sender's"),
    /** It is addressed to somebody else. */
    WRONG_RECEIVER("AUTHORITY", "交换包不是发给本接收方的", "the package is addressed to another receiver"),
    /** Packages before it have not been imported. */
    SEQUENCE_GAP("SEQUENCE", "前面的交换包尚未导入", "packages before this one have not been imported"),
    /** Another package of this number was imported. */
    REPLAY("REPLAY", "同一序号已导入过内容不同的交换包", "another package of this number was imported"),
    /** It does not continue the one before. */
    CHAIN_BROKEN("SEQUENCE", "与上一个交换包不相衔接", "it does not continue the package before it"),
    /** A part of a divided batch is missing. */
    PART_MISSING("SEQUENCE", "分包缺失或者次序不对", "a part is missing or out of order"),
    /** The batch manifest is no valid document. */
    MANIFEST_INVALID("MANIFEST", "批次清单不合标准", "the batch manifest is not valid"),
    /** The batch manifest and the content differ. */
    MANIFEST_MISMATCH("MANIFEST", "批次清单与内容不符", "the batch manifest does not match the content"),
    /** It is encrypted and no key was given. */
    KEY_MISSING("DECRYPTION", "交换包已加密，需要解密密钥", "the package is encrypted; a key is needed"),
    /** The key is wrong, or the encrypted bytes have been altered. */
    DECRYPTION_FAILED("DECRYPTION", "解密失败：密钥不对或者内容被改动", "it cannot be decrypted: wrong key or altered content");

    private final String check;
    private final Bilingual text;

    RefusalReason(String check, String zh, String en) {
        this.check = check;
        this.text = new Bilingual(zh, en);
    }

    /** The stable code, such as {@code digest-mismatch}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The integrity check that fails, a code of the code list {@code integrity-check-kind}. */
    public String check() {
        return check;
    }

    /** What it means, without details. */
    public Bilingual text() {
        return text;
    }
}
