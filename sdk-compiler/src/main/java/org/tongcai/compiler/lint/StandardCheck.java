package org.tongcai.compiler.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.tongcai.calendar.WorkCalendar;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecSource;

/** {@code standard.json}, {@code sources.json} and the calendar. */
final class StandardCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,2})([.](0|[1-9][0-9]{0,2})){2}");

    private final Spec spec;
    private final Findings findings;

    StandardCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check() {
        Json.Obj standard = spec.standard().source();
        if (!standard.members().isEmpty()) {
            standard(standard);
        }
        for (SpecSource source : spec.sources().values()) {
            source(source);
        }
        calendar();
    }

    private void standard(Json.Obj standard) {
        if (!ID.matcher(spec.standard().id()).matches()) {
            findings.add(LintCheck.STANDARD, standard.placeOf("id"), "id", "短横线小写名", "kebab-case");
        }
        if (!VERSION.matcher(spec.standard().version()).matches()) {
            findings.add(LintCheck.STANDARD, standard.placeOf("version"), "version", "主.次.修订", "major.minor.patch");
        }
        if (spec.standard().title().zh().isBlank()
                || spec.standard().title().en().isBlank()) {
            findings.add(LintCheck.STANDARD, standard.placeOf("title"), "title", "中英文标题", "a title in both languages");
        }
        if (!(standard.get("documentTypes") instanceof Json.Arr)) {
            findings.add(LintCheck.STANDARD, standard.placeOf("documentTypes"), "documentTypes", "数组", "an array");
        }
    }

    private void source(SpecSource source) {
        if (!Words.SOURCE_ID.matcher(source.id()).matches()) {
            findings.add(
                    LintCheck.SOURCE, source.source().placeOf("id"), "id", "字母、数字和短横线", "letters, digits, hyphens");
        }
        if (source.document().isBlank()) {
            findings.add(LintCheck.SOURCE, source.source().place(), "document", "文件名称", "the document's name");
        }
        Json number = source.source().get("number");
        if (number != null && !(number instanceof Json.Nil) && !KeywordValues.isText(number)) {
            findings.add(LintCheck.SOURCE, source.source().placeOf("number"), "number", "文本或 null", "a text or null");
        }
    }

    private void calendar() {
        Place place = Place.start("business/calendar/cn-holidays.csv");
        if (spec.calendar() == null) {
            findings.add(LintCheck.CALENDAR, place, "缺少文件 / the file is missing");
            return;
        }
        try (InputStream in = Files.newInputStream(spec.calendar())) {
            WorkCalendar.read(in);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            findings.add(LintCheck.CALENDAR, place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
