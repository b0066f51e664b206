package org.tongcai.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.tongcai.constraints.CodeOf;
import org.tongcai.constraints.Conforms;
import org.tongcai.constraints.CreditCode;
import org.tongcai.constraints.DecimalText;
import org.tongcai.constraints.FullStandard;
import org.tongcai.constraints.RegionCode;
import org.tongcai.model.ProcurementMethod;
import org.tongcai.model.TenderNotice;

/** Constraints of the standard on your own classes, and whole documents by the full standard, with the Jakarta Validation that you have anyway. */
public final class JakartaConstraints {
    private JakartaConstraints() {}

    /** A form of your own: what the standard knows of identifiers, codes and texts, as annotations. Absent values are valid, as always. */
    record SupplierForm(
            @CreditCode String creditCode,
            @RegionCode String region,
            List<@CodeOf("procurement-method") String> methods,
            @DecimalText(digits = 14, fraction = 2) String registeredCapital) {}

    /** A class of your own that holds a document. */
    record Submission(String sender, @Conforms @Nullable TenderNotice notice) {}

    /** No arguments. */
    public static void main(String[] args) throws IOException {
        // A framework gives you a validator. This one needs no expression language; the messages do not, either.
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();

            // The message says what is wrong, in Chinese and English, and does not repeat what was typed in.
            print(validator.validate(
                    new SupplierForm("91530102MA0TCY01X9", "53", List.of("OPEN_TENDER", "公开招标"), "1E6")));

            TenderNotice notice;
            try (InputStream in = DemoFiles.open("tender-notice.json")) {
                notice = new ObjectMapper().readValue(in, TenderNotice.class);
            }
            notice.withProcurementMethod(ProcurementMethod.of("x-lottery"))
                    .getHeader()
                    .setDocumentId(null);

            // Generated models carry the constraints of their fields: what can be said of a field alone.
            print(validator.validate(notice));

            // In the group FullStandard they are judged as a whole: conditions, days, rules, references within the
            // document.
            // In Spring: @Validated(FullStandard.class).
            print(validator.validate(notice, FullStandard.class));

            // Or where you say so, in a class of your own; by a profile, too: @Conforms(profile = "cn-53").
            print(validator.validate(new Submission("portal", notice)));
        }
    }

    private static <T> void print(Set<ConstraintViolation<T>> violations) {
        Set<String> lines = new TreeSet<>();
        violations.forEach(v -> lines.add(v.getPropertyPath() + ": " + v.getMessage()));
        lines.forEach(System.out::println);
        System.out.println();
    }
}
