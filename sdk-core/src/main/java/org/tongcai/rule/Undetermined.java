package org.tongcai.rule;

import java.io.Serial;
import org.tongcai.Bilingual;

/**
 * Why an expression has no value: the error of CEL. Carries a reason, no stack: those that name a field are made when a rule is loaded and
 * thrown again and again. {@code && || all exists ?:} treat it as the language says; a rule that ends with it is undetermined.
 */
final class Undetermined extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    static final Undetermined OVERFLOW = of("整数溢出", "a whole number overflows");
    static final Undetermined BY_ZERO = of("除数为零", "division by zero");
    static final Undetermined EMPTY_LIST = of("列表为空", "the list is empty");
    static final Undetermined NO_SUCH_ITEM = of("列表中没有该位置", "the list has no such place");
    static final Undetermined FAULTY_ITEM = of("列表中有一项填写有误", "an item of the list is faulty");
    static final Undetermined NO_DAY = of("文本不是日期", "the text is no date");
    static final Undetermined DAY_RANGE = of("日期超出范围", "the date is out of range");
    static final Undetermined NO_DECIMAL = of("文本不是十进制数", "the text is no decimal number");

    private final transient Bilingual reason;

    private Undetermined(Bilingual reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    static Undetermined of(String zh, String en) {
        return new Undetermined(new Bilingual(zh, en));
    }

    static Undetermined absent(Bilingual title, String path) {
        return of("缺少“" + title.zh() + "”（" + path + "）", "“" + title.en() + "” (" + path + ") is missing");
    }

    static Undetermined faulty(Bilingual title, String path) {
        return of("“" + title.zh() + "”（" + path + "）填写有误", "“" + title.en() + "” (" + path + ") is faulty");
    }

    Bilingual reason() {
        return reason;
    }
}
