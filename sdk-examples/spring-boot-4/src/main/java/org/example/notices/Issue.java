package org.example.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;

/** A finding as this host's clients see it. The value is masked where it is personal; line and column are there where bytes were judged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Issue(
        String ruleId,
        Severity severity,
        String pointer,
        String xpath,
        Integer line,
        Integer column,
        String value,
        Bilingual message,
        String citation,
        Bilingual fix) {
    static List<Issue> all(DocumentReport report) {
        return report.findings().stream().map(Issue::of).toList();
    }

    private static Issue of(Finding finding) {
        return new Issue(
                finding.ruleId(),
                finding.severity(),
                finding.pointer(),
                finding.xpath(),
                known(finding.line()),
                known(finding.column()),
                finding.value(),
                finding.message(),
                finding.citation() == null ? null : finding.citation().toString(),
                finding.fix());
    }

    private static Integer known(int place) {
        return place == 0 ? null : place;
    }
}
