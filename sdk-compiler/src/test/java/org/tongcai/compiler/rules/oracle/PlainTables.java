package org.tongcai.compiler.rules.oracle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.EnterpriseSizeBounds;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;

/** What rules look up, looked up in the plainest way there is: from end to end, day by day. */
final class PlainTables {
    private final Bundle bundle;
    private final Map<LocalDate, Boolean> declared = new HashMap<>();
    private final Set<Integer> years = new HashSet<>();
    private final Map<String, List<CodeList.Entry>> codes = new HashMap<>();

    /** No value. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    PlainTables(Bundle bundle, Path spec) throws IOException {
        this.bundle = bundle;
        for (String line : Files.readAllLines(spec.resolve("business/calendar/cn-holidays.csv"))) {
            if (Character.isDigit(line.charAt(0))) {
                String[] cells = line.split(",");
                declared.put(LocalDate.parse(cells[0]), cells[1].equals("makeup-workday"));
            }
        }
        for (int year = 2000; year < 2100; year++) {
            if (Boolean.FALSE.equals(declared.get(LocalDate.of(year, 1, 1)))
                    && Boolean.FALSE.equals(declared.get(LocalDate.of(year, 10, 1)))) {
                years.add(year);
            }
        }
    }

    boolean isWorkday(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new Unknown("no calendar for " + day);
        }
        Boolean known = declared.get(day);
        return known != null
                ? known
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Counted one by one: each working day after {@code a} up to {@code b}, or, backwards, from {@code b} on before {@code a}. */
    long workdays(LocalDate a, LocalDate b) {
        isWorkday(a);
        isWorkday(b);
        long count = 0;
        for (LocalDate day = a; day.isBefore(b); ) {
            day = day.plusDays(1);
            count += isWorkday(day) ? 1 : 0;
        }
        for (LocalDate day = a; day.isAfter(b); ) {
            day = day.minusDays(1);
            count -= isWorkday(day) ? 1 : 0;
        }
        return count;
    }

