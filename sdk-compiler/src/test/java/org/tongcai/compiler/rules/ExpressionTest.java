package org.tongcai.compiler.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcai.rule.Function;

/** The language: what is accepted, what becomes of it, what is refused and where. */
class ExpressionTest {
    /** Expressions that use every function once, with what the bundle holds. */
    private static final List<String[]> FORMS = List.of(
            form("1 + 2", "[add_int, 1, 2]"),
            form("1 - 2", "[sub_int, 1, 2]"),
            form("2 * 3", "[mul_int, 2, 3]"),
            form("7 / 2", "[div_int, 7, 2]"),
            form("7 % 2", "[mod_int, 7, 2]"),
            form("-param.least", "[neg_int, [param, least]]"),
            form("1 < 2", "[lt_int, 1, 2]"),
            form("1 <= 2", "[le_int, 1, 2]"),
            form("1 > 2", "[gt_int, 1, 2]"),
            form("1 >= 2", "[ge_int, 1, 2]"),
            form("dec('1') == dec('1.0')", "[eq, [D, 1], [D, 1.0]]"),
            form("day != date('2026-01-01')", "[ne, [v, day], [T, 2026-01-01]]"),
            form("dec('1') == 1", "[eq_dec_int, [D, 1], 1]"),
            form("1 == dec('1')", "[eq_int_dec, 1, [D, 1]]"),
            form("dec('1') != 1", "[ne_dec_int, [D, 1], 1]"),
            form("1 != dec('1')", "[ne_int_dec, 1, [D, 1]]"),
            form("'a' + '采'", "[add_string, a, 采]"),
            form("'a' < 'b'", "[lt_string, a, b]"),
            form("'a' <= 'b'", "[le_string, a, b]"),
            form("'a' > 'b'", "[gt_string, a, b]"),
            form("'a' >= 'b'", "[ge_string, a, b]"),
            form("size('a')", "[size_string, a]"),
            form("doc.projectName.contains('采购')", "[contains, [., [v, doc], AwardNotice, projectName], 采购]"),
            form("'a'.startsWith('b')", "[starts_with, a, b]"),
            form("'a'.endsWith('b')", "[ends_with, a, b]"),
            form("size(doc.lots)", "[size_list, [., [v, doc], AwardNotice, lots]]"),
            form("[1, 2][0]", "[index, [[], 1, 2], 0]"),
            form("1 in [1]", "[in, 1, [[], 1]]"),
            form("[1] + [2]", "[add_list, [[], 1], [[], 2]]"),
            form("distinct(['a'])", "[distinct, [[], a]]"),
            form("subset([1], [2])", "[subset, [[], 1], [[], 2]]"),
            form("dec('1' + '2')", "[dec, [add_string, 1, 2]]"),
            form("dec(2)", "[dec_int, 2]"),
            form("param.share + limit.ceiling", "[add_dec, [param, share], [limit, ceiling]]"),
            form("dec('1') - dec('2')", "[sub_dec, [D, 1], [D, 2]]"),
            form("dec('1') * dec('2')", "[mul_dec, [D, 1], [D, 2]]"),
            form("dec('1') * 2", "[mul_dec_int, [D, 1], 2]"),
            form("2 * dec('1')", "[mul_int_dec, 2, [D, 1]]"),
            form("dec('1') / dec('2')", "[div_dec, [D, 1], [D, 2]]"),
            form("dec('1') / 2", "[div_dec_int, [D, 1], 2]"),
            form("-dec('1')", "[neg_dec, [D, 1]]"),
            form("dec('1') < dec('-2.5')", "[lt_dec, [D, 1], [D, -2.5]]"),
            form("dec('1') <= dec('2')", "[le_dec, [D, 1], [D, 2]]"),
            form("dec('1') > dec('2')", "[gt_dec, [D, 1], [D, 2]]"),
            form("dec('1') >= dec('2')", "[ge_dec, [D, 1], [D, 2]]"),
            form("dec('1') < 2", "[lt_dec_int, [D, 1], 2]"),
            form("dec('1') <= 2", "[le_dec_int, [D, 1], 2]"),
            form("dec('1') > 2", "[gt_dec_int, [D, 1], 2]"),
            form("dec('1') >= 2", "[ge_dec_int, [D, 1], 2]"),
            form("abs(dec('1'))", "[abs, [D, 1]]"),
            form("round(dec('1'), 2)", "[round, [D, 1], 2]"),
            form("min(dec('1'), dec('2'))", "[min_dec, [D, 1], [D, 2]]"),
            form("max(dec('1'), dec('2'))", "[max_dec, [D, 1], [D, 2]]"),
            form("sum([dec('1')])", "[sum, [[], [D, 1]]]"),
            form("sum([1])", "[sum_int, [[], 1]]"),
            form("lowest([dec('1')])", "[lowest, [[], [D, 1]]]"),
            form("highest([dec('1')])", "[highest, [[], [D, 1]]]"),
            form("mean([dec('1')])", "[mean, [[], [D, 1]]]"),
            form("median([dec('1')])", "[median, [[], [D, 1]]]"),
            form("date('2026' + '-01-01')", "[date, [add_string, 2026, -01-01]]"),
            form("day < day", "[lt_date, [v, day], [v, day]]"),
            form("day <= day", "[le_date, [v, day], [v, day]]"),
            form("day > day", "[gt_date, [v, day], [v, day]]"),
            form("day >= day", "[ge_date, [v, day], [v, day]]"),
            form("days(day, day)", "[days, [v, day], [v, day]]"),
            form("workdays(day, day)", "[workdays, [v, day], [v, day]]"),
            form("plusDays(day, 1)", "[plus_days, [v, day], 1]"),
            form("plusDaysRolled(day, 1)", "[plus_days_rolled, [v, day], 1]"),
            form("plusWorkdays(day, 1)", "[plus_workdays, [v, day], 1]"),
            form("plusMonths(day, 1)", "[plus_months, [v, day], 1]"),
            form("plusYears(day, 1)", "[plus_years, [v, day], 1]"),
            form("year(day)", "[year, [v, day]]"),
            form("isWorkday(day)", "[is_workday, [v, day]]"),
            form("earliest([day])", "[earliest, [[], [v, day]]]"),
            form("latest([day])", "[latest, [[], [v, day]]]"),
            form("m < m", "[lt_moment, [v, m], [v, m]]"),
            form("m <= m", "[le_moment, [v, m], [v, m]]"),
            form("m > m", "[gt_moment, [v, m], [v, m]]"),
            form("m >= m", "[ge_moment, [v, m], [v, m]]"),
            form("m.date()", "[date_of, [v, m]]"),
            form("minutes(m, m)", "[minutes, [v, m], [v, m]]"),
            form(
                    "inList(doc.method, 'procurement-method')",
                    "[in_list, [., [v, doc], AwardNotice, method], procurement-method]"),
            form("isLeaf('110101', 'region')", "[is_leaf, 110101, region]"),
            form("within('110101', 'region', '110000')", "[within, 110101, region, 110000]"),
            form("nameOf('CNY', 'currency')", "[name_of, CNY, currency]"),
            form("capitalAmount(dec('1'))", "[capital_amount, [D, 1]]"),
            form("priceScore(dec('1'), dec('2'), dec('3'))", "[price_score, [D, 1], [D, 2], [D, 3]]"),
            form("reviewPrice(dec('1'), [dec('0.1')])", "[review_price, [D, 1], [[], [D, 0.1]]]"),
            form(
                    "abnormallyLow(dec('1'), [dec('2')], dec('3'), dec('0.5'), dec('0.5'), dec('0.45'))",
                    "[abnormally_low, [D, 1], [[], [D, 2]], [D, 3], [D, 0.5], [D, 0.5], [D, 0.45]]"),
            form("leastExperts(5)", "[least_experts, 5]"),
            form("enterpriseSize('C', 10, dec('1'), dec('2'))", "[enterprise_size, C, 10, [D, 1], [D, 2]]"),
            form("wording(doc.projectName, 'D01')", "[wording, [., [v, doc], AwardNotice, projectName], D01]"));

