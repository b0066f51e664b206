package org.tongcai.compiler.models;

import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JFieldVar;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.jsonschema2pojo.model.JAnnotatedClass;
import org.tongcai.bundle.Node;
import org.tongcai.constraints.BankAccount;
import org.tongcai.constraints.CatalogueCode;
import org.tongcai.constraints.CodeOf;
import org.tongcai.constraints.Conforms;
import org.tongcai.constraints.CreditCode;
import org.tongcai.constraints.DateText;
import org.tongcai.constraints.DecimalText;
import org.tongcai.constraints.Distinct;
import org.tongcai.constraints.EmailAddress;
import org.tongcai.constraints.FullStandard;
import org.tongcai.constraints.InvoiceNumber;
import org.tongcai.constraints.Length;
import org.tongcai.constraints.MomentText;
import org.tongcai.constraints.MonthText;
import org.tongcai.constraints.OrganizationCode;
import org.tongcai.constraints.PhoneNumber;
import org.tongcai.constraints.PostCode;
import org.tongcai.constraints.RegionCode;
import org.tongcai.constraints.ResidentId;
import org.tongcai.constraints.TransactionCode;
import org.tongcai.constraints.UriText;
import org.tongcai.identifier.IdentifierKind;

/**
 * Jakarta Validation annotations: the part of the standard that they can say of a single field. Whatever they reject, the standard rejects too,
 * never the other way round; conditions, rules and the days on which codes are in force remain to the engine.
 */
final class Constraints {
    private Constraints() {}

    /** Annotates the class of a document: as a whole it is judged where this is asked for, since that costs more. */
    static void annotate(JDefinedClass document) {
        document.annotate(Conforms.class).param("groups", FullStandard.class);
    }

    /** Annotates a field. */
    static void annotate(JFieldVar field, Node node, boolean required) {
        if (required) {
            field.annotate(NotNull.class);
        }
        if (node instanceof Node.Sequence sequence) {
            size(field::annotate, sequence.minItems(), sequence.maxItems());
            if (sequence.unique()) {
                field.annotate(Distinct.class);
            }
        } else {
            annotate(field::annotate, node);
        }
    }

    /** The item type of a list, with the constraints of the items: {@code @NotNull @Valid Lot}, {@code @NotNull @CreditCode String}. */
    static JClass annotatedItem(JClass item, Node node) {
        Items items = new Items(item);
        items.annotate(NotNull.class);
        annotate(items::annotate, node);
        return items.type;
    }

    private static void annotate(Target target, Node node) {
        if (node instanceof Node.Reference) {
            target.annotate(Valid.class);
        } else if (node instanceof Node.Whole whole) {
            target.annotate(Min.class).param("value", whole.minimum());
            target.annotate(Max.class).param("value", whole.maximum());
        } else if (node instanceof Node.Text text) {
            if (text.codeList() != null) {
                code(target, text);
            } else if (text.constant() != null) {
                String constant = text.constant();
                pattern(target, quote(constant), "应为“" + constant + "” · should be \"" + constant + "\"");
            } else if (text.identifier() != null) {
                target.annotate(identifier(text.identifier()));
            } else if (text.format() != null) {
                format(target, text, text.format());
            } else {
                text(target, text);
            }
        }
    }

    /** A code outside a preferred list is a warning, which Jakarta Validation does not have. */
    private static void code(Target target, Node.Text text) {
        if (text.binding() != Node.Binding.PREFERRED) {
            JAnnotationUse code = target.annotate(CodeOf.class).param("value", text.codeList());
            if (text.binding() == Node.Binding.EXTENSIBLE) {
                code.param("binding", CodeOf.Binding.EXTENSIBLE);
            }
        }
    }

    private static Class<? extends Annotation> identifier(String id) {
        IdentifierKind kind = IdentifierKind.of(id);
        if (kind == null) {
            throw new ModelException("No identifier " + id);
        }
        return switch (kind) {
            case CREDIT_CODE -> CreditCode.class;
            case ORGANIZATION_CODE -> OrganizationCode.class;
            case RESIDENT_ID -> ResidentId.class;
            case TRANSACTION_CODE -> TransactionCode.class;
            case REGION_CODE -> RegionCode.class;
            case CATALOGUE_CODE -> CatalogueCode.class;
            case EMAIL -> EmailAddress.class;
            case PHONE -> PhoneNumber.class;
            case POST_CODE -> PostCode.class;
            case BANK_ACCOUNT -> BankAccount.class;
            case INVOICE_NUMBER -> InvoiceNumber.class;
        };
    }

    private static void format(Target target, Node.Text text, String format) {
        Node.DecimalShape shape = text.decimal();
        switch (format) {
            case "date" -> target.annotate(DateText.class);
            case "date-time" -> target.annotate(MomentText.class);
            case "year-month" -> target.annotate(MonthText.class);
            case "uri" -> target.annotate(UriText.class);
            default -> {
                if (shape == null) {
                    throw new ModelException("No constraint for the format " + format);
                }
                JAnnotationUse decimal = target.annotate(DecimalText.class)
                        .param("digits", shape.digits())
                        .param("fraction", shape.fraction());
                if (shape.signed()) {
                    decimal.param("signed", true);
                }
            }
        }
    }

    private static void text(Target target, Node.Text text) {
        String pattern = text.pattern();
        if (pattern != null) {
            pattern(target, pattern, "不符合格式 " + pattern + " · does not match " + pattern);
        }
        if (text.minLength() > 0 || text.maxLength() >= 0) {
            JAnnotationUse length = target.annotate(Length.class);
            if (text.minLength() > 0) {
                length.param("min", text.minLength());
            }
            if (text.maxLength() >= 0) {
                length.param("max", text.maxLength());
            }
        }
    }

    private static void size(Target target, int min, int max) {
        if (min <= 0 && max < 0) {
            return;
        }
        JAnnotationUse size = target.annotate(Size.class);
        if (min > 0) {
            size.param("min", min);
        }
        if (max >= 0) {
            size.param("max", max);
        }
    }

    /** Braces and the dollar sign would be taken for parameters and expressions of the message. */
    private static void pattern(Target target, String regexp, String message) {
        target.annotate(Pattern.class)
                .param("regexp", regexp)
                .param("message", message.replaceAll("[{}$\\\\]", "\\\\$0"));
    }

    private static String quote(String constant) {
        return constant.replaceAll("[^A-Za-z0-9_-]", "\\\\$0");
    }

    /** What takes annotations. */
    private interface Target {
        JAnnotationUse annotate(Class<? extends Annotation> annotation);
    }

    /** Collects annotations on the use of a type. */
    private static final class Items {
        private JClass type;

        private Items(JClass item) {
            this.type = item;
        }

        private JAnnotationUse annotate(Class<? extends Annotation> annotation) {
            JAnnotatedClass base = type instanceof JAnnotatedClass annotated ? annotated : JAnnotatedClass.of(type);
            JAnnotatedClass more = base.annotated(annotation);
            type = more;
            return more.annotations().get(more.annotations().size() - 1);
        }
    }
}
