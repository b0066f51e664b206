package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operator and function of the language in a table: an expression as the bundle has it, and its value. */
class OperatorsTest {
    private static final String NOTICE = """
            {'title': '采购𠮷公告', 'remark': 'ab', 'method': 'OPEN', 'staff': 7, 'urgent': true,
             'budget': '1000000.00', 'bond': '12345678901234567890.12', 'issued': '2026-03-02',
             'deadline': '2026-03-23T00:30:00+08:00', 'opening': '2026-03-22T16:30:00Z',
             'rates': ['0.10', '0.050', '0.2'], 'tags': ['a', 'b'], 'days': ['2026-03-02', '2026-01-04'],
             'price': {'kind': 'total', 'amount': '5.00'},
             'lots': [{'lotNumber': '1', 'budget': '600000', 'kind': 'A', 'counts': [1, 2]},
                      {'lotNumber': '2', 'budget': '400000.00', 'kind': 'A0101', 'counts': [3]},
                      {'lotNumber': '3', 'budget': '!'}]}
            """;
    private final Calculator calculator = new Calculator(new Sample()).on(NOTICE);

    private static String expression(String json) {
        return json.replaceAll("\\bdoc\\.(\\w+)", "['.',['v','doc'],'Notice','$1']");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['add_int',2,3] | 5
            ['sub_int',2,3] | -1
            ['mul_int',-4,3] | -12
            ['div_int',-7,2] | -3
            ['mod_int',-7,2] | -1
            ['neg_int',doc.staff] | -7
            ['add_int',9223372036854775807,1] | !a whole number overflows
            ['sub_int',-9223372036854775807,2] | !a whole number overflows
            ['mul_int',4611686018427387904,2] | !a whole number overflows
            ['neg_int',['sub_int',-9223372036854775807,1]] | !a whole number overflows
            ['div_int',['sub_int',-9223372036854775807,1],-1] | !a whole number overflows
            ['mod_int',['sub_int',-9223372036854775807,1],-1] | !a whole number overflows
            ['div_int',1,0] | !division by zero
            ['mod_int',1,0] | !division by zero
            ['lt_int',1,2] | yes
            ['lt_int',2,2] | no
            ['le_int',2,2] | yes
            ['le_int',3,2] | no
            ['gt_int',3,2] | yes
            ['gt_int',2,2] | no
            ['ge_int',2,2] | yes
            ['ge_int',1,2] | no
            ['eq',1,1] | yes
            ['ne',1,1] | no
            ['eq',true,false] | no
            ['eq','a','a'] | yes
            ['ne','a','ab'] | yes
            ['eq',['D','1.0'],['D','1.00']] | yes
            ['ne',['D','1.0'],['D','1.01']] | yes
            ['eq',['T','2026-01-01'],['T','2026-01-01']] | yes
            ['eq',doc.deadline,doc.opening] | yes
            ['eq',['[]',1,2],['[]',1,2]] | yes
            ['eq',['[]',1,2],['[]',1]] | no
            ['eq',['[]'],doc.tags] | no
            ['eq',['[]',['[]','a']],['[]',['[]','a']]] | yes
            ['eq_dec_int',doc.budget,1000000] | yes
            ['eq_int_dec',5,['D','5.01']] | no
            ['ne_dec_int',doc.budget,1000000] | no
            ['ne_int_dec',5,['D','5.01']] | yes
            """)
    void wholeNumbersAndEquality(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['add_string','ab',doc.title] | ab采购𠮷公告
            ['size_string',doc.title] | 5
            ['lt_string','a','b'] | yes
            ['lt_string','a','a'] | no
            ['le_string','a','a'] | yes
            ['le_string','b','a'] | no
            ['gt_string','ab','a'] | yes
            ['gt_string','a','ab'] | no
            ['ge_string','a','a'] | yes
            ['ge_string','a','b'] | no
            ['lt_string','Ａ','𠮷'] | no
            ['contains',doc.title,'𠮷公'] | yes
            ['contains',doc.title,'公开'] | no
            ['contains',doc.title,''] | yes
            ['contains','a','ab'] | no
            ['starts_with',doc.title,'采购'] | yes
            ['starts_with','a','ab'] | no
            ['ends_with',doc.title,'公告'] | yes
            ['ends_with','b','ab'] | no
            ['eq',doc.method,'OPEN'] | yes
            doc.method | Open
            ['in',doc.method,['[]','OLD','OPEN']] | yes
            ['in',doc.method,['[]','OLD','NEW']] | no
            """)
    void texts(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['size_list',doc.lots] | 3
            ['size_list',['[]']] | 0
            ['size_list',['[]',1]] | 1
            ['index',doc.tags,1] | b
            ['index',doc.tags,2] | !the list has no such place
            ['index',doc.tags,-1] | !the list has no such place
            ['index',['[]',true],0] | yes
            ['in',2,['[]',1,2]] | yes
            ['in',['D','0.05'],doc.rates] | yes
            ['in','c',doc.tags] | no
            ['add_list',doc.tags,['[]','c']] | a, b, c
            ['add_list',['[]'],doc.tags] | a, b
            ['distinct',doc.tags] | yes
            ['distinct',['add_list',doc.tags,['[]','a']]] | no
            ['distinct',['[]',['D','1'],['D','1.0']]] | no
            ['distinct',['[]']] | yes
            ['subset',['[]','b'],doc.tags] | yes
            ['subset',['[]','b','c'],doc.tags] | no
            ['subset',['[]'],doc.tags] | yes
            ['subset',doc.tags,['[]']] | no
            ['all','t',doc.tags,['ne',['v','t'],'c']] | yes
            ['exists','t',doc.tags,['eq',['v','t'],'b']] | yes
            ['exists','t',['[]','x'],['eq',['v','t'],'b']] | no
            ['exists_one','t',['[]','a','b','a'],['eq',['v','t'],'a']] | no
            ['exists_one','t',doc.tags,['eq',['v','t'],'a']] | yes
            ['filter','r',doc.rates,['ge_dec',['v','r'],['D','0.1']]] | 0.10, 0.2
            ['map','l',doc.lots,['.',['v','l'],'Lot','lotNumber']] | 1, 2, 3
            ['map','t',['filter','t',doc.tags,['eq',['v','t'],'b']],['add_string',['v','t'],'!']] | b!
            ['map','l',['filter','l',doc.lots,['has',['v','l'],'Lot','counts']],['.',['v','l'],'Lot','counts']] | 1, 2, 3
            ['index',['index',['map','l',['filter','l',doc.lots,['has',['v','l'],'Lot','counts']],['.',['v','l'],'Lot','counts']],1],0] | 3
            ['all','a',['[]',1,2],['exists','b',['[]',2,3],['lt_int',['v','a'],['v','b']]]] | yes
            """)
    void lists(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['dec','0.020'] | 0.02
            ['dec',doc.title] | !the text is no decimal number
            ['dec','1e3'] | !the text is no decimal number
            ['dec','.5'] | !the text is no decimal number
            ['dec',''] | !the text is no decimal number
            ['dec','-'] | !the text is no decimal number
            ['dec_int',doc.staff] | 7
            ['dec_int',9223372036854775807] | 9223372036854775807
            ['add_dec',doc.budget,['D','0.005']] | 1000000.005
            ['add_dec',doc.bond,['D','0.01']] | 12345678901234567890.13
            ['sub_dec',doc.budget,doc.bond] | -12345678901233567890.12
            ['mul_dec',doc.budget,['D','0.02']] | 20000.00
            ['mul_dec_int',['D','1.5'],3] | 4.5
            ['mul_int_dec',3,['D','1.5']] | 4.5
            ['div_dec',['D','1'],['D','3']] | 0.3333333333333333333333333333333333
            ['div_dec',['D','1'],['D','0.00']] | !division by zero
            ['div_dec_int',['D','1'],4] | 0.25
            ['div_dec_int',['D','1'],0] | !division by zero
            ['neg_dec',doc.bond] | -12345678901234567890.12
            ['abs',['D','-2.5']] | 2.5
            ['abs',['neg_dec',doc.bond]] | 12345678901234567890.12
            ['round',['D','2.345'],2] | 2.35
            ['round',['D','-2.345'],2] | -2.35
            ['round',['D','1250'],-2] | 1300
            ['round',['D','1'],1000] | !a whole number overflows
            ['min_dec',doc.budget,doc.bond] | 1000000.00
            ['max_dec',doc.budget,doc.bond] | 12345678901234567890.12
            ['lt_dec',['D','1.10'],['D','1.1']] | no
            ['le_dec',['D','1.10'],['D','1.1']] | yes
            ['gt_dec',doc.bond,doc.budget] | yes
            ['ge_dec',doc.budget,doc.bond] | no
            ['lt_dec_int',doc.budget,1000001] | yes
            ['le_dec_int',doc.budget,999999] | no
            ['gt_dec_int',doc.budget,999999] | yes
            ['ge_dec_int',doc.budget,1000001] | no
            ['sum',doc.rates] | 0.35
            ['sum',['[]']] | 0
            ['sum',['[]',doc.bond,['neg_dec',doc.bond],['D','1']]] | 1.00
            ['sum_int',['[]',1,2,3]] | 6
            ['sum_int',['[]',9223372036854775807,1]] | !a whole number overflows
            ['lowest',doc.rates] | 0.05
            ['highest',doc.rates] | 0.2
            ['lowest',['[]']] | !the list is empty
            ['highest',['[]']] | !the list is empty
            ['mean',['[]',['D','1'],['D','2']]] | 1.5
            ['mean',['[]']] | !the list is empty
            ['median',['[]',['D','9'],['D','1'],['D','2']]] | 2
            ['median',['[]',['D','1'],['D','2.5']]] | 1.75
            ['median',['[]']] | !the list is empty
            """)
    void decimals(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['date','2024-02-29'] | 2024-02-29
            ['date','2023-02-29'] | !the text is no date
            ['lt_date',doc.issued,['T','2026-03-03']] | yes
            ['lt_date',doc.issued,doc.issued] | no
            ['le_date',doc.issued,doc.issued] | yes
            ['le_date',doc.issued,['T','2026-03-01']] | no
            ['gt_date',doc.issued,['T','2026-03-01']] | yes
            ['gt_date',doc.issued,doc.issued] | no
            ['ge_date',doc.issued,doc.issued] | yes
            ['ge_date',doc.issued,['T','2026-03-03']] | no
            ['days',doc.issued,['date_of',doc.deadline]] | 21
            ['days',['T','2026-03-02'],['T','2026-02-28']] | -2
            ['workdays',['T','2026-02-10'],['T','2026-02-26']] | 7
            ['workdays',['T','2031-01-01'],['T','2031-01-02']] | !the calendar has no holiday notice for 2031
            ['plus_days',doc.issued,20] | 2026-03-22
            ['plus_days',doc.issued,9223372036854775807] | !the date is out of range
            ['plus_days',doc.issued,-9000000000000] | !the date is out of range
            ['plus_days_rolled',doc.issued,20] | 2026-03-23
            ['plus_days_rolled',doc.issued,-1] | !the date is out of range
            ['plus_days_rolled',['T','2031-01-01'],20] | !the calendar has no holiday notice for 2031
            ['plus_workdays',['T','2026-02-10'],7] | 2026-02-26
            ['plus_workdays',doc.issued,9223372036854775807] | !the date is out of range
            ['plus_workdays',['T','2031-01-01'],1] | !the calendar has no holiday notice for 2031
            ['plus_months',['T','2024-01-31'],1] | 2024-02-29
            ['plus_months',doc.issued,9223372036854775807] | !the date is out of range
            ['plus_years',['T','2024-02-29'],1] | 2025-02-28
            ['plus_years',doc.issued,9223372036854775807] | !the date is out of range
            ['year',doc.issued] | 2026
            ['is_workday',['T','2026-02-14']] | yes
            ['is_workday',['T','2026-02-17']] | no
            ['is_workday',['T','2031-02-17']] | !the calendar has no holiday notice for 2031
            ['earliest',doc.days] | 2026-01-04
            ['latest',doc.days] | 2026-03-02
            ['earliest',['[]']] | !the list is empty
            ['latest',['[]']] | !the list is empty
            ['lt_moment',doc.deadline,doc.opening] | no
            ['le_moment',doc.deadline,doc.opening] | yes
            ['gt_moment',doc.deadline,doc.opening] | no
            ['ge_moment',doc.deadline,doc.opening] | yes
            ['date_of',doc.deadline] | 2026-03-23
            ['date_of',doc.opening] | 2026-03-22
            ['minutes',doc.opening,doc.deadline] | 0
            doc.deadline | 2026-03-23 00:30
            doc.opening | 2026-03-22 16:30
            ['v','day'] | 2026-03-02
            """)
    void daysAndMoments(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ['in_list',doc.method,'method'] | yes
            ['in_list','OLD','method'] | no
            ['in_list','NEW','method'] | yes
            ['in_list','NONE','method'] | no
            ['is_leaf','A','kind'] | no
            ['is_leaf','A0101','kind'] | yes
            ['is_leaf','?','kind'] | yes
            ['within','A0101','kind','A'] | yes
            ['within','A','kind','A'] | yes
            ['within','A','kind','A01'] | no
            ['within','X','kind','B'] | yes
            ['within','X','kind','A'] | no
            ['within','?','kind','A'] | no
            ['name_of','A01','kind'] | 设备
            ['name_of','X','kind'] | 新名
            ['name_of','?','kind'] | !the code list does not have the code
            ['capital_amount',doc.budget] | 壹佰万元整
            ['capital_amount',['D','0.001']] | !no amount that can be written in words
            ['price_score',['D','90'],['D','120'],['D','30']] | 22.50
            ['price_score',['D','90'],['D','0'],['D','30']] | !the formula makes no sense of the figures
            ['review_price',['D','100'],doc.rates] | 65.00
            ['review_price',['D','100'],['[]',['D','1.1']]] | !the formula makes no sense of the figures
            ['abnormally_low',['D','40'],['[]',['D','90'],['D','100']],['D','120'],['D','0.5'],['D','0.5'],['D','0.45']] | yes
            ['abnormally_low',['D','60'],['[]',['D','90'],['D','100']],['D','120'],['D','0.5'],['D','0.5'],['D','0.45']] | no
            ['least_experts',5] | 4
            ['least_experts',-1] | !the formula makes no sense of the figures
            """)
    void codesAndFormulas(String expression, String value) {
        assertEquals(value, calculator.of(expression(expression)));
    }
}