    private static String[] form(String expression, String tree) {
        return new String[] {expression, tree};
    }

    @Test
    void everyFunctionHasItsForm() {
        for (String[] form : FORMS) {
            Checked checked = Checked.of(form[0], "m", "doc.header.createdAt");
            assertEquals(List.of(), checked.faults(), form[0]);
            assertEquals(form[1], checked.tree(), form[0]);
        }
        Set<String> shown = FORMS.stream()
                .map(form -> form[1].substring(1, form[1].indexOf(',')))
                .collect(Collectors.toSet());
        assertEquals(Arrays.stream(Function.values()).map(Function::id).collect(Collectors.toSet()), shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "has(doc.awardedOn) && doc.awardedOn <= day => [&&, [has, [v, doc], AwardNotice, awardedOn], [le_date, [., [v, doc], AwardNotice, awardedOn], [v, day]]]",
                "!has(refs.contract) || refs.contract.supplierCode == 'x' => [||, [!, [hasref, contract]], [eq, [., [ref, contract], Contract, supplierCode], x]]",
                "true ? 1 : 2 => [?, true, 1, 2]",
                "doc.lots.all(l, l.number != '') => [all, l, [., [v, doc], AwardNotice, lots], [ne, [., [v, l], Lot, number], ]]",
                "doc.lots.exists(l, l.number == '') => [exists, l, [., [v, doc], AwardNotice, lots], [eq, [., [v, l], Lot, number], ]]",
                "doc.lots.exists_one(l, l.number == '') => [exists_one, l, [., [v, doc], AwardNotice, lots], [eq, [., [v, l], Lot, number], ]]",
                "doc.lots.filter(l, l.number == '') => [filter, l, [., [v, doc], AwardNotice, lots], [eq, [., [v, l], Lot, number], ]]",
                "doc.lots.map(l, l.number) => [map, l, [., [v, doc], AwardNotice, lots], [., [v, l], Lot, number]]",
                "doc.lots.map(l, has(l.parts), l.number) => [map, l, [filter, l, [., [v, doc], AwardNotice, lots], [has, [v, l], Lot, parts]], [., [v, l], Lot, number]]"
            })
    void macrosAndLogic(String expression, String tree) {
        Checked checked = Checked.of(expression);
        assertEquals(List.of(), checked.faults());
        assertEquals(tree, checked.tree());
    }

