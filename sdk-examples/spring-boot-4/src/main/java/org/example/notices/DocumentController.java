package org.example.notices;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_XML_VALUE;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.Verdict;

/**
 * Documents of any type as the bytes that came, JSON or XML: the way for what is signed, archived or sent on. Nothing is bound, so nothing
 * is lost, and findings name line and column.
 */
@RestController
@RequestMapping("/api/documents")
class DocumentController {
    private final Standard standard;

    DocumentController(Standard standard) {
        this.standard = standard;
    }

    /** Takes in one document; says what it is and what is worth knowing about it. */
    @PostMapping(
            consumes = {APPLICATION_JSON_VALUE, APPLICATION_XML_VALUE},
            produces = APPLICATION_JSON_VALUE)
    Receipt take(InputStream body) throws IOException {
        DocumentReport report = standard.validate(Body.read(body));
        if (!report.accepted()) {
            throw new RejectedException(report);
        }
        return new Receipt(report.documentType(), report.id(), report.verdict(), Issue.all(report));
    }

    /** What the sender gets for a document that was accepted; the issues are warnings and hints. */
    record Receipt(String documentType, String documentId, Verdict verdict, List<Issue> findings) {}
}
