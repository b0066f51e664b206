// Table, filters and language of the report. Document text only ever goes into text nodes.
(function () {
  "use strict";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const COLUMNS = ["severity", "layer", "rule", "source", "index", "type", "id", "pointer", "line", "column",
    "titleZh", "titleEn", "messageZh", "messageEn", "value", "citationZh", "citationEn", "fixZh", "fixEn", "demandZh", "demandEn", "xpath"];
  const NUMBERS = new Set(["severity", "layer", "index", "line", "column"]);
  const SEVERITIES = [["error", "错误", "Error"], ["warning", "警告", "Warning"], ["info", "提示", "Info"]];
  const WORDS = {
    zh: { all: "全部", none: "没有符合条件的问题", empty: "没有发现问题", whole: "整个文档", rule: "规则", demand: "要求", document: "文档", pointer: "指针",
      value: "取值", citation: "依据", fix: "建议", copy: "复制", copied: "已复制", clear: "清除全部筛选", layer: "层次", severity: "级别",
      source: "来源", field: "字段", type: "文档类型", search: "字段、取值、说明、编号 …", unknown: "类型不明",
      status: (n, all) => n === all ? `列出 ${n} 条` : `列出的 ${all} 条中有 ${n} 条符合筛选`, more: n => `再显示 ${n} 条` },
    en: { all: "All", none: "No finding matches", empty: "Nothing was found", whole: "whole document", rule: "Rule", demand: "Demands", document: "Document",
      pointer: "Pointer", value: "Value", citation: "Source", fix: "Fix", copy: "Copy", copied: "Copied", clear: "Clear all filters",
      layer: "Layer", severity: "Severity", source: "File", field: "Field", type: "Document type", search: "field, value, message, id …",
      unknown: "type unknown", status: (n, all) => n === all ? `${n} listed` : `${n} of the ${all} listed match`, more: n => `Show ${n} more` },
  };
  const PAGE = 100;
  const findings = data.rows.map(decode);
  const filters = {};
  let lang = root.dataset.lang;
  let matching = findings;
  let shown = 0;

  function decode(row) {
    const finding = {};
    COLUMNS.forEach((name, i) => {
      finding[name] = NUMBERS.has(name) ? row[i] : row[i] < 0 ? "" : data.texts[row[i]];
    });
    finding.severity = SEVERITIES[finding.severity];
    finding.layer = data.layers[finding.layer];
    finding.place = finding.source + (finding.line > 0 ? ":" + finding.line + (finding.column > 0 ? ":" + finding.column : "") : "");
    finding.search = COLUMNS.filter(name => !NUMBERS.has(name)).map(name => finding[name]).join("\n").toLowerCase();
    return finding;
  }

  const KEYS = {
    severity: f => f.severity[0], layer: f => f.layer[0], rule: f => f.rule, source: f => f.source, field: f => f.titleZh.replace(/ \/ 第 [0-9]+ 项/g, ""), type: f => f.type,
  };
  const words = () => WORDS[lang];
  const inLanguage = triple => triple[lang === "en" ? 2 : 1];
  const pick = (finding, name) => finding[name + (lang === "en" ? "En" : "Zh")];
  const byId = id => document.getElementById(id);

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function row(finding) {
    const details = element("details", "", element("summary", "", pick(finding, "message")));
    // The inside is made when it is first looked at: thousands of rows stay cheap.
    details.addEventListener("toggle", () => fill(details, finding));
    const message = element("td", "", details);
    if (finding.value) message.append(element("span", "preview mono", finding.value));
    return element("tr", "",
      element("td", "", element("span", "badge " + finding.severity[0], inLanguage(finding.severity))),
      message,
      element("td", "", pick(finding, "title") || words().whole),
      element("td", "mono", finding.place));
  }

  function fill(details, finding) {
    if (details.children.length > 1) return;
    const w = words();
    const list = element("dl");
    const pair = (label, text, mono) => {
      if (text) list.append(element("dt", "", label), element("dd", mono ? "mono" : "", text));
    };
    pair(w.rule, finding.rule + " · " + inLanguage(finding.layer));
    pair(w.demand, pick(finding, "demand"));
    const place = (label, text) => {
      if (!text) return;
      pair(label, text, true);
      const copy = element("button", "copy", w.copy);
      copy.type = "button";
      copy.addEventListener("click", () => copyText(text, copy));
      list.lastChild.append(copy);
    };
    if (finding.pointer) place(w.pointer, finding.pointer); else pair(w.pointer, w.whole, true);
    place("XPath", finding.xpath);
    pair(w.value, finding.value, true);
    pair(w.citation, pick(finding, "citation"));
    pair(w.fix, pick(finding, "fix"));
    pair(w.document, [finding.type, finding.id, finding.index > 0 ? "[" + finding.index + "]" : ""].filter(Boolean).join(" · "));
    details.append(list);
  }

  async function copyText(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = element("textarea", "sr", text);
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = words().copied;
    setTimeout(() => { button.textContent = words().copy; }, 1500);
  }

  function apply() {
    const query = byId("q").value.trim().toLowerCase();
    const active = Object.entries(filters);
    matching = findings.filter(f => active.every(([name, key]) => KEYS[name](f) === key) && (!query || f.search.includes(query)));
    shown = 0;
    byId("rows").replaceChildren();
    if (matching.length === 0) {
      const cell = element("td", "empty", findings.length === 0 ? words().empty : words().none);
      cell.colSpan = 4;
      byId("rows").append(element("tr", "", cell));
    }
    more();
    byId("status").textContent = words().status(matching.length.toLocaleString("en"), findings.length.toLocaleString("en"));
    document.querySelectorAll(".bars button").forEach(b => b.setAttribute("aria-pressed", String(filters[b.dataset.filter] === b.dataset.key)));
    document.querySelectorAll("[data-select]").forEach(s => { s.value = filters[s.dataset.select] ?? ""; });
    chips(active);
  }

  function more() {
    byId("rows").append(...matching.slice(shown, shown + PAGE).map(row));
    shown = Math.min(shown + PAGE, matching.length);
    byId("more").hidden = shown >= matching.length;
    byId("more").textContent = words().more(Math.min(PAGE, matching.length - shown));
  }

  function chips(active) {
    const list = byId("chips");
    list.replaceChildren();
    const chip = (text, action) => {
      const button = element("button", "", text);
      button.type = "button";
      button.addEventListener("click", () => { action(); apply(); });
      list.append(element("li", "", button));
    };
    active.forEach(([name, key]) => chip(words()[name] + ": " + label(name, key) + " ✕", () => delete filters[name]));
    if (active.length > 1) chip(words().clear, () => active.forEach(([name]) => delete filters[name]));
    list.hidden = active.length === 0;
  }

  function label(name, key) {
    const triple = name === "severity" ? SEVERITIES.find(s => s[0] === key) : name === "layer" ? data.layers.find(l => l[0] === key) : null;
    if (triple) return inLanguage(triple);
    if (name === "field") {
      const finding = findings.find(f => KEYS.field(f) === key);
      return finding ? pick(finding, "title").replace(/ \/ (第 [0-9]+ 项|item [0-9]+)/g, "") : key;
    }
    return key || words().unknown;
  }

  function set(name, key) {
    if (key === null) delete filters[name]; else filters[name] = key;
    fillSelects();
    apply();
  }

  function fillSelects() {
    document.querySelectorAll("[data-select]").forEach(select => {
      const name = select.dataset.select;
      const counts = new Map();
      findings.forEach(f => counts.set(KEYS[name](f), (counts.get(KEYS[name](f)) ?? 0) + 1));
      // A list of thousands of files helps nobody: the search box finds them.
      const keys = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a)).slice(0, 500);
      if (filters[name] !== undefined && !keys.includes(filters[name])) keys.push(filters[name]);
      select.replaceChildren(new Option(words().all, ""), ...keys.map(key => new Option(`${label(name, key)} (${counts.get(key) ?? 0})`, key)));
    });
    byId("q").placeholder = words().search;
  }

  function speak(language) {
    lang = language;
    root.dataset.lang = language;
    root.lang = language === "en" ? "en" : "zh-CN";
    fillSelects();
    apply();
  }

  document.querySelectorAll(".bars button").forEach(button => button.addEventListener("click", () => {
    const { filter, key } = button.dataset;
    set(filter, filters[filter] === key ? null : key);
    byId("findings").scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }));
  document.querySelectorAll("[data-select]").forEach(select =>
    select.addEventListener("change", () => set(select.dataset.select, select.value === "" ? null : select.value)));
  let timer = 0;
  byId("q").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  byId("filters").addEventListener("submit", event => event.preventDefault());
  byId("more").addEventListener("click", more);
  byId("language").addEventListener("click", () => speak(lang === "en" ? "zh" : "en"));
  window.addEventListener("beforeprint", () => document.querySelectorAll("#rows details").forEach(d => {
    d.open = true;
    d.dispatchEvent(new Event("toggle"));
  }));

  root.classList.add("js");
  byId("filters").hidden = findings.length === 0;
  byId("status").hidden = findings.length === 0;
  byId("language").hidden = false;
  speak(lang);
})();
