package org.tongcai.identifier;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of identifiers, for code that knows one only by its name (the schemas bind fields to {@link #id()}).
 *
 * <p>Immutable and thread-safe. {@link #isValid(char[], int, int)} is the hot path: no allocation, no regular
 * expression, no exception. All methods judge the text as it is; call {@link #normalise} first for typed-in text.
 */
public enum IdentifierKind {
    /** 18 characters, check character modulo 31. */
    CREDIT_CODE("统一社会信用代码", "unified social credit code", "GB 32100-2015", false, new CreditCodeScheme()),
    /** 8 characters and a check character modulo 11. */
    ORGANIZATION_CODE("组织机构代码", "organisation code", "GB 11714-1997", false, new OrganizationCodeScheme()),
    /** 18 characters with a birth date, check character modulo 11. */
    RESIDENT_ID("公民身份号码", "resident identity number", "GB 11643-1999", true, new ResidentIdScheme()),
    /** 36 characters, 40 with hyphens, check character MOD 37-2 of ISO/IEC 7064. */
    TRANSACTION_CODE("统一交易标识码", "unified transaction code", "公共资源交易平台系统数据规范（V2.0）", false, new TransactionCodeScheme()),
    /** 6 digits: province, prefecture, county. */
    REGION_CODE("行政区划代码", "administrative division code", "GB/T 2260-2007", false, new RegionCodeScheme()),
    /** A letter, or a letter and 8 digits. */
    CATALOGUE_CODE("政府采购品目编码", "procurement catalogue code", "财库〔2022〕31号", false, new CatalogueCodeScheme()),
    /** At most 254 characters, 64 of them before the "@". */
    EMAIL("电子邮箱", "e-mail address", "RFC 5321", true, new EmailAddressScheme()),
    /** Mobile, landline, 400 and 800 numbers. */
    PHONE("电话号码", "telephone number", null, true, new PhoneNumberScheme()),
    /** 6 digits. */
    POST_CODE("邮政编码", "post code", null, false, DigitScheme.postCode()),
    /** 8 to 32 digits. */
    BANK_ACCOUNT("银行账号", "bank account number", null, true, DigitScheme.bankAccount()),
    /** 20 digits, or 8 digits with or without a code of 10 or 12. */
    INVOICE_NUMBER("发票号码", "invoice number", "国家税务总局公告2024年第11号", false, new InvoiceNumberScheme());

    private static final Map<String, IdentifierKind> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(IdentifierKind::id, Function.identity()));

    private final String zh;
    private final String en;
    private final @Nullable String standard;
    private final boolean personal;
    /** Schemes hold nothing that changes, which Error Prone cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Scheme scheme;

    IdentifierKind(String zh, String en, @Nullable String standard, boolean personal, Scheme scheme) {
        this.zh = zh;
        this.en = en;
        this.standard = standard;
        this.personal = personal;
        this.scheme = scheme;
    }

    /** The kind with this {@link #id()}, or null. */
    public static @Nullable IdentifierKind of(String id) {
        return BY_ID.get(id);
    }

    /** The name that schemas and findings use, such as {@code creditCode}. */
    public String id() {
        return scheme.id();
    }

    /** Title in Chinese. */
    public String zh() {
        return zh;
    }

    /** Title in English. */
    public String en() {
        return en;
    }

    /** The document that defines the kind, such as {@code GB 32100-2015}; null where no published one gives the form. */
    public @Nullable String standard() {
        return standard;
    }

    /** Whether the identifier is personal data, to be shown through {@link #mask} only. */
    public boolean personal() {
        return personal;
    }

    /**
     * Whether {@code length} characters from {@code offset} are a valid identifier. Allocates nothing. The range must lie
     * inside {@code text}; it is not checked beforehand.
     */
    public boolean isValid(char[] text, int offset, int length) {
        return scheme.isValid(text, offset, length);
    }

    /** Whether the text is a valid identifier. */
    public boolean isValid(CharSequence text) {
        return scheme.isValid(text);
    }

    /** The first problem of the text, or null if it is a valid identifier. */
    public @Nullable IdentifierProblem check(CharSequence text) {
        return scheme.check(text);
    }

    /**
     * The text without what typing and word processors add: blanks, full-width forms, lower case (where letters are
     * upper case), and odd dashes. The result may still be invalid; nothing is ever guessed.
     */
    public String normalise(String text) {
        return scheme.normalise(text);
    }

    /** The text with its personal part hidden, valid or not; the text itself for kinds that are not personal. */
    public String mask(String text) {
        return scheme.mask(text);
    }

    String require(String text) {
        return scheme.require(text);
    }
}
