"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const image = data.image, findings = data.findings, packages = data.components;
  const byId = new Map(packages.map((p) => [p.id, p]));
  const layers = image.layers || [];
  const layerOf = new Map(layers.map((l, i) => [l.diffId, i + 1]));
  const SEVERITIES = ["critical", "high", "medium", "low", "negligible", "unknown"];
  const DOTS = { critical: "●●●●", high: "●●●○", medium: "●●○○", low: "●○○○", negligible: "○○○○", unknown: "?" };
  const ORIGINS = ["base", "own", "unknown"];
  const FIX = 5;

  // Words, in the languages of the report.
  const WORDS = {
    en: {
      findings: "Findings", layers: "Layers", components: "Components", more: "Suppressed and unread", first: "Fix first",
      skip: "Skip to the list", search: "Search findings", theme: "Light or dark", keys: "Keys", language: "中文",
      severity: "Severity", kind: "Kind", origin: "Origin", any: "any", fixable: "only with a fix", priority: "Priority", finding: "Finding",
      where: "Where", change: "Change", shown: "{0} of {1} findings", none: "No finding passes these filters.", clear: "Clear filters",
      clean: "Nothing was found in {0} packages.", bySeverity: "By severity and origin", byPriority: "By priority", close: "Close",
      found: "found", known: "known", judged: "judged", reached: "reached", change2: "to do", layer: "layer {0}", nofix: "no fix",
      why: "Why this priority", opinions: "What each source says", links: "Read more", evidence: "seen", standing: "standing", id: "ids",
      noPackages: "No packages were found. Scan an image: bw scan IMAGE", noLayers: "A folder has no layers.", packages: "packages",
      suppressed: "Taken out of the findings", unread: "Not analysed", rules: "Ignore rules to look at", coverage: "Not covered by any feed",
      nothing: "Nothing.", database: "Database", scanned: "Scanned", base: "base {0}", user: "user", state: "State", reason: "Reason", path: "Path",
      kSearch: "search", kMove: "next, previous finding", kOpen: "open or close a finding", kKeys: "these keys", needs: "needs", filterPackages: "Search packages",
      exploited: "known to be exploited", ransomware: "used by ransomware", since: "since {0}", epss: "EPSS {0} %", published: "published {0}",
      "s.critical": "critical", "s.high": "high", "s.medium": "medium", "s.low": "low", "s.negligible": "negligible", "s.unknown": "unrated",
      "o.base": "base", "o.own": "yours", "o.unknown": "image", "k.vulnerability": "vulnerability", "k.malicious-package": "malicious package",
      "k.misconfiguration": "configuration", "k.secret": "secret", "k.malware": "malware", "k.exposure": "exposure", "k.licence": "licence",
      "st.deleted": "deleted by a higher layer, still readable", "st.overwritten": "overwritten by a higher layer, still readable", "st.present": "present",
      "f.fixed": "fixed", "f.not-fixed": "no fix yet", "f.wont-fix": "will not be fixed", "f.end-of-life": "end of life", "f.under-investigation": "under investigation", "f.unknown": "no fix known",
      "r.reached": "the entry point uses it", "r.unreached": "the entry point does not use it", "r.unknown": "not known", upgrade: "Upgrade to {0}", remove: "Remove the package", confidence: "{0} confidence",
      "c.high": "high", "c.medium": "medium", "c.low": "low", rate: "installed {0}", others: "{0} more", openList: "Show these findings"
    },
    zh: {
      findings: "发现", layers: "镜像层", components: "组件", more: "已抑制与未能分析", first: "优先修复",
      skip: "跳到列表", search: "搜索发现", theme: "明暗主题", keys: "快捷键", language: "English",
      severity: "级别", kind: "类型", origin: "来源", any: "全部", fixable: "仅显示可修复", priority: "优先级", finding: "发现",
      where: "位置", change: "修改", shown: "共 {1} 个发现，显示 {0} 个", none: "没有符合筛选条件的发现。", clear: "清除筛选",
      clean: "{0} 个软件包中未发现问题。", bySeverity: "按级别与来源", byPriority: "按优先级", close: "关闭",
      found: "位置", known: "记录", judged: "判断", reached: "可达性", change2: "处理", layer: "第 {0} 层", nofix: "暂无修复",
      why: "优先级的由来", opinions: "各漏洞源的说法", links: "参考资料", evidence: "所见", standing: "现状", id: "编号",
      noPackages: "没有发现软件包。请扫描镜像：bw scan 镜像", noLayers: "目录没有层。", packages: "软件包",
      suppressed: "已从发现中移除", unread: "未能分析", rules: "需要复核的忽略规则", coverage: "没有漏洞源覆盖",
      nothing: "无。", database: "漏洞库", scanned: "扫描时间", base: "基础镜像 {0}", user: "用户", state: "状态", reason: "原因", path: "路径",
      kSearch: "搜索", kMove: "下一个、上一个发现", kOpen: "打开或关闭发现", kKeys: "显示快捷键", needs: "依赖", filterPackages: "搜索软件包",
      exploited: "已知被利用", ransomware: "被勒索软件利用", since: "自 {0}", epss: "EPSS {0} %", published: "公布于 {0}",
      "s.critical": "严重", "s.high": "高危", "s.medium": "中危", "s.low": "低危", "s.negligible": "可忽略", "s.unknown": "未评级",
      "o.base": "基础镜像", "o.own": "自有", "o.unknown": "镜像", "k.vulnerability": "漏洞", "k.malicious-package": "恶意软件包",
      "k.misconfiguration": "配置", "k.secret": "密钥", "k.malware": "恶意代码", "k.exposure": "暴露面", "k.licence": "许可证",
      "st.deleted": "上层已删除，仍可读取", "st.overwritten": "上层已覆盖，仍可读取", "st.present": "存在",
      "f.fixed": "已修复", "f.not-fixed": "尚未修复", "f.wont-fix": "不会修复", "f.end-of-life": "已停止维护", "f.under-investigation": "调查中", "f.unknown": "未知修复",
      "r.reached": "入口程序会加载", "r.unreached": "入口程序不会加载", "r.unknown": "未知", upgrade: "升级到 {0}", remove: "移除该软件包", confidence: "置信度{0}",
      "c.high": "高", "c.medium": "中", "c.low": "低", rate: "已安装 {0}", others: "另有 {0} 个", openList: "查看这些发现"
    }
  };
  let lang = document.documentElement.lang === "zh" ? "zh" : "en";
  const t = (key, ...args) => {
    const word = WORDS[lang][key] ?? key;
    return args.length ? word.replace(/\{(\d)\}/g, (_, i) => args[+i]) : word;
  };

  // Texts of the report become text nodes only: nothing in it is ever read as HTML.
  const el = (name, attributes, ...children) => {
    const svg = ["svg", "g", "rect", "text", "title"].includes(name) || attributes?.svg;
    const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "svg" || value === undefined || value === null || value === false) continue;
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value === true ? "" : value);
    }
    for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== "") node.append(child);
    return node;
  };
  const web = (url) => /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(url);
  const size = (bytes) => {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let i = 0;
    while (bytes >= 999.5 && i < 4) { bytes /= 1000; i++; }
    return (i && bytes < 10 ? bytes.toFixed(1) : Math.round(bytes)) + " " + units[i];
  };

  // What the list needs of each finding, worked out once.
  const rows = findings.map((f, i) => {
    const p = byId.get(f.component);
    const path = f.location?.path || "";
    return {
      i, f, p, path, score: f.priority?.score ?? 0, severity: SEVERITIES.indexOf(f.severity), name: p ? p.name : "",
      fixable: !!f.fixedVersion || (f.remediation || "") !== "" || f.kind === "malicious-package",
      layer: layerOf.get(f.location?.layer) || 0
    };
  });
  const textOf = (r) => r.text ??= [r.f.id, (r.f.aliases || []).join(" "), r.f.title, r.p ? r.p.name + " " + r.p.purl : "", r.f.installedVersion, r.path, r.f.evidence, r.f.part].join(" ").toLowerCase();
  const kinds = [...new Set(findings.map((f) => f.kind))];
  const key = (r) => r.f.id + "~" + (r.f.component || r.path + "~" + (r.f.part || ""));
  const byKey = new Map();
  for (const r of rows) if (!byKey.has(key(r))) byKey.set(key(r), r);

  // The state of the page lives in its address.
  const DEFAULTS = { tab: "findings", severity: "", kind: "", origin: "", fix: "", q: "", sort: "priority", dir: "", open: "", layer: "" };
  let state = { ...DEFAULTS };
  let shown = rows, at = -1;
  const readHash = () => {
    state = { ...DEFAULTS };
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) if (Object.hasOwn(DEFAULTS, name)) state[name] = value;
    if (!["findings", "layers", "components", "more"].includes(state.tab)) state.tab = "findings";
  };
  const hashOf = (changes) => {
    const next = { ...state, ...changes }, out = new URLSearchParams();
    for (const name of Object.keys(DEFAULTS)) if (next[name] !== DEFAULTS[name]) out.set(name, next[name]);
    return "#" + out;
  };
  const go = (changes, replace) => {
    history[replace ? "replaceState" : "pushState"](null, "", hashOf(changes));
    readHash();
    render();
  };

  const words = (s) => s.toLowerCase().split(/\s+/).filter(Boolean);
  const filter = () => {
    const wanted = state.severity ? state.severity.split(",") : null, q = words(state.q);
    shown = rows.filter((r) =>
      (!wanted || wanted.includes(r.f.severity)) && (!state.kind || r.f.kind === state.kind) &&
      (!state.origin || r.f.origin === state.origin) && (!state.fix || r.fixable) &&
      (!state.layer || r.layer === +state.layer) && q.every((word) => textOf(r).includes(word)));
    const order = {
      priority: (a, b) => b.score - a.score || a.i - b.i, severity: (a, b) => a.severity - b.severity || b.score - a.score || a.i - b.i,
      finding: (a, b) => (a.f.id < b.f.id ? -1 : a.f.id > b.f.id ? 1 : a.i - b.i), where: (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.i - b.i)
    };
    shown.sort(Object.hasOwn(order, state.sort) ? order[state.sort] : order.priority);
    if (state.dir === "up") shown.reverse();
  };

  const severity = (name) => el("span", { class: "sev sev-" + name }, el("span", { class: "dots", "aria-hidden": "true" }, DOTS[name] || "?"), t("s." + name));
  const remedy = (r) => r.f.fixedVersion ? t("upgrade", r.f.fixedVersion) : r.f.remediation || (r.f.kind === "malicious-package" ? t("remove") : t("f." + (r.f.fixState || "unknown")));
  const short = (r) => r.f.fixedVersion ? "→ " + r.f.fixedVersion : r.f.kind === "vulnerability" ? t("nofix") : "";

  // The list draws only the rows that are seen.
  let view, space, rowHeight = 44;
  const rowNode = (r, n) => el("div", {
    class: "row" + (n === at ? " at" : ""), role: "row", id: "row-" + n, "aria-rowindex": n + 1, "aria-selected": n === at ? "true" : "false", onclick: () => open(n) },
    el("span", { class: "score", role: "gridcell" }, String(r.score)),
    el("span", { role: "gridcell", class: "sev sev-" + r.f.severity }, el("span", { class: "dots", "aria-hidden": "true" }, DOTS[r.f.severity] || "?"), t("s." + r.f.severity)),
    el("span", { class: "two what", role: "gridcell" }, el("b", null, r.f.id + (r.p ? "  " + r.p.name + " " + (r.f.installedVersion || "") : "")), el("span", { class: "soft" }, r.f.title || r.f.evidence || (r.f.description || "").split("\n", 1)[0] || t("k." + r.f.kind))),
    el("span", { class: "two where", role: "gridcell" }, el("span", { class: "mono" }, r.path + (r.f.location?.line ? ":" + r.f.location.line : "")),
      el("span", { class: "soft" }, t("o." + r.f.origin) + (r.layer ? " · " + t("layer", r.layer) : "") + " · " + t("k." + r.f.kind))),
    el("span", { class: "fix", role: "gridcell" }, short(r)));
  const draw = () => {
    if (!view || !view.isConnected) return;
    const from = Math.max(0, Math.floor(view.scrollTop / rowHeight) - 8);
    const to = Math.min(shown.length, Math.ceil((view.scrollTop + (view.clientHeight || 700)) / rowHeight) + 8);
    const nodes = [];
    for (let n = from; n < to; n++) {
      const node = rowNode(shown[n], n);
      node.style.top = n * rowHeight + "px";
      nodes.push(node);
    }
    space.replaceChildren(...nodes);
  };
  const reveal = (n) => {
    const top = n * rowHeight;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top + rowHeight > view.scrollTop + view.clientHeight) view.scrollTop = top + rowHeight - view.clientHeight;
  };
  const open = (n) => { at = n; go({ open: state.open === key(shown[n]) ? "" : key(shown[n]) }, true); };
  const move = (by) => {
    if (!shown.length || state.tab !== "findings") return;
    at = Math.min(shown.length - 1, Math.max(0, at + by));
    reveal(at);
    if (state.open) go({ open: key(shown[at]) }, true);
    else draw();
    view.setAttribute("aria-activedescendant", "row-" + at);
  };

  const sortButton = (name) => el("span", null,
    el("button", { type: "button", "aria-pressed": state.sort === name ? "true" : "false", onclick: () => go({ sort: name, dir: state.sort === name && !state.dir ? "up" : "" }, true) },
      t(name) + (state.sort === name ? (state.dir ? " ↑" : " ↓") : "")));
  const select = (name, values, label) => el("label", null, t(name), el("select", { "data-filter": name, onchange: (e) => go({ [name]: e.target.value, open: "" }, true) },
    el("option", { value: "" }, t("any")), values.map((v) => el("option", { value: v, selected: state[name] === v }, t(label + v)))));

  const list = () => {
    filter();
    const status = el("p", { class: "soft", role: "status", id: "count" }, t("shown", shown.length, rows.length),
      state.layer ? " · " + t("layer", state.layer) : "", " ",
      Object.keys(DEFAULTS).some((k) => ["severity", "kind", "origin", "fix", "q", "layer"].includes(k) && state[k]) ? el("button", { type: "button", onclick: () => go({ severity: "", kind: "", origin: "", fix: "", q: "", layer: "" }) }, t("clear")) : null);
    const search = el("input", { type: "search", id: "search", "aria-label": t("search"), placeholder: t("search") + "  /", autocomplete: "off" });
    search.value = state.q;
    search.addEventListener("input", () => {
      state.q = search.value;
      history.replaceState(null, "", hashOf({ open: "" }));
      state.open = "";
      at = -1;
      filter();
      count();
      layout();
    });
    const count = () => { status.firstChild.textContent = t("shown", shown.length, rows.length); };
    const filters = el("div", { class: "filters", role: "search" }, search,
      select("severity", SEVERITIES.filter((s) => findings.some((f) => f.severity === s)), "s."),
      select("kind", kinds, "k."), select("origin", ORIGINS.filter((o) => findings.some((f) => f.origin === o)), "o."),
      el("label", null, el("input", { type: "checkbox", id: "fix", checked: !!state.fix, onchange: (e) => go({ fix: e.target.checked ? "1" : "", open: "" }, true) }), t("fixable")));
    if (state.severity.includes(",")) filters.querySelector("select").selectedIndex = 0;
    space = el("div", { class: "space", role: "rowgroup" });
    view = el("div", { class: "view", tabindex: "0", role: "grid", "aria-label": t("findings"), "aria-rowcount": shown.length, onscroll: draw, id: "list" },
      space);
    const head = el("div", { class: "head", role: "group", "aria-label": t("priority") }, ["priority", "severity", "finding", "where"].map(sortButton), el("span", { class: "soft fix" }, t("change")));
    const table = el("div", { class: "list" }, head, view);
    const layout = () => {
      space.style.height = shown.length * rowHeight + "px";
      view.setAttribute("aria-rowcount", shown.length);
      if (!shown.length) { space.style.height = "auto"; space.replaceChildren(el("div", { role: "row" }, el("p", { class: "empty", role: "gridcell" }, rows.length ? t("none") : t("clean", packages.length)))); return; }
      draw();
    };
    const opened = state.open ? byKey.get(state.open) : null;
    at = opened ? shown.indexOf(opened) : Math.min(at, shown.length - 1);
    const grid = el("div", { class: "grid" + (opened ? " open" : "") }, table, opened ? detail(opened) : null);
    return { node: el("div", null, filters, status, grid), after: () => {
      rowHeight = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 44;
      layout();
      if (at >= 0) { reveal(at); draw(); }
    } };
  };

  // Reads like `bw why`.
  const detail = (r) => {
    const f = r.f, p = r.p, items = [];
    const line = (label, ...value) => { if (value.flat(Infinity).some(Boolean)) items.push(el("dt", null, t(label)), el("dd", null, value)); };
    const layer = r.layer ? layers[r.layer - 1] : null;
    line("id", [f.id, ...(f.aliases || [])].join(", "));
    line("found", p ? el("b", null, p.name + " " + (f.installedVersion || "")) : null, p ? el("br") : null, el("span", { class: "mono" }, r.path + (f.location?.line ? ":" + f.location.line : "") + (f.part ? "  " + f.part : "")),
      layer ? el("div", { class: "soft" }, t("layer", r.layer) + " · " + t("o." + f.origin) + " ", el("span", { class: "mono" }, layer.instruction)) : el("div", { class: "soft" }, t("o." + f.origin)));
    const seen = (p?.evidence || []).slice(0, FIX).map((e) => e.source + ": " + e.statement);
    if (f.evidence) seen.unshift(f.evidence);
    line("evidence", seen.map((s) => el("div", { class: "mono" }, s)));
    if (f.standing && f.standing !== "present") line("standing", t("st." + f.standing));
    if (f.source) line("known", f.source.provider + " " + f.source.record + (f.published ? " · " + t("published", f.published) : ""));
    const judged = [];
    if (f.knownExploited) judged.push(t("exploited") + (f.knownExploited.since ? " " + t("since", f.knownExploited.since) : "") + (f.knownExploited.ransomware ? ", " + t("ransomware") : ""));
    if (f.epss !== undefined) judged.push(t("epss", +(f.epss * 100).toFixed(f.epss < 0.01 ? 2 : 0)));
    if (f.confidence) judged.push(t("confidence", t("c." + f.confidence)));
    for (const c of f.cvss || []) judged.push(c.source + ": CVSS " + c.score.toFixed(1) + "  " + c.vector);
    if (f.cwes?.length) judged.push(f.cwes.join(", "));
    for (const e of f.exploits || []) judged.push(e.source + ": " + e.maturity + " " + e.reference);
    line("judged", judged.map((s) => el("div", null, s)));
    if (f.reach && f.reach.state !== "unknown") line("reached", t("r." + f.reach.state), f.reach.evidence ? el("div", { class: "mono" }, f.reach.evidence) : null);
    line("change2", el("b", null, remedy(r)));
    const terms = f.priority?.terms || [];
    return el("aside", { "aria-label": f.id, id: "detail", tabindex: "-1" },
      el("header", null, el("h2", null, f.title || f.id), el("button", { type: "button", "aria-label": t("close"), onclick: () => { go({ open: "" }, true); view.focus(); } }, "✕")),
      el("p", null, severity(f.severity), " · " + t("k." + f.kind) + " · " + t("priority") + " ", el("b", null, String(r.score))),
      el("dl", null, items),
      f.description ? el("p", { class: "about" }, f.description) : null,
      terms.length ? [el("h3", null, t("why")), el("table", { class: "terms" }, el("tbody", null, terms.map((x) => el("tr", null, el("th", { scope: "row" }, x.name), el("td", null, x.value), el("td", null, (x.points < 0 ? "−" : "+") + Math.abs(x.points))))))] : [],
      f.opinions?.length ? [el("h3", null, t("opinions")), el("table", { class: "terms" }, el("tbody", null, f.opinions.map((o) => el("tr", null, el("th", { scope: "row" }, o.provider + " " + o.record), el("td", null, t("s." + o.severity)), el("td", null, o.fixedVersion || t("f." + o.fixState))))))] : [],
      (f.references || []).some(web) ? [el("h3", null, t("links")), el("ul", null, f.references.filter(web).slice(0, 20).map((u) => el("li", null, el("a", { href: u, rel: "noopener noreferrer nofollow", target: "_blank" }, u))))] : []);
  };

  const barLink = (href, ...inner) => el("a", { svg: true, href, onclick: (e) => { e.preventDefault(); history.pushState(null, "", href); readHash(); render(); } }, inner);
  const severityChart = () => {
    const present = SEVERITIES.filter((s) => findings.some((f) => f.severity === s));
    const origins = ORIGINS.filter((o) => findings.some((f) => f.origin === o));
    const count = (s, o) => findings.reduce((n, f) => n + (f.severity === s && f.origin === o), 0);
    const most = Math.max(1, ...present.flatMap((s) => origins.map((o) => count(s, o))));
    const width = 340, left = 96, height = 22;
    let y = 0;
    const parts = [];
    for (const o of origins) {
      const bars = [el("text", { x: 0, y: y + 13, class: "soft" }, t("o." + o))];
      y += 20;
      for (const s of present) {
        const n = count(s, o), w = n ? Math.max(3, (n / most) * (width - left - 46)) : 0;
        if (n) bars.push(barLink(hashOf({ ...DEFAULTS, severity: s, origin: o }), el("text", { x: 8, y: y + 14 }, t("s." + s) + " "), el("rect", { x: left, y: y + 3, width: w, height: 14, rx: 2, class: "fill-" + s }), el("text", { x: left + w + 6, y: y + 14 }, String(n))));
        if (n) y += height;
      }
      y += 6;
      parts.push(el("g", { role: "group", "aria-label": t("o." + o) }, bars));
    }
    return el("svg", { viewBox: "0 0 " + width + " " + Math.max(20, y), role: "group", "aria-label": t("bySeverity") }, parts);
  };
  const priorityChart = () => {
    const bins = Array(10).fill(0);
    for (const r of rows) bins[Math.min(9, Math.floor(r.score / 10))]++;
    const most = Math.max(1, ...bins), parts = [];
    bins.forEach((n, i) => {
      const h = n ? Math.max(3, (n / most) * 96) : 0, x = i * 34, fill = i >= 9 ? "critical" : i >= 6 ? "high" : i >= 3 ? "medium" : "low";
      parts.push(el("g", null, el("title", null, i * 10 + "–" + (i === 9 ? 100 : i * 10 + 9) + ": " + n), el("rect", { x: x + 3, y: 116 - h, width: 26, height: h, rx: 2, class: "fill-" + fill }),
        n ? el("text", { x: x + 16, y: 111 - h, "text-anchor": "middle" }, String(n)) : null, el("text", { x: x + 16, y: 132, "text-anchor": "middle", class: "soft" }, String(i * 10))));
    });
    return el("svg", { viewBox: "0 0 340 138", role: "img", "aria-label": t("byPriority") + ": " + bins.map((n, i) => i * 10 + "+ " + n).join(", ") }, parts);
  };
  const overview = () => el("div", { class: "overview" },
    el("section", { class: "card wide" }, el("h2", null, t("first")), rows.length ? el("ol", { class: "first" }, rows.slice(0, FIX).map((r) => el("li", null, severity(r.f.severity), "  ",
      el("a", { href: hashOf({ ...DEFAULTS, open: key(r) }) }, r.f.id + (r.p ? " " + r.p.name : "")), el("div", { class: "soft cut" }, t("o." + r.f.origin), " · ", remedy(r), r.f.title ? " · " + r.f.title : ""))))
      : el("p", { class: "soft" }, t("clean", packages.length))),
    el("section", { class: "card" }, el("h2", null, t("bySeverity")), findings.length ? severityChart() : el("p", { class: "soft" }, t("nothing"))),
    el("section", { class: "card" }, el("h2", null, t("byPriority")), findings.length ? priorityChart() : el("p", { class: "soft" }, t("nothing"))));

  const layerTree = () => {
    if (!layers.length) return el("p", { class: "empty" }, t("noLayers"));
    const inLayer = layers.map(() => []);
    for (const p of packages) { const n = layerOf.get(p.locations?.[0]?.layer); if (n) inLayer[n - 1].push(p); }
    return el("ul", { class: "tree" }, layers.map((l, i) => {
      const hits = rows.filter((r) => r.layer === i + 1);
      return el("li", null, el("details", { ontoggle: (e) => {
        const body = e.target.querySelector("ul");
        if (body && !body.childElementCount) body.append(...inLayer[i].slice(0, 300).map((p) => el("li", { class: "mono" }, p.name + " " + p.version)), inLayer[i].length > 300 ? el("li", { class: "soft" }, t("others", inLayer[i].length - 300)) : "");
      } }, el("summary", null, el("b", null, t("layer", i + 1)), " · " + (l.base === null ? t("o.unknown") : t(l.base ? "o.base" : "o.own")) + " · " + size(l.size) + " · " + inLayer[i].length + " " + t("packages") + " ",
        el("span", { class: "count" }, String(hits.length)), " ", el("span", { class: "mono" }, l.instruction)),
        hits.length ? el("p", null, el("a", { href: hashOf({ ...DEFAULTS, layer: String(i + 1) }) }, t("openList"))) : null, el("ul")));
    }));
  };

  const componentTree = () => {
    const counts = new Map();
    for (const r of rows) if (r.p) counts.set(r.p.id, (counts.get(r.p.id) || 0) + 1);
    const branch = (p, path) => {
      const needs = (p.dependsOn || []).map((id) => byId.get(id)).filter((o) => o && !path.includes(o.id));
      const n = counts.get(p.id) || 0;
      const list = n ? el("a", { href: hashOf({ ...DEFAULTS, q: p.purl }), class: "count", "aria-label": n + " " + t("findings") + ", " + p.name }, String(n)) : null;
      const label = [el("span", { class: "mono" }, p.name + " " + p.version), " ", el("span", { class: "soft" }, p.type + (p.licences?.length ? " · " + p.licences.join(", ") : ""))];
      if (!needs.length || path.length > 20) return el("li", null, label, " ", list);
      return el("li", { class: "pair" }, list, el("details", { ontoggle: (e) => {
        const body = e.target.querySelector("ul");
        if (e.target.open && !body.childElementCount) body.append(...needs.slice(0, 200).map((o) => branch(o, [...path, p.id])));
      } }, el("summary", null, label, el("span", { class: "soft" }, " · " + t("needs") + " " + needs.length)), el("ul")));
    };
    const needed = new Set(packages.flatMap((p) => p.dependsOn || []));
    const tree = el("ul", { class: "tree" }), note = el("p", { class: "soft", role: "status" });
    const fill = (q) => {
      const asked = words(q), hits = packages.filter((p) => asked.length ? asked.every((w) => (p.name + " " + p.purl).toLowerCase().includes(w)) : !needed.has(p.id));
      hits.sort((a, b) => (counts.get(b.id) || 0) - (counts.get(a.id) || 0) || (a.name < b.name ? -1 : 1));
      tree.replaceChildren(...hits.slice(0, 500).map((p) => branch(p, [])));
      note.textContent = hits.length > 500 ? t("others", hits.length - 500) : packages.length + " " + t("packages");
    };
    fill("");
    if (!packages.length) return el("p", { class: "empty" }, t("noPackages"));
    return el("div", null, el("div", { class: "filters" }, el("input", { type: "search", id: "search", "aria-label": t("filterPackages"), placeholder: t("filterPackages") + "  /", oninput: (e) => fill(e.target.value) })), note, tree);
  };

  const table = (head, body) => el("table", { class: "plain" }, el("thead", null, el("tr", null, head.map((h) => el("th", { scope: "col" }, t(h))))), el("tbody", null, body.map((cells) => el("tr", null, cells.map((c) => el("td", null, c))))));
  const section = (title, all, head, cells) => el("section", { class: "card" }, el("h2", null, t(title) + " · " + all.length), all.length ? table(head, all.slice(0, 1000).map(cells)) : el("p", { class: "soft" }, t("nothing")));
  const rest = () => el("div", { class: "grid" },
    section("suppressed", data.suppressed || [], ["finding", "state", "reason"], (s) => [s.id + " " + (byId.get(s.component)?.name || ""), s.by + " · " + s.status + (s.justification ? " · " + s.justification : ""), s.reason + " (" + [s.source?.document, s.source?.author, s.owner, s.expires].filter(Boolean).join(", ") + ")"]),
    section("unread", data.notAnalysed || [], ["path", "reason"], (n) => [n.path, n.reason]),
    section("coverage", data.database.notCovered || [], ["components", "kind"], (n) => [String(n.components), n.ecosystem]),
    section("rules", data.ignoreRules || [], ["finding", "state", "where"], (r) => [r.rule, r.state, r.file + ":" + r.line]));

  const facts = () => {
    const out = [], s = image.settings || {};
    out.push((image.os.name || image.os.id + " " + image.os.version).trim(), image.platform);
    if (layers.length) out.push(size(image.size) + ", " + layers.length + " " + t("layers").toLowerCase(), t("user") + " " + (s.user || "root"));
    const run = [...(s.entrypoint || []), ...(s.command || [])].join(" ");
    if (run) out.push(run.length > 80 ? run.slice(0, 79) + "…" : run);
    if (image.base?.name) out.push(t("base", image.base.name));
    return out.filter(Boolean).join(" · ");
  };
  const printed = () => el("div", { class: "printed" }, el("h2", null, t("findings")),
    table(["priority", "severity", "finding", "where", "change"], rows.slice(0, 2000).map((r) => [String(r.score), t("s." + r.f.severity), r.f.id + " " + (r.p ? r.p.name + " " + r.f.installedVersion : r.f.title), r.path, remedy(r)])));

  const help = el("dialog", { "aria-labelledby": "keys-title" });
  const fillHelp = () => help.replaceChildren(el("h2", { id: "keys-title" }, t("keys")), el("dl", null, [["/", "kSearch"], ["j k", "kMove"], ["o", "kOpen"], ["?", "kKeys"]].map(([k, w]) => [el("dt", null, el("kbd", null, k)), el("dd", null, t(w))]).flat()), el("button", { type: "button", onclick: () => help.close() }, t("close")));

  const theme = () => {
    const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  let lastOpen = "";
  const app = el("div", { id: "app" });
  function render() {
    document.documentElement.lang = lang;
    const focus = document.activeElement?.id;
    const scroll = view?.isConnected ? view.scrollTop : 0;
    const tabs = ["findings", "layers", "components", "more"];
    const part = state.tab === "layers" ? layerTree() : state.tab === "components" ? componentTree() : state.tab === "more" ? rest() : list();
    const numbers = { findings: findings.length, layers: layers.length, components: packages.length, more: (data.suppressed || []).length + (data.notAnalysed || []).length };
    app.replaceChildren(
      el("header", null, el("a", { class: "skip", href: "#panel", onclick: (e) => { e.preventDefault(); document.getElementById("panel").focus(); } }, t("skip")), el("div", { class: "top" }, el("h1", null, image.name),
        el("div", { class: "tools" }, el("button", { type: "button", lang: lang === "zh" ? "en" : "zh", onclick: () => { lang = lang === "zh" ? "en" : "zh"; fillHelp(); render(); } }, t("language")),
          el("button", { type: "button", "aria-label": t("theme"), title: t("theme"), onclick: theme }, "◐"),
          el("button", { type: "button", "aria-label": t("keys"), title: t("keys"), onclick: () => help.showModal() }, "?"))),
        el("p", { class: "facts" }, facts()),
        el("p", { class: "facts" }, image.digest ? el("span", { class: "mono" }, image.digest.slice(0, 19) + "… ") : "", t("scanned") + " " + data.started.slice(0, 16).replace("T", " ") + " UTC · " + t("database") + " " + (data.database.date || "–") + " · Breakwater " + data.tool.version)),
      el("main", null, overview(),
        el("nav", { role: "tablist", "aria-label": t("findings") }, tabs.map((name) => el("button", { type: "button", role: "tab", id: "tab-" + name, "aria-controls": "panel", "aria-selected": state.tab === name ? "true" : "false", onclick: () => go({ tab: name, open: "" }) }, t(name) + " ", el("span", { class: "soft" }, String(numbers[name]))))),
        el("div", { role: "tabpanel", id: "panel", tabindex: "-1", "aria-labelledby": "tab-" + state.tab }, part.node || part)));
    if (part.after) part.after();
    if (state.open && state.open !== lastOpen) document.getElementById("detail")?.scrollIntoView({ block: "nearest" });
    lastOpen = state.open;
    if (scroll && view?.isConnected) { view.scrollTop = scroll; draw(); }
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName || "");
    if (e.key === "Escape") {
      if (typing) document.activeElement.blur();
      else if (state.open) go({ open: "" }, true);
      return;
    }
    if (typing) return;
    if (e.key === "/") { e.preventDefault(); document.getElementById("search")?.focus(); }
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "o" || (e.key === "Enter" && document.activeElement === view)) { if (at >= 0 && state.tab === "findings") open(at); }
    else if (e.key === "?") help.showModal();
  });
  addEventListener("hashchange", () => { readHash(); render(); });
  addEventListener("popstate", () => { readHash(); render(); });
  addEventListener("resize", () => { rowHeight = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 44; draw(); });
  addEventListener("beforeprint", () => { if (!document.querySelector(".printed")) document.querySelector("main")?.append(printed()); });
  addEventListener("afterprint", () => document.querySelector(".printed")?.remove());

  document.body.append(app, help);
  fillHelp();
  readHash();
  render();
  document.documentElement.dataset.ready = "true";
})();
