package org.tongcai.sandbox.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registers that may be asked: of which documents each consists, and where these say whom they are about. */
public final class Registers {
    private static final Map<String, Register> ALL = new LinkedHashMap<>();

    static {
        add("agencies", "agencyProfile", "/agency");
        add("suppliers", "organization", "");
        add("admissions", "supplierAdmission", "/supplier");
        add("qualifications", "qualification", "/holder");
        add("misconduct", "misconductRecord", "/subject");
        add("platforms", "platformRegistration", "/registered");
        add("product-certificates", "productCertificate", "/holder");
    }

    private Registers() {}

    /** A register. */
    record Register(String documentType, String subject) {}

    private static void add(String name, String documentType, String subject) {
        ALL.put(name, new Register(documentType, subject));
    }

    /** The document type of a register; null where there is no such register. */
    public static @Nullable String documentType(String register) {
        Register found = ALL.get(register);
        return found == null ? null : found.documentType();
    }

    /** Where a document of a register says whom it is about; null for documents of no register. */
    static @Nullable String subject(String documentType) {
        for (Register register : ALL.values()) {
            if (register.documentType().equals(documentType)) {
                return register.subject();
            }
        }
        return null;
    }
}
