package org.tongcai.constraints;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.binding.Model;

/** Judges a document by the full standard; each error is a violation at its place. For the validation engine. */
public final class ConformsValidator extends Reasoned<Conforms, Model> {
    private String profile = "";
    private ValidationOptions options = ValidationOptions.DEFAULT;

    @Override
    public void initialize(Conforms annotation) {
        super.initialize(annotation);
        profile = annotation.profile();
        options = ValidationOptions.DEFAULT.withStages(Set.of(annotation.stages()));
    }

    @Override
    public boolean isValid(@Nullable Model document, ConstraintValidatorContext context) {
        if (document == null) {
            return true;
        }
        Standard standard = Standards.here().with(profile);
        DocumentReport report = standard.validate(document, options);
        if (report.accepted()) {
            return true;
        }
        FindingPath path = new FindingPath(standard.bundle(), document.modelType());
        boolean told = false;
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR) {
                if (!told) {
                    context.disableDefaultConstraintViolation();
                    told = true;
                }
                path.add(
                        context.buildConstraintViolationWithTemplate(template(context, words(finding))),
                        finding.pointer());
            }
        }
        // Without any error that could be told, the default violation says that it does not conform, or that this is
        // not known.
        return false;
    }

    private static Bilingual words(Finding finding) {
        return new Bilingual(
                "[" + finding.ruleId() + "] " + finding.message().zh(),
                finding.message().en());
    }
}
