package org.example.notices;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.tongcai.DocumentReport;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.binding.Model;

/**
 * Answers {@code application/problem+json} (RFC 9457) with the findings, whichever way a document turned out to be wrong. All other mistakes
 * of a request (method, media type …) get Spring's own problem.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final URI REJECTED = URI.create("https://zfcg.example.org/problems/document-rejected");
    private static final URI UNDETERMINED = URI.create("https://zfcg.example.org/problems/document-undetermined");

    private final Standard standard;

    ProblemAdvice(Standard standard) {
        this.standard = standard;
    }

    /** Judged by the standard and not accepted. */
    @ExceptionHandler
    ProblemDetail rejected(RejectedException rejection) {
        return problem(rejection.report());
    }

    /**
     * Refused by Jakarta Validation. Its violations are findings of the standard, too: asking the standard gives all of them at once, with
     * rule id, pointer, both languages and the law.
     */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (invalid.getBindingResult().getTarget() instanceof Model document) {
            DocumentReport report = standard.validate(document);
            if (!report.accepted()) {
                return handleExceptionInternal(invalid, problem(report), headers, status, request);
            }
        }
        return super.handleMethodArgumentNotValid(invalid, headers, status, request);
    }

    /** Not even readable for the host's mapper: the standard says why, and where. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getHttpInputMessage() instanceof Body body) {
            DocumentReport report = standard.validate(body.bytes());
            if (!report.accepted()) {
                return handleExceptionInternal(unreadable, problem(report), headers, status, request);
            }
        }
        return super.handleHttpMessageNotReadable(unreadable, headers, status, request);
    }

    private ProblemDetail problem(DocumentReport report) {
        boolean rejected = report.verdict() == Verdict.REJECTED;
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setType(rejected ? REJECTED : UNDETERMINED);
        problem.setTitle(
                rejected
                        ? "单据不符合标准 · The document does not conform to the standard"
                        : "单据无法判定 · The document could not be judged");
        long errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        long others = report.findings().size() - errors;
        problem.setDetail(
                "错误 %d 处，提示 %d 处 · errors: %d, warnings and hints: %d".formatted(errors, others, errors, others));
        problem.setProperty("standard", standard.name());
        problem.setProperty("verdict", report.verdict());
        problem.setProperty("findings", Issue.all(report));
        return problem;
    }
}