    LocalDate plusWorkdays(LocalDate from, long n) {
        isWorkday(from);
        LocalDate day = from;
        for (long left = Math.abs(n); left > 0; ) {
            day = day.plusDays(n > 0 ? 1 : -1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    LocalDate rolled(LocalDate from) {
        LocalDate day = from;
        while (!isWorkday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private List<CodeList.Entry> entries(String list) {
        return codes.computeIfAbsent(list, id -> bundle.codeList(id).entries());
    }

    /** The entry in force; the last where none is; null where there is none at all. */
    private CodeList.@Nullable Entry entry(String code, String list, LocalDate day) {
        CodeList.Entry last = null;
        for (CodeList.Entry entry : entries(list)) {
            if (entry.code().equals(code)) {
                last = entry;
                if (entry.inForce(day)) {
                    return entry;
                }
            }
        }
        return last;
    }

    boolean inList(String code, String list, LocalDate day) {
        CodeList.Entry entry = entry(code, list, day);
        return entry != null && entry.inForce(day);
    }

    boolean isLeaf(String code, String list) {
        return entries(list).stream().noneMatch(entry -> code.equals(entry.parent()));
    }

    boolean within(String code, String list, String ancestor, LocalDate day) {
        String at = code;
        for (int i = 0; i < 40 && at != null; i++) {
            if (at.equals(ancestor)) {
                return true;
            }
            CodeList.Entry entry = entry(at, list, day);
            at = entry == null ? null : entry.parent();
        }
        return false;
    }

    String nameOf(String code, String list, LocalDate day) {
        CodeList.Entry entry = entry(code, list, day);
        if (entry == null) {
            throw new Unknown(code);
        }
        return entry.name().zh();
    }

    /** The wording that begins first, the longest of those that begin there. */
    String wording(String text, String id) {
        for (WordingGroup group : bundle.wordings()) {
            if (group.id().equals(id)) {
                if (group.exceptions().stream().anyMatch(text::contains)) {
                    return "";
                }
                String best = "";
                for (String word : group.words()) {
                    int at = text.indexOf(word);
                    int known = best.isEmpty() ? Integer.MAX_VALUE : text.indexOf(best);
                    if (at >= 0 && (at < known || at == known && word.length() > best.length())) {
                        best = word;
                    }
                }
                return best;
            }
        }
        throw new Unknown(id);
    }

    /** The value of the longest prefix of the region that is in force; null where there is none. */
    @Nullable
    Object limit(String id, String region, LocalDate day) {
        for (RuleLimit limit : bundle.limits()) {
            if (limit.id().equals(id)) {
                RuleLimit.Value best = null;
                for (RuleLimit.Value value : limit.values()) {
                    if (value.inForce(day)
                            && region.startsWith(value.region())
                            && (best == null
                                    || value.region().length() > best.region().length())) {
                        best = value;
                    }
                }
                return best == null
                        ? null
                        : limit.type().equals("int")
                                ? (Object) Long.parseLong(best.value())
                                : new Dec(new BigDecimal(best.value()));
            }
        }
        throw new Unknown(id);
    }

    String enterpriseSize(String industry, long staff, BigDecimal revenue, BigDecimal assets, LocalDate day) {
        List<EnterpriseSizeBounds> all = new ArrayList<>();
        for (EnterpriseSizeBounds bounds : bundle.enterpriseSizes()) {
            if (bounds.industry().equals(industry)
                    && (bounds.from() == null || !day.isBefore(bounds.from()))
                    && (bounds.to() == null || !day.isAfter(bounds.to()))) {
                all.add(bounds);
            }
        }
        if (all.isEmpty()) {
            throw new Unknown(industry);
        }
        for (String size : List.of("LARGE", "MEDIUM", "SMALL")) {
            for (EnterpriseSizeBounds bounds : all) {
                boolean reached = bounds.size().equals(size)
                        && (bounds.staff() == null || staff >= bounds.staff())
                        && (bounds.revenue() == null || revenue.compareTo(BigDecimal.valueOf(bounds.revenue())) >= 0)
                        && (bounds.assets() == null || assets.compareTo(BigDecimal.valueOf(bounds.assets())) >= 0);
                if (reached) {
                    return size;
                }
            }
        }
        return "MICRO";
    }

    /** An amount in capitals, put together of strings. */
    static String capital(BigDecimal amount) {
        BigDecimal fen = amount.abs().movePointRight(2);
        if (fen.stripTrailingZeros().scale() > 0 || fen.compareTo(BigDecimal.TEN.pow(18)) >= 0) {
            throw new Unknown("no amount");
        }
        long all = fen.longValueExact();
        long yuan = all / 100;
        String jiao = all / 10 % 10 > 0 ? digit(all / 10 % 10) + "角" : "";
        String last = all % 10 > 0 ? digit(all % 10) + "分" : "整";
        String zero = jiao.isEmpty() && all % 10 > 0 && yuan > 0 ? "零" : "";
        String whole = yuan > 0 ? parts(yuan, 8, "亿") + "元" : all == 0 ? "零元" : "";
        return (amount.signum() < 0 ? "负" : "") + whole + jiao + zero + last;
    }

    private static String digit(long digit) {
        return "零壹贰叁肆伍陆柒捌玖".substring((int) digit, (int) digit + 1);
    }

    /** A number cut in two where {@code places} digits are left, with a unit between. */
    private static String parts(long number, int places, String unit) {
        long cut = BigDecimal.TEN.pow(places).longValueExact();
        long upper = number / cut;
        long lower = number % cut;
        String zero = upper > 0 && lower > 0 && lower < cut / 10 ? "零" : "";
        return (upper > 0 ? below(upper, places) + unit : "") + zero + (lower > 0 ? below(lower, places) : "");
    }

    private static String below(long number, int places) {
        return switch (places) {
            case 8 -> parts(number, 4, "万");
            case 4 -> parts(number, 3, "仟");
            case 3 -> parts(number, 2, "佰");
            case 2 -> parts(number, 1, "拾");
            default -> digit(number);
        };
    }
}
