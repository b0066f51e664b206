package org.tongcai.examples.intentions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.examples.importing.Fate;
import org.tongcai.examples.importing.Journal;
import org.tongcai.examples.importing.Reason;
import org.tongcai.examples.importing.Row;
import org.tongcai.examples.importing.Sender;
import org.tongcai.model.CurrencyCode;
import org.tongcai.model.IntentionItem;
import org.tongcai.model.Money;
import org.tongcai.model.Party;
import org.tongcai.model.ProcurementIntention;
import org.tongcai.model.Publication;
import org.tongcai.model.PublicationMedium;
import org.tongcai.model.SmeReservation;

/** Writes the rows of one notice as a {@code procurementIntention} document. What is unknown is left out. */
final class IntentionDocuments {
    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Pattern SPAN =
            Pattern.compile("([0-9]{4})年([0-9]{1,2})月?[（(]?至?[）)]?(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?政府采购意向");

    private IntentionDocuments() {}

    static ProcurementIntention of(Notice notice, IntentionOptions options, Sender sender, Journal journal) {
        Row first = notice.items().get(0).row();
        OffsetDateTime published = published(notice.published());
        YearMonth from = notice.items().stream()
                .map(Intention::month)
                .min(YearMonth::compareTo)
                .orElseThrow();
        YearMonth to = notice.items().stream()
                .map(Intention::month)
                .max(YearMonth::compareTo)
                .orElseThrow();
        Matcher span = SPAN.matcher(notice.title());
        if (span.find()) {
            from = month(span.group(1), span.group(2), from);
            to = span.group(4) == null
                    ? from
                    : month(span.group(3) == null ? span.group(1) : span.group(3), span.group(4), to);
        } else {
            journal.write(first, Fate.NOTED, Reason.MONTHS_DERIVED, "", "");
        }
        if (notice.title().isEmpty()) {
            journal.write(first, Fate.NOTED, Reason.TITLE_DERIVED, "", "");
        }
        return new ProcurementIntention()
                .withHeader((published == null ? sender : sender.at(published))
                        .header("procurementIntention", "YX-" + fingerprint(notice.key())))
                .withTitle(notice.title().isEmpty() ? title(notice.purchaser(), from, to) : notice.title())
                .withPurchaser(new Party().withName(notice.purchaser()))
                .withFromMonth(from)
                .withToMonth(to)
                .withItems(items(notice))
                .withSignedOn(published == null ? options.signedOn() : published.toLocalDate())
                .withPublications(publications(notice, published, options));
    }

    private static @Nullable List<Publication> publications(
            Notice notice, @Nullable OffsetDateTime published, IntentionOptions options) {
        if (published == null || options.medium() == null) {
            return null;
        }
        return List.of(new Publication()
                .withMedium(PublicationMedium.of(options.medium()))
                .withPublishedAt(published)
                .withUrl(orNull(notice.link())));
    }

    private static List<IntentionItem> items(Notice notice) {
        List<IntentionItem> items = new ArrayList<>();
        for (Intention item : notice.items()) {
            items.add(new IntentionItem()
                    .withNumber(items.size() + 1)
                    .withProjectName(item.project())
                    .withRequirementSummary(orNull(item.summary()))
                    .withBudget(new Money().withAmount(item.budget()).withCurrency(CurrencyCode.of("CNY")))
                    .withExpectedMonth(item.month())
                    .withRemarks(orNull(item.remarks()))
                    .withSmeReservation(reservation(item.reserved())));
        }
        return items;
    }

    private static @Nullable SmeReservation reservation(String printed) {
        return switch (printed) {
            case "是" -> new SmeReservation().withReserved(true);
            case "否" -> new SmeReservation().withReserved(false);
            default -> null;
        };
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static String title(String purchaser, YearMonth from, YearMonth to) {
        String start = purchaser + from.getYear() + "年" + from.getMonthValue() + "月";
        String end = from.equals(to)
                ? ""
                : "（至）" + (from.getYear() == to.getYear() ? "" : to.getYear() + "年") + to.getMonthValue() + "月";
        return start + end + "政府采购意向";
    }

    private static YearMonth month(String year, String month, YearMonth otherwise) {
        try {
            return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static @Nullable OffsetDateTime published(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(CHINA)
                    : LocalDateTime.parse(text, PUBLISHED).atOffset(CHINA);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A short, stable id: importing the same notice again gives the same document. */
    private static String fingerprint(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
