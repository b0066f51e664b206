package org.tongcai.lifecycle;

import org.tongcai.Bilingual;

/** What can be wrong with a history; {@code {0}}, {@code {1}} … stand for the figures. */
enum LifecycleCheck {
    /** {0} event. */
    EVENT("lifecycle.event", "没有事件“{0}”", "there is no event \"{0}\""),
    /** {0} event, {1} state, {2} events that may happen. */
    TRANSITION("lifecycle.transition", "“{0}”不能在“{1}”时发生；此时可以：{2}", "\"{0}\" cannot happen in \"{1}\"; what can: {2}"),
    /** {0} state said, {1} state it is. */
    FROM("lifecycle.from", "所报原状态“{0}”与实际状态“{1}”不符", "the state before is said to be \"{0}\", but is \"{1}\""),
    TO("lifecycle.to", "所报新状态“{0}”与应有状态“{1}”不符", "the state after is said to be \"{0}\", but is \"{1}\""),
    /** {0} document types. */
    DOCUMENT("lifecycle.document", "缺少单据：{0}", "a document is missing: {0}"),
    REASON("lifecycle.reason", "必须写明理由", "a reason must be given"),
    SIGNATURE("lifecycle.signature", "必须签名", "it must be signed"),
    /** {0} this moment, {1} the one before. */
    ORDER("lifecycle.order", "发生时间 {0} 早于前一事件 {1}", "it happened at {0}, before the event that precedes it ({1})"),
    /** {0} title of the clock, {1} started, {2} stopped, {3} days used, {4} limit, {5} due. */
    LATE(
            "lifecycle.late",
            "{0}：自 {1} 起至 {2} 用了 {3} 日，超过 {4} 日，应在 {5} 前完成",
            "{0}: from {1} to {2} took {3} days, more than {4}; it was due on {5}"),
    EARLY(
            "lifecycle.early",
            "{0}：自 {1} 起至 {2} 仅 {3} 日，少于 {4} 日，应不早于 {5}",
            "{0}: from {1} to {2} are only {3} days, fewer than {4}; not before {5}"),
    OVERDUE(
            "lifecycle.overdue",
            "{0}：自 {1} 起至 {2} 已 {3} 日仍未完成，超过 {4} 日，应在 {5} 前完成",
            "{0}: from {1} to {2} are {3} days and it is not done yet, more than {4}; it was due on {5}"),
    /** {0} title of the clock, {1} reason. */
    UNDETERMINED("lifecycle.undetermined", "{0}：无法计算期限（{1}）", "{0}: the term cannot be computed ({1})"),
    CLOCK("lifecycle.clock", "没有正在停止（可以停止）的期限", "there is no term to stop or to resume");

    private final String id;
    private final Bilingual template;

    LifecycleCheck(String id, String zh, String en) {
        this.id = id;
        this.template = new Bilingual(zh, en);
    }

    String id() {
        return id;
    }

    Bilingual message(Bilingual... figures) {
        String zh = template.zh();
        String en = template.en();
        for (int i = 0; i < figures.length; i++) {
            zh = zh.replace("{" + i + "}", figures[i].zh());
            en = en.replace("{" + i + "}", figures[i].en().isEmpty() ? figures[i].zh() : figures[i].en());
        }
        return new Bilingual(zh, en);
    }
}
