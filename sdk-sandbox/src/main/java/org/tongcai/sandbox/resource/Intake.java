package org.tongcai.sandbox.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tongcai.Verdict;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.submission.Announcer;
import org.tongcai.sandbox.submission.Expected;
import org.tongcai.sandbox.submission.Outcome;
import org.tongcai.sandbox.submission.Scan;
import org.tongcai.sandbox.submission.Session;

/** Takes documents: one, or a batch. Thread-safe. */
public final class Intake {
    private static final String JSON = "application/json";
    private static final String XML = "application/xml";
    private static final String LINES = "application/x-ndjson";

    private final Platform platform;

    public Intake(Platform platform) {
        this.platform = platform;
    }

    /** Works with a session and sees to what comes after it. */
    private <T> T session(Exchange x, Handle h, java.util.function.Function<Session, T> work) {
        Announcer announcer =
                new Announcer(h, x.caller().tenantId(), platform.url().get());
        Session session = new Session(h, platform.judge(), x.caller(), announcer);
        T result = work.apply(session);
        session.finish();
        if (announcer.anything()) {
            long tenant = x.caller().tenantId();
            x.afterCommit(() -> platform.waiters().wake(tenant));
            x.afterCommit(platform.delivery());
        }
        return result;
    }

    /** Takes one document. What is refused leaves a receipt behind. */
    public Response single(Exchange x, Handle h, Expected expected) {
        String mediaType = x.mediaType();
        if (!mediaType.equals(JSON) && !mediaType.equals(XML)) {
            throw new ProblemException("unsupported-media-type", "documents are application/json or application/xml");
        }
        byte[] body = x.body();
        if (body.length == 0) {
            throw new ProblemException("malformed-request", "there is no document");
        }
        boolean xml = mediaType.equals(XML);
        if (isXml(body) != xml) {
            throw new ProblemException("unsupported-media-type", "the document is not what Content-Type says");
        }
        Scan scan = platform.judge().scan(body, xml);
        Outcome outcome = session(x, h, session -> session.submit(body, mediaType, scan, expected));
        ProblemException problem = outcome.problem();
        if (problem != null) {
            return platform.problems().response(problem, x.requestId(), x.english());
        }
        Response response = Response.json(outcome.duplicate() ? 200 : 201, outcome.result());
        return outcome.duplicate()
                ? response
                : response.header("Location", platform.options().basePath() + outcome.location());
    }

    private static boolean isXml(byte[] body) {
        int at = body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }

    /** One line of a batch. */
    private record Line(int number, byte[] content, Scan scan) {}

    /** Takes a batch: each line by itself, all in one transaction. */
    public Response batch(Exchange x, Handle h) {
        if (!x.mediaType().equals(LINES)) {
            throw new ProblemException("unsupported-media-type", "a batch is " + LINES);
        }
        List<Line> lines = lines(x.body());
        List<Outcome> outcomes = session(x, h, session -> {
            session.prepare(lines.stream().map(Line::scan).toList());
            List<Outcome> all = new ArrayList<>(lines.size());
            for (Line line : lines) {
                all.add(session.submit(line.content(), JSON, line.scan(), Expected.ANYTHING));
            }
            return all;
        });
        return Response.json(200, result(lines, outcomes, x.english()));
    }

    private List<Line> lines(byte[] body) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < body.length; ) {
            int to = from;
            while (to < body.length && body[to] != '\n') {
                to++;
            }
            number++;
            int end = to > from && body[to - 1] == '\r' ? to - 1 : to;
            if (!isBlank(body, from, end)) {
                if (lines.size() == platform.options().limits().batchDocuments()) {
                    throw new ProblemException(
                            "batch-too-large", "more than " + lines.size() + " documents are not taken");
                }
                byte[] content = Arrays.copyOfRange(body, from, end);
                lines.add(new Line(number, content, platform.judge().scan(content, false)));
            }
            from = to + 1;
        }
        if (lines.isEmpty()) {
            throw new ProblemException("malformed-request", "there is no document in the batch");
        }
        return lines;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) {
            if (body[i] != ' ' && body[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> result(List<Line> lines, List<Outcome> outcomes, boolean english) {
        List<Object> results = new ArrayList<>(lines.size());
        int[] figures = new int[5];
        for (int i = 0; i < lines.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Map<String, Object> result = outcome.result();
            result.put("line", lines.get(i).number());
            ProblemException problem = outcome.problem();
            if (problem != null) {
                result.put(
                        "problem",
                        platform.problems().brief(problem.code(), String.valueOf(problem.getMessage()), english));
            }
            results.add(result);
            figures[figure(outcome)]++;
        }
        return Json.object(
                "results", results,
                "accepted", figures[0],
                "rejected", figures[1],
                "undetermined", figures[2],
                "duplicates", figures[3],
                "conflicts", figures[4]);
    }

    private static int figure(Outcome outcome) {
        if (outcome.duplicate()) {
            return 3;
        }
        if (outcome.state().equals("CONFLICT") || outcome.state().equals("SUPERSEDED")) {
            return 4;
        }
        return outcome.problem() == null ? 0 : outcome.verdict() == Verdict.REJECTED ? 1 : 2;
    }
}