    @Test
    void typesAreThoseOfTheSchemas() {
        assertEquals("list(Lot)", Checked.of("doc.lots").type());
        assertEquals("list(string)", Checked.of("doc.lots.map(l, l.number)").type());
        assertEquals("Price", Checked.of("doc.lots[0].price").type());
        assertEquals("datetime", Checked.of("doc.header.createdAt").type());
        assertEquals("decimal", Checked.of("dec('1') / 3").type());
    }

    /** A union has the fields of all its branches; only one that all have and need is always there. */
    @Test
    void unionsHaveTheFieldsOfTheirBranches() {
        assertEquals("string", Checked.of("doc.lots[0].price.form").type());
        assertEquals(List.of(), Checked.of("doc.lots[0].price.form == 'TOTAL'").faults());
        assertEquals(
                List.of("rule.unguarded@19"),
                Checked.of("doc.lots[0].price.percent").faults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "doc.lotz | rule.expression@5 | there is no field lotz",
                "docs.lots | rule.expression@2 | there is no name or function docs",
                "'采购' + doc.lotz | rule.expression@12 | there is no field lotz",
                "doc.projectName > 3 | rule.expression@18 | not for these types: > (string, int)",
                "limit.ceiling * 0.5 | rule.expression@16 | not for these types: * (decimal, double)",
                "1 + | rule.expression@5 | mismatched input",
                "0.5 == 0.5 | rule.banned@2 | literals with a point",
                "1u == 1u | rule.banned@2 | literals of this kind",
                "b'a' == b'a' | rule.banned@2 | literals of this kind",
                "null == null | rule.banned@2 | literals of this kind",
                "{'a': 1} == {'a': 1} | rule.banned@2 | structs and maps",
                "Money{} == Money{} | rule.banned@7 | structs and maps",
                "[1, 'a'] == [1] | rule.expression@6 | ",
                "dyn(1) == 1 | rule.expression@5 | there is no name or function dyn",
                "timestamp('x') == 1 | rule.expression@11 | there is no name or function timestamp",
                "'a'.matches('b') | rule.expression@13 | there is no name or function matches",
                "param == param | rule.banned@2 | param by itself",
                "doc.projectName.contains | rule.expression@17 | has no fields",
                "Money == Money | rule.banned@2 | names of types",
                "[1].all(doc, doc > 0) | rule.name@9 | differ from all others",
                "[1].all(x, [2].all(x, x > 0)) | rule.name@20 | differ from all others",
                "dec('1,2') > 1 | rule.literal@5 | nothing for dec()",
                "dec('01') > 1 | rule.literal@5 | nothing for dec()",
                "date('2026-02-30') > day | rule.literal@6 | nothing for date()",
                "date('2026-2-3') > day | rule.literal@6 | nothing for date()",
                "doc.method == 'OPNE' | rule.code@16 | \"OPNE\" is not a code of procurement-method",
                "doc.method in ['OPEN', 'SHUT'] | rule.code@25 | is not a code",
                "'SHUT' != doc.method | rule.code@2 | is not a code",
                "doc.lots.exists(l, l.price.form == 'UNIT') | rule.code@37 | \"UNIT\" is not a code of DISCOUNT, TOTAL",
                "inList(doc.method, 'method') | rule.code-list@21 | ",
                "inList(doc.method, doc.method) | rule.code-list@24 | ",
                "nameOf('XXX', 'currency') == '' | rule.code@9 | ",
                "within('110101', 'region', '99') | rule.code@29 | ",
                "enterpriseSize('A', 1, dec('1'), dec('1')) == 'TINY' | rule.code@48 | ",
                "wording('x', 'D99') == '' | rule.wording@15 | ",
            })
    void refusals(String expression, String fault, String message) {
        Checked checked = Checked.of(expression);
        assertEquals(fault, checked.faults().get(0), checked.message());
        if (message != null) {
            assertTrue(checked.message().contains(message), checked.message());
        }
    }

