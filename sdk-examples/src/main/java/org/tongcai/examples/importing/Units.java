package org.tongcai.examples.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongcai.bundle.CodeList;

/** From the name of a code (台) to the code (SET_MACHINE), as a table needs it. */
public final class Units {
    private Units() {}

    /** Names of a list's codes in force on a day; a code itself is accepted, too. */
    public static Function<String, Optional<String>> of(CodeList list, LocalDate day) {
        Map<String, String> codes = new HashMap<>();
        for (CodeList.Entry entry : list.entries()) {
            if (entry.inForce(day)) {
                codes.put(entry.name().zh(), entry.code());
                codes.put(entry.code(), entry.code());
            }
        }
        return name -> Optional.ofNullable(codes.get(name));
    }
}
