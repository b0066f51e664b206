package org.tongcai.examples;

import java.time.LocalDate;
import java.util.List;
import org.tongcai.Standard;
import org.tongcai.bundle.CodeList;

/** Look codes up as of a date: codes come into force, expire and are replaced, and old documents are judged by the codes of their day. */
public final class LookUpCodes {
    private LookUpCodes() {}

    /** No arguments. */
    public static void main(String[] args) {
        Standard standard = Standard.load();

        // What may stand in procurementMethod today? (For a drop-down list, for instance.)
        for (CodeList.Entry method : inForce(standard, "procurement-method", LocalDate.of(2026, 3, 2))) {
            System.out.println(method.code() + " " + method.name().zh() + " / "
                    + method.name().en());
        }

        // The same list as it was before framework agreements existed.
        System.out.println(inForce(standard, "procurement-method", LocalDate.of(2020, 1, 1))
                        .size() + " in 2020");

        // A district that was merged: in force until 2010, then replaced.
        standard.bundle().codeList("region").entries().stream()
                .filter(e -> e.code().equals("110103"))
                .forEach(e -> System.out.println(e.name().zh() + " until " + e.validTo() + ", then " + e.replacedBy()));

        // From a name to its code, as an importer needs it.
        standard.bundle().codeList("unit-of-measure").entries().stream()
                .filter(e -> e.name().zh().equals("台"))
                .forEach(e -> System.out.println("台 = " + e.code()));
    }

    private static List<CodeList.Entry> inForce(Standard standard, String list, LocalDate day) {
        return standard.bundle().codeList(list).entries().stream()
                .filter(e -> e.inForce(day))
                .toList();
    }
}
