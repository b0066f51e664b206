package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What uses a thing, grouped by type. */
final class UserList {
    private UserList() {}

    /** Paths {@code Type} or {@code Type.property} as links. */
    static void write(Html html, Dictionary dictionary, List<String> paths, String root) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (String path : paths) {
            int dot = path.indexOf('.');
            byType.computeIfAbsent(dot < 0 ? path : path.substring(0, dot), key -> new ArrayList<>())
                    .add(path);
        }
        html.open("dl", "class", "users");
        byType.forEach((type, users) -> {
            html.open("dt")
                    .open("a", "href", root + dictionary.page(type))
                    .both(dictionary.title(type))
                    .close()
                    .close();
            html.open("dd");
            for (String user : users) {
                if (!user.equals(type)) {
                    html.open("a", "href", root + dictionary.href(user))
                            .both(dictionary.title(user))
                            .close()
                            .text(" ")
                            .element("code", user.substring(type.length() + 1))
                            .text(" ");
                }
            }
            html.close().line();
        });
        html.close();
    }
}
