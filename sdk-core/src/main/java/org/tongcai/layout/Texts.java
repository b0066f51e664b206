package org.tongcai.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.LayoutDefinition;
import org.tongcai.bundle.LayoutDefinition.Choice;
import org.tongcai.bundle.LayoutDefinition.Test;
import org.tongcai.bundle.LayoutTemplate;
import org.tongcai.bundle.LayoutTemplate.Literal;
import org.tongcai.bundle.LayoutTemplate.Part;
import org.tongcai.bundle.LayoutTemplate.Slot;

/** Templates and conditions of one layout, applied to one document. Not thread-safe. */
final class Texts {
    /** Named texts within named texts; the linter refuses circles, a bundle need not come from it. */
    private static final int DEPTH = 16;

    private static final int ISO_DATE = 10;

    private final LayoutDefinition layout;
    private final CodeNames names;
    private final @Nullable LocalDate day;
    private int depth;
    /** Characters that may still be printed: a small document must not become an endless page. */
    private int budget;

    Texts(LayoutDefinition layout, CodeNames names, Context document, int budget) {
        this.layout = layout;
        this.names = names;
        this.day = day(document);
        this.budget = budget;
    }

    private static @Nullable LocalDate day(Context document) {
        if (document.value() instanceof Map<?, ?> root
                && root.get("header") instanceof Map<?, ?> header
                && header.get("issuedAt") instanceof String issued
                && issued.length() >= ISO_DATE) {
            try {
                return LocalDate.parse(issued.substring(0, ISO_DATE));
            } catch (DateTimeException e) {
                return null;
            }
        }
        return null;
    }

    boolean holds(@Nullable Test test, Context context) {
        if (test == null) {
            return true;
        }
        if (test instanceof LayoutDefinition.Present present) {
            return context.resolve(present.path()).stream().anyMatch(Texts::isThere);
        }
        if (test instanceof LayoutDefinition.Many many) {
            return context.resolve(many.path()).stream().filter(Texts::isThere).count() > 1;
        }
        if (test instanceof LayoutDefinition.In in) {
            return context.resolve(in.path()).stream()
                    .anyMatch(found -> in.values().contains(String.valueOf(found.value())));
        }
        if (test instanceof LayoutDefinition.All all) {
            return all.tests().stream().allMatch(each -> holds(each, context));
        }
        if (test instanceof LayoutDefinition.Any any) {
            return any.tests().stream().anyMatch(each -> holds(each, context));
        }
        return !holds(((LayoutDefinition.Not) test).test(), context);
    }

    private static boolean isThere(Context context) {
        Object value = context.value();
        return !(value instanceof List<?> list && list.isEmpty() || "".equals(value));
    }

    List<Run> print(LayoutTemplate template, Context context) {
        List<Run> runs = new ArrayList<>();
        for (Part part : template.parts()) {
            if (part instanceof Literal literal) {
                spend(literal.text());
                runs.add(Run.text(literal.text()));
            } else if (part instanceof Slot slot) {
                slot(slot, context, runs);
            }
        }
        return runs;
    }

    private void slot(Slot slot, Context context, List<Run> runs) {
        if (slot.path() == null) {
            runs.add(Run.text(
                    slot.format().equals("chinese")
                            ? ChineseNumber.of(context.position())
                            : Integer.toString(context.position())));
            return;
        }
        boolean any = false;
        for (Context value : context.resolve(slot.path())) {
            List<Run> printed = value(slot, value);
            if (!printed.isEmpty()) {
                if (any) {
                    runs.add(Run.text(slot.separator()));
                }
                runs.addAll(printed);
                any = true;
            }
        }
        if (!any) {
            if (slot.otherwise() == null) {
                runs.add(Run.BLANK);
            } else if (!slot.otherwise().isEmpty()) {
                runs.add(Run.text(slot.otherwise()));
            }
        }
    }

    private List<Run> value(Slot slot, Context context) {
        if (slot.format().equals("text")) {
            return named(slot.argument(), context);
        }
        Object value = context.value();
        if (value instanceof Boolean flag) {
            String[] words = slot.argument().isEmpty()
                    ? new String[] {"是", "否"}
                    : slot.argument().split(":", 2);
            return List.of(Run.text(slot.format().equals("flag") ? words[flag ? 0 : 1] : flag.toString()));
        }
        if (!(value instanceof String raw) || raw.isEmpty()) {
            return List.of();
        }
        String text = CleanText.of(raw);
        spend(text);
        return switch (slot.format()) {
            case "code" -> List.of(Run.text(names.name(slot.argument(), text, day)));
            case "date" -> List.of(Run.text(Formats.date(text)));
            case "month" -> List.of(Run.text(Formats.month(text)));
            case "moment" -> List.of(Run.text(Formats.moment(text)));
            case "number" -> List.of(Run.text(Formats.number(text)));
            case "percent" -> List.of(Run.text(Formats.number(text) + "%"));
            case "yuan" -> List.of(Run.text(Formats.yuan(text)));
            case "wan" -> List.of(Run.text(Formats.wan(text)));
            case "capital" -> List.of(Run.text(Formats.capital(text)));
            case "chinese" -> List.of(Run.text(chinese(text)));
            case "link" -> List.of(new Run(Run.Kind.LINK, text));
            default -> List.of(Run.text(text));
        };
    }

    private static String chinese(String text) {
        return text.matches("[0-9]{1,2}") ? ChineseNumber.of(Integer.parseInt(text)) : text;
    }

    private List<Run> named(String name, Context context) {
        List<Choice> choices = layout.texts().get(name);
        if (choices == null || depth == DEPTH) {
            throw new BundleException("the layout has no text " + name + ", or it is made of itself", null);
        }
        depth++;
        try {
            for (Choice choice : choices) {
                if (holds(choice.when(), context)) {
                    return print(choice.text(), context);
                }
            }
            return List.of();
        } finally {
            depth--;
        }
    }

    private void spend(String text) {
        budget -= text.length() + 1;
        if (budget < 0) {
            throw new LayoutException("输出超过大小限制", "the output exceeds a limit of size");
        }
    }
}
