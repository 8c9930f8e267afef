package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Retire.js' repository of browser libraries, all its forms: libraries by name, each with {@code
 * vulnerabilities} that have {@code atOrAbove} and {@code below}, or {@code ranges} of these. The
 * rows of one hole are one record. Libraries are judged by their names in npm.
 */
final class RetireJsFeed implements Feed {
  /** An end that says that there is none. */
  private static final String NO_END = "999";

  /** Entries for the tool's own tests. */
  private static final Set<String> NO_LIBRARY = Set.of("retire-example", "dont check");

  @Override
  public String name() {
    return "Retire.js";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("advisories") && sample.firstMember().has("retire-example")) return true;
    return sample.firstMember().has("vulnerabilities")
        && (sample.has("retire-example") || sample.firstMember().has("extractors"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Json.parseObject(file.content());
    Json.Obj libraries =
        document.get("advisories").isPresent() ? document.object("advisories") : document;
    for (Map.Entry<String, Json> library : libraries.members().entrySet()) {
      boolean real = !NO_LIBRARY.contains(library.getKey()) && library.getKey().length() <= 100;
      if (real && library.getValue() instanceof Json.Obj one) library(library.getKey(), one, sink);
    }
  }

  private static void library(String key, Json.Obj library, RecordSink sink) throws IOException {
    Optional<String> name = npmName(key, library);
    if (name.isEmpty()) return;
    var rowsById = new TreeMap<String, List<Json.Obj>>();
    for (Json.Obj row : library.objects("vulnerabilities")) {
      rowsById.computeIfAbsent(id(key, row), none -> new ArrayList<>()).add(row);
    }
    for (var hole : rowsById.entrySet()) record(hole.getKey(), name.get(), hole.getValue(), sink);
  }

  /** The name in npm: as told, else the library's where it can be one. */
  private static Optional<String> npmName(String key, Json.Obj library) {
    String told = library.text("npmname");
    if (told.isEmpty()) told = key.equals("ember") ? "ember-source" : key;
    boolean fits = told.equals(told.toLowerCase(Locale.ROOT)) && told.indexOf(' ') < 0;
    return fits ? Optional.of(told) : Optional.empty();
  }

  private static String id(String key, Json.Obj row) {
    Json.Obj ids = row.object("identifiers");
    String own = ids.text("githubID");
    if (own.isEmpty()) own = String.join("+", ids.texts("CVE"));
    for (String other : new String[] {"retid", "issue", "bug", "PR", "osvdb"}) {
      if (own.isEmpty()) own = ids.text(other).isEmpty() ? "" : other + "-" + ids.text(other);
    }
    if (own.isEmpty()) {
      own = Integer.toHexString((summary(row) + row.texts("info")).hashCode());
    }
    return "RETIRE-" + key + "-" + own.substring(0, Math.min(own.length(), 80));
  }

  private static String summary(Json.Obj row) {
    String inside = row.object("identifiers").text("summary");
    return inside.isEmpty() ? row.text("summary") : inside;
  }

  private static void record(String id, String name, List<Json.Obj> rows, RecordSink sink)
      throws IOException {
    var record = new RecordBuilder(id, "retirejs");
    var affected = new ArrayList<Span>();
    for (Json.Obj row : rows) {
      Json.Obj ids = row.object("identifiers");
      ids.texts("CVE").forEach(record::alias);
      record.alias(ids.text("githubID"));
      row.texts("cwe").forEach(record::cwe);
      row.texts("info").forEach(record::reference);
      record.title(summary(row)).severity(Severities.word(row.text("severity")));
      List<Json.Obj> ranges = row.objects("ranges");
      for (Json.Obj range : ranges.isEmpty() ? List.of(row) : ranges) {
        span(range).ifPresent(affected::add);
      }
    }
    var spans = new Spans("npm");
    affected.removeIf(span -> !spans.isOrdered(span));
    List<AffectedRange> ranges =
        spans.ranges(affected, List.of()).stream().map(RetireJsFeed::withoutFix).toList();
    record.affects("npm", name, ranges, List.of());
    record.finish(sink);
  }

  /** An end such as 2.999.999 is the end of a branch and no version. */
  private static AffectedRange withoutFix(AffectedRange range) {
    return range.end() instanceof End.Fixed(String end) && end.contains("." + NO_END)
        ? new AffectedRange(range.introduced(), new End.Limit(end))
        : range;
  }

  private static Optional<Span> span(Json.Obj range) {
    String low = full(range.text("atOrAbove"));
    String above = full(range.text("above"));
    String below = full(range.text("below"));
    if (below.startsWith(NO_END)) below = "";
    String upTo = full(range.text("atOrBelow"));
    if (low.isEmpty() && above.isEmpty() && below.isEmpty() && upTo.isEmpty()) {
      return range.text("below").startsWith(NO_END) ? Optional.of(Span.ALL) : Optional.empty();
    }
    return Optional.of(
        new Span(
            low.isEmpty() ? above : low,
            above.isEmpty() || !low.isEmpty(),
            below.isEmpty() ? upTo : below,
            below.isEmpty()));
  }

  /** Versions here may lack their last numbers ({@code 1.9}, {@code 3}, {@code 1.9.0b1}). */
  private static String full(String version) {
    if (version.isEmpty()) return version;
    int end = 0;
    int dots = 0;
    while (end < version.length()
        && (Character.isDigit(version.charAt(end)) || version.charAt(end) == '.')) {
      if (version.charAt(end) == '.') dots++;
      end++;
    }
    return end == 0 || dots >= 2
        ? version
        : version.substring(0, end) + ".0".repeat(2 - dots) + version.substring(end);
  }
}