    @Test
    void codesAreKnownBehindNamesAndInLists() {
        assertEquals(
                List.of("rule.code@7"),
                Checked.of("m == 'SHUT'", "m", "doc.method").faults());
        assertEquals(
                List.of("rule.code@2"),
                Checked.of("'SHUT' in doc.lots.map(l, doc.method)").faults());
        assertEquals(
                List.of("rule.code@2"),
                Checked.of("'SHUT' in doc.lots.map(l, l.price.form).filter(f, f != 'TOTAL')")
                        .faults());
        assertEquals(
                List.of(),
                Checked.of("(doc.method == 'OPEN' ? doc.projectName : doc.method) == 'SHUT'")
                        .faults(),
                "a name may be anything");
    }

    /** The place is that in the file, behind Chinese characters and escapes. */
    @Test
    void placesCountCharactersOfTheFile() {
        SourceText text = new SourceText("{\n \"a\": \"x\\\"y\\u4e2d𠮷!\"}");
        var string =
                new org.tongcai.compiler.spec.Json.Text(new org.tongcai.compiler.spec.Place("f", 2, 7), "x\"y中𠮷!");
        assertEquals("f:2:8", text.within(string, 0).toString());
        assertEquals("f:2:9", text.within(string, 1).toString());
        assertEquals("f:2:11", text.within(string, 2).toString());
        assertEquals("f:2:12", text.within(string, 3).toString());
        assertEquals("f:2:18", text.within(string, 4).toString());
        assertEquals("f:2:20", text.within(string, 5).toString());
    }
}
