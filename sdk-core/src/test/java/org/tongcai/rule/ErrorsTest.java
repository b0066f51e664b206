package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error does to the expression around it, by the rules of CEL. {@code E} is one: a field that is absent. */
class ErrorsTest {
    private static final String ABSENT = "!“urgent” (doc.urgent) is missing";
    private final Calculator calculator = new Calculator(new Sample())
            .on("{'tags':['a','b'],'price':{'kind':'total'},'plan':'!','lots':[{'lotNumber':'1'},{}]}");

    private String of(String expression) {
        return calculator.of(expression
                .replaceAll("\\bE\\b", "doc.urgent")
                .replaceAll("\\bdoc\\.(\\w+)", "['.',['v','doc'],'Notice','$1']"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiterString = " = ", quoteCharacter = '`', textBlock = """
            ['&&',E,false] = no
            ['&&',false,E] = no
            ['&&',E,true] = error
            ['&&',true,E] = error
            ['&&',['&&',E,true],false] = no
            ['&&',['||',E,true],true] = yes
            ['||',E,true] = yes
            ['||',true,E] = yes
            ['||',E,false] = error
            ['||',false,E] = error
            ['||',['&&',E,false],false] = no
            ['!',E] = error
            ['?',E,1,2] = error
            ['?',true,1,['?',E,2,3]] = 1
            ['?',false,['?',E,2,3],4] = 4
            ['?',true,true,E] = yes
            ['all','t',doc.tags,['?',['eq',['v','t'],'a'],E,false]] = no
            ['all','t',doc.tags,['?',['eq',['v','t'],'b'],E,false]] = no
            ['all','t',doc.tags,['?',['eq',['v','t'],'a'],E,true]] = error
            ['exists','t',doc.tags,['?',['eq',['v','t'],'a'],E,true]] = yes
            ['exists','t',doc.tags,['?',['eq',['v','t'],'a'],E,false]] = error
            ['exists_one','t',doc.tags,['?',['eq',['v','t'],'a'],E,true]] = error
            ['filter','t',doc.tags,['?',['eq',['v','t'],'a'],E,true]] = error
            ['map','t',doc.tags,['?',['eq',['v','t'],'a'],E,true]] = error
            ['all','t',['[]'],E] = yes
            ['in',true,['[]',true,E]] = error
            ['eq',E,true] = error
            """)
    void spread(String expression, String value) {
        assertEquals(value.equals("error") ? ABSENT : value, of(expression));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiterString = " = ", quoteCharacter = '`', textBlock = """
            ['has',['v','doc'],'Notice','tags'] = yes
            ['has',['v','doc'],'Notice','rates'] = no
            ['has',['v','doc'],'Notice','plan'] = yes
            ['has',doc.price,'Price','kind'] = yes
            ['has',doc.price,'Price','amount'] = no
            ['has',doc.price,'Price','rate'] = no
            ['.',doc.price,'Price','amount'] = !“amount” (doc.price.amount) is missing
            ['has',['.',['v','doc'],'Notice','header'],'Header','documentId'] = !“header” (doc.header) is missing
            ['.',['.',doc.header,'Header','platform'],'Platform','code'] = !“header” (doc.header) is missing
            ['has',doc.plan,'DocumentReference','documentId'] = !“plan” (doc.plan) is faulty
            ['.',doc.plan,'DocumentReference','documentId'] = !“plan” (doc.plan) is faulty
            ['.',['index',doc.lots,1],'Lot','lotNumber'] = !“lotNumber” (.lotNumber) is missing
            ['all','l',doc.lots,['ne',['.',['v','l'],'Lot','lotNumber'],'']] = !“lotNumber” (l.lotNumber) is missing
            ['exists','l',doc.lots,['eq',['.',['v','l'],'Lot','lotNumber'],'1']] = yes
            """)
    void presence(String expression, String value) {
        assertEquals(value, of(expression));
    }

    @Test
    void everyFunctionIsInTheTables() throws java.io.IOException {
        String tests = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/java/org/tongcai/rule/OperatorsTest.java"));
        Set<Function> missing = EnumSet.noneOf(Function.class);
        for (Function function : Function.values()) {
            // These two have vectors and a test with their tables.
            if (function != Function.ENTERPRISE_SIZE
                    && function != Function.WORDING
                    && !Pattern.compile("\\['" + function.id() + "',")
                            .matcher(tests)
                            .find()) {
                missing.add(function);
            }
        }
        assertEquals(Set.of(), missing);
    }
}
