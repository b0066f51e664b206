package org.example.notices;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A client of the host: it sends texts and gets texts, so that no mapper of its own hides what the host did. */
record Host(int port) {
    static final String JSON = "application/json";
    static final String XML = "application/xml";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> post(String path, String mediaType, String body) throws IOException, InterruptedException {
        return post(path, mediaType, body, "*/*");
    }

    HttpResponse<String> post(String path, String mediaType, String body, String wanted)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", mediaType)
                .header("Accept", wanted)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Maps and lists, where the order of members does not count. */
    static Object tree(String json) {
        return JsonPath.parse(json).json();
    }

    /** {@code ruleId pointer} of each finding of a problem or receipt; the whole document has an empty pointer. */
    static List<String> findings(HttpResponse<String> answer) {
        return findings(answer, "$.findings[*]");
    }

    /** The same, without what does not reject a document. */
    static List<String> errors(HttpResponse<String> answer) {
        return findings(answer, "$.findings[?(@.severity == 'ERROR')]");
    }

    private static List<String> findings(HttpResponse<String> answer, String which) {
        DocumentContext problem = JsonPath.parse(answer.body());
        List<String> ids = problem.read(which + ".ruleId");
        List<String> pointers = problem.read(which + ".pointer");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            found.add((ids.get(i) + " " + pointers.get(i)).trim());
        }
        return found;
    }

    static <T> T read(HttpResponse<String> answer, String path) {
        return JsonPath.parse(answer.body()).read(path);
    }
}
