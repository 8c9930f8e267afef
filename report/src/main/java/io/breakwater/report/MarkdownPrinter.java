package io.breakwater.report;

import io.breakwater.model.Language;
import io.breakwater.model.Origin;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import io.breakwater.model.json.Json;
import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comment for a merge request: what to fix first, the rest folded, never longer than a code host
 * takes.
 */
final class MarkdownPrinter implements Printer {
  private static final int MOST = 60_000;
  private static final int FIRST = 10;
  private static final Severity[] ORDER = {
    Severity.CRITICAL,
    Severity.HIGH,
    Severity.MEDIUM,
    Severity.LOW,
    Severity.NEGLIGIBLE,
    Severity.UNKNOWN
  };
  private static final Text NOTHING =
      new Text("Nothing was found in {0} packages.", "{0} 个软件包中未发现问题。");
  private static final Text COUNT = new Text("{0} findings in {1} packages", "{1} 个软件包中有 {0} 个发现");
  private static final Text FIX_FIRST = new Text("Fix first", "优先修复");
  private static final Text ALL = new Text("All {0} findings", "全部 {0} 个发现");
  private static final Text MORE =
      new Text("… and {0} more: see the full report.", "……另有 {0} 个，见完整报告。");
  private static final Text UNREAD = new Text("Not analysed: {0}", "未能分析：{0}");
  private static final Text HIDDEN = new Text("Suppressed: {0}", "已抑制：{0}");
  private static final Text HEAD =
      new Text("| Priority | Severity | Finding | Where | Change |", "| 优先级 | 级别 | 发现 | 位置 | 修改 |");
  private static final Text ORIGINS = new Text("| Origin |", "| 来源 |");

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    Language language = context.language();
    var page = new StringBuilder("## ").append(Markdown.code(Words.cut(document.imageName(), 200)));
    page.append("\n\n");
    List<Discovery> findings = document.findings();
    int packages = document.packages().size();
    if (findings.isEmpty()) {
      page.append(NOTHING.in(language, packages)).append("\n");
    } else {
      page.append("**").append(COUNT.in(language, findings.size(), packages)).append("**\n\n");
      counts(page, findings, language);
      page.append("### ").append(FIX_FIRST.in(language)).append("\n\n");
      table(page, document, findings.subList(0, Math.min(FIRST, findings.size())), language);
      if (findings.size() > FIRST) {
        open(page, ALL.in(language, findings.size()));
        table(page, document, findings, language);
        page.append("\n</details>\n");
      }
    }
    unread(page, document, language);
    hidden(page, document, language);
    out.write(Words.utf8(page.toString()));
    out.flush();
  }

  private static void counts(StringBuilder page, List<Discovery> findings, Language language) {
    var shown = new ArrayList<Severity>();
    for (Severity each : ORDER) {
      if (findings.stream().anyMatch(f -> f.severity() == each)) shown.add(each);
    }
    page.append(ORIGINS.in(language));
    for (Severity each : shown) page.append(' ').append(Labels.of(each).in(language)).append(" |");
    page.append("\n| --- |").append(" --: |".repeat(shown.size())).append('\n');
    for (Origin origin : Origin.values()) {
      var row = new StringBuilder("| ").append(Labels.of(origin).in(language)).append(" |");
      long sum = 0;
      for (Severity each : shown) {
        long count =
            findings.stream().filter(f -> f.origin() == origin && f.severity() == each).count();
        row.append(' ').append(count == 0 ? "·" : String.valueOf(count)).append(" |");
        sum += count;
      }
      if (sum > 0) page.append(row).append('\n');
    }
    page.append('\n');
  }

  private static void open(StringBuilder page, String summary) {
    page.append("\n<details><summary>").append(summary).append("</summary>\n\n");
  }

  private static void table(
      StringBuilder page, Document document, List<Discovery> findings, Language language) {
    page.append(HEAD.in(language)).append("\n| --: | --- | --- | --- | --- |\n");
    for (int i = 0; i < findings.size(); i++) {
      String row = row(document, findings.get(i), language);
      if (page.length() + row.length() > MOST - 4_000) {
        page.append('\n').append(MORE.in(language, findings.size() - i)).append('\n');
        return;
      }
      page.append(row);
    }
  }

  private static String row(Document document, Discovery finding, Language language) {
    Optional<Component> about = document.packageOf(finding);
    var what = new StringBuilder("**").append(Markdown.text(Words.cut(finding.id(), 80)));
    what.append("**");
    if (about.isPresent()) {
      String named = about.get().name() + " " + finding.installed();
      what.append(' ').append(Markdown.code(Words.cut(named, 120)));
    }
    what.append("<br>").append(Markdown.text(Words.cut(finding.title(), 160)));
    if (!finding.evidence().isEmpty()) {
      what.append("<br>").append(Markdown.code(Words.cut(finding.evidence(), 120)));
    }
    Document.Place at = finding.place();
    String path = at.line() > 0 ? at.path() + ":" + at.line() : at.path();
    String where =
        Markdown.code(Words.cut(path, 120)) + "<br>" + Labels.of(finding.origin()).in(language);
    String change = finding.fixed();
    change =
        change.isEmpty()
            ? Markdown.text(Words.cut(Words.remedy(document, finding), 160))
            : "→ " + Markdown.code(Words.cut(change, 60));
    return "| "
        + finding.score()
        + " | "
        + Labels.of(finding.severity()).in(language)
        + " | "
        + what
        + " | "
        + where
        + " | "
        + change
        + " |\n";
  }

  private static void unread(StringBuilder page, Document document, Language language) {
    List<Json.Obj> all = document.notAnalysed();
    if (all.isEmpty()) return;
    open(page, UNREAD.in(language, all.size()));
    int shown = Math.min(10, all.size());
    for (Json.Obj each : all.subList(0, shown)) {
      page.append("- ").append(Markdown.code(Words.cut(each.text("path"), 120))).append(" · ");
      page.append(Markdown.text(Words.cut(each.text("reason"), 160))).append('\n');
    }
    if (shown < all.size()) page.append("- ").append(MORE.in(language, all.size() - shown));
    page.append("\n</details>\n");
  }

  private static void hidden(StringBuilder page, Document document, Language language) {
    List<Discovery> all = document.suppressed();
    if (all.isEmpty()) return;
    open(page, HIDDEN.in(language, all.size()));
    int shown = Math.min(10, all.size());
    for (Discovery each : all.subList(0, shown)) {
      page.append("- ").append(Markdown.text(Words.cut(each.id(), 80))).append(" · ");
      String why = each.json().text("status") + ": " + each.json().text("reason");
      page.append(Markdown.text(Words.cut(why, 160))).append('\n');
    }
    if (shown < all.size()) page.append("- ").append(MORE.in(language, all.size() - shown));
    page.append("\n</details>\n");
  }
}
