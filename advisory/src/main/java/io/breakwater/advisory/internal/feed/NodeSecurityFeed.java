package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Node.js Security Working Group's records, one hole in a file or, as its index has them, many
 * by number: of npm's packages (named by {@code module_name}) and of Node.js itself, which are
 * judged by the CPE name of classified binaries. What is said about Node's dependencies, that it
 * does not have their holes, is for VEX.
 */
final class NodeSecurityFeed implements Feed {
  @Override
  public String name() {
    return "Node.js Security WG";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (isRecord(sample.has("module_name", "vulnerable_versions"), sample)) return true;
    return sample.has("1") && sample.firstMember().has("vulnerable");
  }

  private static boolean isRecord(boolean npm, Sample sample) {
    return npm || sample.has("vulnerable", "patched", "cve");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Json.parseObject(file.content());
    if (document.get("vulnerable").isPresent() || document.get("module_name").isPresent()) {
      record(file.name().replace(".json", ""), document, sink);
      return;
    }
    for (var one : document.members().entrySet()) {
      if (one.getValue() instanceof Json.Obj record) record(one.getKey(), record, sink);
    }
  }

  private static void record(String number, Json.Obj one, RecordSink sink) throws IOException {
    boolean npm = one.get("module_name").isPresent();
    String id = npm ? "NSWG-ECO-" + one.number("id").orElse(0) : "NSWG-COR-" + number;
    if (!RecordBuilder.isId(id)) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    var record = new RecordBuilder(id, "nodejs-security-wg");
    one.texts(npm ? "cves" : "cve").forEach(record::alias);
    record.title(one.text(npm ? "title" : "description")).description(one.text("overview"));
    record.severity(severity(one));
    record.rating("nodejs-security-wg", one.text("cvss_vector"));
    one.texts("references").forEach(record::reference);
    record.reference(one.text("ref"));
    record.published(Dates.instant(one.text("publish_date")));
    record.modified(Dates.instant(one.text("updated_at")));
    Optional<List<AffectedRange>> ranges =
        ranges(
            one.text(npm ? "vulnerable_versions" : "vulnerable"),
            one.text(npm ? "patched_versions" : "patched"));
    if (ranges.isEmpty()) {
      sink.skip(SkipReason.BAD_RANGE);
    } else if (npm) {
      record.affects("npm", one.text("module_name"), ranges.get(), List.of());
    } else {
      record.affects("CPE", "nodejs:node.js", ranges.get(), List.of());
    }
    record.finish(sink);
  }

  /** Where only a score is told, it gives the word. */
  private static Severity severity(Json.Obj one) {
    Severity word = Severities.word(one.text("severity"));
    boolean rated = Ratings.of("", one.text("cvss_vector")).isPresent();
    if (word != Severity.UNKNOWN || rated) return word;
    return one.get("cvss_score")
        .flatMap(NodeSecurityFeed::score)
        .map(Severity::ofScore)
        .orElse(Severity.UNKNOWN);
  }

  private static Optional<Double> score(Json score) {
    String text =
        switch (score) {
          case Json.Num(String digits) -> digits;
          case Json.Str(String value) -> value;
          default -> "";
        };
    var ratings = CveEnrichmentFeed.score("nodejs-security-wg", text);
    return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.getFirst().score());
  }

  /** The vulnerable versions without the patched: of several branches each names its own fix. */
  private static Optional<List<AffectedRange>> ranges(String vulnerable, String patched) {
    if (vulnerable.isBlank()) return Optional.empty();
    var notation = new Notation("npm");
    Optional<List<Span>> affected = notation.read(vulnerable);
    if (affected.isEmpty()) return Optional.empty();
    List<Span> fixed = new ArrayList<>();
    if (!patched.isBlank()) notation.read(patched).ifPresent(fixed::addAll);
    var spans = new Spans("npm");
    return Optional.of(spans.ranges(spans.without(affected.get(), fixed), fixed));
  }
}
