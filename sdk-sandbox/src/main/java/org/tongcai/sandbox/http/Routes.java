package org.tongcai.sandbox.http;

import java.util.List;
import java.util.stream.Collectors;

/** Which methods the paths have. Immutable. */
final class Routes {
    private record Route(List<String> segments, String method) {}

    private final List<Route> routes;

    /**
     * @param basePath what all paths begin with
     */
    Routes(String basePath, List<Operation> operations) {
        routes = operations.stream()
                .map(o -> new Route(segments(basePath + o.path()), o.method().name()))
                .toList();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** What {@code Allow} says of a path (RFC 9110 section 10.2.1); "" for a path that has nothing. */
    String allow(String path) {
        List<String> given = path.startsWith("/") ? segments(path) : List.of();
        return routes.stream()
                .filter(route -> fits(route.segments(), given))
                .map(Route::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean fits(List<String> template, List<String> given) {
        if (template.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            boolean parameter = template.get(i).startsWith("{");
            if (parameter ? given.get(i).isEmpty() : !template.get(i).equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }
}
