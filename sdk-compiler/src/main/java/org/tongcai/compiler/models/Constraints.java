package org.tongcai.compiler.models;

import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JClass;
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
import org.tongcai.compiler.strict.Shapes;

/**
 * Jakarta Validation annotations: the part of the standard that they can say. Whatever they reject, the standard rejects too, never the other
 * way round; conditions, code lists and check digits remain to the engine.
 */
final class Constraints {
    private static final String URI = "[A-Za-z][A-Za-z0-9+.\\-]*:[!-~]+";

    private Constraints() {}

    /** Annotates a field. */
    static void annotate(JFieldVar field, Node node, boolean required) {
        if (required) {
            field.annotate(NotNull.class);
        }
        if (node instanceof Node.Sequence sequence) {
            size(field::annotate, sequence.minItems(), sequence.maxItems());
        } else {
            annotate(field::annotate, node);
        }
    }

    /** The item type of a list, with the constraints of the items: {@code @Valid Lot}, {@code @Size(max = 50) String}. */
    static JClass annotatedItem(JClass item, Node node) {
        Items items = new Items(item);
        annotate(items::annotate, node);
        return items.type;
    }

    private static void annotate(Target target, Node node) {
        if (node instanceof Node.Reference) {
            target.annotate(Valid.class);
        } else if (node instanceof Node.Whole whole) {
            target.annotate(Min.class).param("value", whole.minimum());
            target.annotate(Max.class).param("value", whole.maximum());
        } else if (node instanceof Node.Text text && text.codeList() == null) {
            text(target, text);
        }
    }

    private static void text(Target target, Node.Text text) {
        Form form = Form.of(text);
        if (text.constant() != null) {
            pattern(target, quote(text.constant()), "须为 " + text.constant() + " · must be " + text.constant());
        } else if (form != Form.PLAIN) {
            String pattern = text.decimal() == null ? form.pattern : Shapes.decimal(text.decimal());
            pattern(target, pattern, form.message);
        } else if ("uri".equals(text.format())) {
            pattern(target, URI, "须为绝对 URI · must be an absolute URI");
            size(target, 1, 2000);
        } else {
            if (text.pattern() != null) {
                target.annotate(Pattern.class).param("regexp", text.pattern());
            }
            length(target, text);
        }
    }

    /**
     * The standard counts code points, {@code @Size} counts UTF-16 units: a name with a rare character (𠮷) would be refused for being too long.
     * So {@code @Size} only where the pattern keeps such characters out, and a pattern that counts code points elsewhere.
     */
    private static void length(Target target, Node.Text text) {
        if (text.maxLength() < 0 || onlyBasicPlane(text)) {
            size(target, text.minLength(), text.maxLength());
            return;
        }
        int min = text.minLength();
        int max = text.maxLength();
        pattern(
                target,
                "(?s).{" + min + "," + max + "}",
                "长度须为 " + min + " 至 " + max + " 个字符 · must have " + min + " to " + max + " characters");
    }

    private static boolean onlyBasicPlane(Node.Text text) {
        String pattern = text.pattern();
        return text.identifier() != null
                || (pattern != null
                        && !pattern.contains("[^")
                        && !pattern.replace("\\.", "").contains(".")
                        && pattern.codePoints().noneMatch(Character::isSupplementaryCodePoint));
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

    private static void pattern(Target target, String regexp, String message) {
        // Braces and the dollar sign would be taken for parameters of the message.
        String plain = message.replaceAll("[{}$\\\\]", "");
        target.annotate(Pattern.class).param("regexp", regexp).param("message", plain);
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
