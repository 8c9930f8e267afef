package io.breakwater.policy.internal;

import io.breakwater.model.Text;
import io.breakwater.policy.internal.document.Document;
import io.breakwater.policy.internal.document.Rec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence that the rules of a policy need and the document does not have.
 *
 * @param kind such as {@code notAnalysed}
 * @param message what is missing
 * @param remedy what to do
 */
public record Missing(String kind, Text message, Optional<Text> remedy) {
  /**
   * What is missing for rules that read these variables and fields: somebody who only asks for the
   * user of an image does not care whether its packages could be read.
   */
  public static List<Missing> of(Document document, Set<String> uses, Instant now, int staleDays) {
    var out = new ArrayList<Missing>();
    boolean findings = uses.contains("findings");
    if (findings || uses.contains("components")) notAnalysed(document, out);
    if (findings) {
      notCovered(document, out);
      stale(document, now, staleDays, out);
    }
    if (uses.contains("Finding.isNew") && !document.hasBaseline()) {
      out.add(
          new Missing(
              "noBaseline",
              new Text("there is no report to compare with", "没有可比较的基准报告"),
              Optional.of(new Text("give --baseline REPORT", "请提供 --baseline 报告"))));
    }
    return out;
  }

  private static void notAnalysed(Document document, List<Missing> out) {
    List<Rec> unread = document.recs("notAnalysed");
    if (unread.isEmpty()) return;
    String first = unread.getFirst().text("path");
    out.add(
        new Missing(
            "notAnalysed",
            new Text(
                unread.size() + " files could not be read, " + first + " first",
                unread.size() + " 个文件无法读取，首个为 " + first),
            Optional.empty()));
  }

  private static void notCovered(Document document, List<Missing> out) {
    if (!(document.variable("database") instanceof Rec database)) return;
    if (!(database.get("notCovered") instanceof List<?> list) || list.isEmpty()) return;
    var names = new ArrayList<String>();
    for (Object each : list) if (each instanceof Rec rec) names.add(rec.text("ecosystem"));
    String told = String.join(", ", names);
    out.add(
        new Missing(
            "notCovered",
            new Text("no feed speaks about " + told, "没有漏洞源覆盖 " + told),
            Optional.of(
                new Text(
                    "bw db update, or bw db import with a feed that does",
                    "运行 bw db update，或用 bw db import 导入相应漏洞源"))));
  }

  private static void stale(Document document, Instant now, int days, List<Missing> out) {
    if (!(document.variable("database") instanceof Rec database)) return;
    boolean dated = database.get("date") instanceof Instant;
    if (database.get("date") instanceof Instant date) {
      if (Duration.between(date, now).toDays() <= days) return;
    }
    Text message =
        dated
            ? new Text(
                "the advisory database is older than " + days + " days", "漏洞库已超过 " + days + " 天")
            : new Text("the age of the advisory database is not known", "漏洞库的日期未知");
    out.add(
        new Missing(
            "staleDatabase", message, Optional.of(new Text("bw db update", "运行 bw db update"))));
  }
}
