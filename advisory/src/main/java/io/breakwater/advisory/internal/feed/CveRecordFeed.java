package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Versions;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CVE records of format 5, where they name a package of a registry, or of Red Hat's releases: as
 * the CVE programme publishes them, or cut to {@code cve}, {@code cna} and {@code affected}. What
 * they say about products is left out: products are no packages.
 */
final class CveRecordFeed implements Feed {
  @Override
  public String name() {
    return "CVE records";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("cveMetadata", "containers") || sample.has("cve", "cna", "affected");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          try {
            record(slice.object(), sink);
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
          }
        });
  }

  private static void record(Json.Obj record, RecordSink sink) throws IOException {
    Json.Obj metadata = record.object("cveMetadata");
    boolean whole = !metadata.members().isEmpty();
    String cve = whole ? metadata.text("cveId") : record.text("cve");
    if (!Ids.isCve(cve)) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    Json.Obj told = whole ? record.object("containers").object("cna") : record;
    var draft =
        new AdvisoryDraft("cve", cve)
            .title(told.text("title"))
            .description(description(told))
            .references(told.objects("references").stream().map(r -> r.text("url")).toList())
            .dates(
                Dates.instant(whole ? metadata.text("datePublished") : record.text("published")),
                Dates.instant(metadata.text("dateUpdated")));
    for (Json.Obj metric : told.objects("metrics")) {
      for (String key : new String[] {"cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0"}) {
        String cut = metric.text(key);
        draft.rating(cut.isEmpty() ? metric.object(key).text("vectorString") : cut);
      }
    }
    for (Json.Obj affected : told.objects("affected")) affected(affected, draft);
    draft.finish(sink);
  }

  private static String description(Json.Obj told) {
    for (Json.Obj one : told.objects("descriptions")) {
      if (one.text("lang").startsWith("en")) return one.text("value");
    }
    return "";
  }

  private static void affected(Json.Obj affected, AdvisoryDraft draft) {
    String name = affected.text("packageName").strip();
    if (name.isEmpty() || name.indexOf(' ') >= 0) return;
    List<String> cpes = affected.texts("cpes");
    if (!cpes.isEmpty() && affected.text("vendor").equals("Red Hat")) {
      for (String cpe : cpes) redHat(cpe, name, affected, draft);
      return;
    }
    Optional<String> ecosystem = registry(affected.text("collectionURL"));
    if (ecosystem.isPresent()) language(ecosystem.get(), name, affected, draft);
  }

  /** Red Hat lists what is not affected: from the fixed version on, or nothing. */
  private static void redHat(String cpe, String name, Json.Obj affected, AdvisoryDraft draft) {
    Optional<String> ecosystem = RpmReleases.ofRedHatCpe(cpe);
    boolean release = ecosystem.isPresent() && RpmReleases.isRelease(ecosystem.get());
    if (!release || name.indexOf(':') >= 0 || name.indexOf('/') >= 0) return;
    List<Json.Obj> versions = affected.objects("versions");
    String standard = affected.text("defaultStatus");
    if (versions.isEmpty()) {
      if (standard.equals("affected")) draft.state(ecosystem.get(), name, FixState.NOT_FIXED, "");
      if (standard.equals("unaffected")) {
        draft.state(ecosystem.get(), name, FixState.NOT_AFFECTED, "");
      }
      return;
    }
    for (Json.Obj one : versions) {
      String version = Rpm.evr(one.text("version"));
      boolean fix =
          one.text("status").equals("unaffected")
              && standard.equals("affected")
              && version.contains(".el");
      // A module's version has no place for its stream here.
      if (fix && !version.contains(".module")) draft.fixed(ecosystem.get(), name, version, "");
    }
  }

  private static void language(
      String ecosystem, String name, Json.Obj affected, AdvisoryDraft draft) {
    String folded = Ecosystems.foldName(ecosystem, name);
    Versions scheme = Versions.of(Ecosystems.scheme(ecosystem));
    var ranges = new ArrayList<AffectedRange>();
    for (Json.Obj one : affected.objects("versions")) {
      if (!one.text("status").equals("affected") || one.text("versionType").equals("git")) continue;
      range(one).filter(range -> isOrdered(range, scheme)).ifPresent(ranges::add);
    }
    if (ranges.isEmpty()) return;
    boolean fixed = ranges.stream().anyMatch(range -> range.end() instanceof End.Fixed);
    draft.add(
        ecosystem, folded, ranges, fixed ? FixState.FIXED : FixState.UNKNOWN, Severity.UNKNOWN, "");
  }

  /** Some write relations into versions: {@code ">= 1.0"}, {@code "<= 4.4.11"}. */
  private static Optional<AffectedRange> range(Json.Obj one) {
    String version = one.text("version").strip();
    String less = plain(one.text("lessThan"));
    String last = plain(one.text("lessThanOrEqual"));
    if (one.text("lessThan").strip().startsWith("<=")) {
      last = less;
      less = "";
    }
    if (!less.isEmpty()) return Optional.of(new AffectedRange(start(version), new End.Fixed(less)));
    if (!last.isEmpty()) {
      return Optional.of(new AffectedRange(start(version), new End.LastAffected(last)));
    }
    int comma = version.indexOf(',');
    String upper = comma < 0 ? version : version.substring(comma + 1).strip();
    String lower = comma < 0 ? "" : start(version.substring(0, comma));
    if (upper.startsWith("<=")) {
      return Optional.of(new AffectedRange(lower, new End.LastAffected(plain(upper))));
    }
    if (upper.startsWith("<")) {
      return Optional.of(new AffectedRange(lower, new End.Fixed(plain(upper))));
    }
    String exact = plain(version);
    boolean number = comma < 0 && !version.startsWith(">") && !exact.isEmpty();
    return number && Character.isDigit(exact.charAt(0)) && !exact.equals("0")
        ? Optional.of(new AffectedRange(exact, new End.LastAffected(exact)))
        : Optional.empty();
  }

  private static boolean isOrdered(AffectedRange range, Versions scheme) {
    String end =
        switch (range.end()) {
          case End.Fixed(String version) -> version;
          case End.LastAffected(String version) -> version;
          case End.Limit(String version) -> version;
          case End.Open() -> "";
        };
    boolean start = range.introduced().isEmpty() || scheme.isOrdered(range.introduced());
    return start && !end.isEmpty() && scheme.isOrdered(end);
  }

  /** Empty for what means "from the first". */
  private static String start(String version) {
    String plain = plain(version);
    boolean first = plain.isEmpty() || plain.equals("0") || !Character.isDigit(plain.charAt(0));
    return first ? "" : plain;
  }

  private static String plain(String version) {
    int at = 0;
    while (at < version.length() && "<>= ~^v".indexOf(version.charAt(at)) >= 0) at++;
    String rest = version.substring(at).strip();
    return rest.equals("*") || rest.length() > 100 ? "" : rest;
  }

  private static Optional<String> registry(String url) {
    String[][] known = {
      {"packagist.org", "Packagist"},
      {"repo.maven.apache.org", "Maven"},
      {"repo1.maven.org", "Maven"},
      {"pypi.org", "PyPI"},
      {"pypi.python.org", "PyPI"},
      {"npmjs.com", "npm"},
      {"npmjs.org", "npm"},
      {"pkg.go.dev", "Go"},
      {"rubygems.org", "RubyGems"},
      {"nuget.org", "NuGet"},
      {"crates.io", "crates.io"},
      {"hex.pm", "Hex"},
      {"pub.dev", "Pub"}
    };
    for (String[] one : known) {
      if (url.contains(one[0])) return Optional.of(one[1]);
    }
    return Optional.empty();
  }
}
