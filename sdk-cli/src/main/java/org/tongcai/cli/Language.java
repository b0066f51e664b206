package org.tongcai.cli;

import java.util.Locale;
import java.util.Map;

/** The language that the user wants: Chinese or English. */
final class Language {
    private Language() {}

    /** {@code --lang} where it is given, else {@code TONGCAI_LANG}, else the locale of the environment (POSIX order), else English. */
    static Locale of(String[] arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return of(arguments[i].substring(7));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return of(arguments[i + 1]);
            }
        }
        for (String name : new String[] {"TONGCAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return of(value);
            }
        }
        return Locale.ENGLISH;
    }

    private static Locale of(String name) {
        return name.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
