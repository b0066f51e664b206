package org.tongcai.compiler.lint;

import java.util.List;
import java.util.regex.Pattern;

/** The closed vocabularies and name shapes of the dialect. The metaschema holds the same. */
final class Words {
    static final String DIALECT = "https://tongcai.org/dialect/1";
    static final List<String> DOMAINS = List.of(
            "users",
            "qualifications",
            "permissions",
            "products",
            "plans",
            "announcements",
            "tendering",
            "contracts",
            "orders",
            "workflows",
            "supervision",
            "exchange");
    static final List<String> FORMATS = List.of("date", "date-time", "year-month", "decimal", "uri");
    static final List<String> IDENTIFIERS = List.of(
            "creditCode",
            "organizationCode",
            "residentId",
            "transactionCode",
            "regionCode",
            "catalogueCode",
            "email",
            "phone",
            "postCode",
            "bankAccount",
            "invoiceNumber");
    static final List<String> SENSITIVITIES = List.of("public", "internal", "personal", "secret");
    static final List<String> BINDINGS = List.of("required", "extensible", "preferred");
    static final Pattern TYPE_NAME = Pattern.compile("[A-Z][a-zA-Z0-9]{0,59}");
    static final Pattern PROPERTY_NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,47}");
    static final Pattern TERM_ID = Pattern.compile("GP-[0-9]{4,6}");
    static final Pattern EDITION = Pattern.compile("[0-9]{1,3}[.][0-9]{1,3}");
    static final Pattern LIST_ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern SOURCE_ID = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
    static final Pattern UNIT = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,19}");
    static final Pattern REFERENCE = Pattern.compile("(\\.\\./[a-z]+/)?[A-Z][a-zA-Z0-9]{0,59}\\.schema\\.json");
    static final Pattern NOTATION = Pattern.compile(
            "(s|an|a|n)(\\.\\.)?[1-9][0-9]{0,4}|D[1-9][0-9]?,[0-9]{1,2}|YYYY-MM-DD|YYYY-MM|datetime|bool|object|list");
    static final long LARGEST = 9_007_199_254_740_991L;

    private Words() {}
}
