package org.tongcai.compiler.models;

import com.sun.codemodel.JJavaName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.CodeList;
import org.tongcai.compiler.spec.SpecCodeList;

/** Java names for code lists and codes. */
final class JavaNames {
    /** Longer English names make no good constants. */
    private static final int LONGEST = 48;

    /** Names that a source file of ours or of a user sees anyway: of java.lang, and well-known ones of java.util and java.time. */
    private static final Set<String> TAKEN =
            Set.of(("Boolean Character Class Collection Currency Date Deprecated Double Enum Error Integer"
                            + " Iterable List LocalDate Locale Long Map Math Module Number Object Objects Optional Override Package Pattern Period"
                            + " Process Record Runtime Set Short Size String StringJoiner System Thread Valid Void YearMonth")
                    .split(" "));

    private JavaNames() {}

    /**
     * Class names of the code lists {@code ids}, by id: {@code procurement-method} is {@code ProcurementMethod}. Where a type of the standard or
     * the Java language has that name already: {@code ProcurementMethodCode}.
     */
    static Map<String, String> classes(Collection<String> ids, Set<String> types) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>(types);
        for (String id : ids) {
            String name = SpecCodeList.className(id);
            String unique = used.contains(name) || TAKEN.contains(name) ? name + "Code" : name;
            if (!used.add(unique)) {
                throw new ModelException("Two classes would be called " + unique + "; rename the code list " + id);
            }
            names.put(id, unique);
        }
        return names;
    }

    /**
     * Constant names of the codes, by code, in the order of the list. A code that is a good Java name is its own constant ({@code OPEN_TENDER});
     * an official number is named by its English meaning ({@code OPEN_TENDER} for {@code 1}), or {@code CODE_1} where that is no good name. The
     * first of two codes with one name keeps it, so that a code added later renames nothing.
     */
    static Map<String, String> constants(List<CodeList.Entry> entries) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        for (CodeList.Entry entry : entries) {
            if (names.containsKey(entry.code())) {
                continue;
            }
            String name = constant(entry);
            if (used.contains(name)) {
                name = name + "_" + words(entry.code());
            }
            if (!used.add(name)) {
                throw new ModelException("No constant name for the code " + entry.code());
            }
            names.put(entry.code(), name);
        }
        return names;
    }

    private static String constant(CodeList.Entry entry) {
        String code = words(entry.code());
        if (isConstant(code)) {
            return code;
        }
        String meaning = words(entry.name().en());
        return isConstant(meaning) && meaning.length() <= LONGEST ? meaning : "CODE_" + code;
    }

    private static boolean isConstant(String name) {
        return !name.isEmpty() && Character.isLetter(name.charAt(0)) && JJavaName.isJavaIdentifier(name);
    }

    /** Letters and digits in upper case, words joined by an underscore. Camel case is cut. */
    private static String words(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
    }
}
