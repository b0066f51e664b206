package org.example.notices;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_XML_VALUE;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.constraints.FullStandard;
import org.tongcai.model.AwardNotice;

/**
 * Award notices as typed objects, bound by the host's own mappers: JSON by Jackson, XML by JAXB.
 *
 * <p>The mapper comes first, then Jakarta Validation field by field, then the whole standard with the rules of law. What the sender wrote is
 * gone by then; where it must be kept, signed or proved, use {@link DocumentController}.
 */
@RestController
@RequestMapping("/api/award-notices")
class AwardNoticeController {
    private final Standard standard;

    AwardNoticeController(Standard standard) {
        this.standard = standard;
    }

    /** Takes in one notice and gives it back; verdict and warnings stand in the header. */
    @PostMapping(
            consumes = {APPLICATION_JSON_VALUE, APPLICATION_XML_VALUE},
            produces = {APPLICATION_JSON_VALUE, APPLICATION_XML_VALUE})
    ResponseEntity<AwardNotice> take(@Valid @RequestBody AwardNotice notice) {
        DocumentReport report = standard.validate(notice);
        if (!report.accepted()) {
            throw new RejectedException(report);
        }
        return ResponseEntity.ok()
                .header("Tongcai-Verdict", report.verdict().name())
                .header(
                        "Tongcai-Findings",
                        report.findings().stream().map(Finding::ruleId).toArray(String[]::new))
                .body(notice);
    }

    /** Only looks at a notice, for the button beside the form: the annotation alone asks for the full standard. */
    @PostMapping(
            path = "/checks",
            consumes = {APPLICATION_JSON_VALUE, APPLICATION_XML_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@Validated(FullStandard.class) @RequestBody AwardNotice notice) {}
}
