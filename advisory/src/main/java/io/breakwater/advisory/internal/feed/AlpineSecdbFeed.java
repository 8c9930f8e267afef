package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Advisory;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The security databases of Alpine and of distributions that copied its form (Wolfi, Chainguard):
 * which version of a source package fixed which holes. The version {@code 0} means that the package
 * never had them.
 */
final class AlpineSecdbFeed implements Feed {
  @Override
  public String name() {
    return "Alpine secdb";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("packages")
        && (sample.has("reponame") || sample.has("distroversion") || sample.has("apkurl"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Json.parseObject(file.content());
    Optional<String> ecosystem = ecosystem(document);
    if (ecosystem.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    var byHole = new TreeMap<String, List<Advisory.Affected>>();
    for (Json.Obj one : document.objects("packages")) {
      Json.Obj named = one.object("pkg");
      String name = named.text("name");
      if (name.isEmpty()) {
        sink.skip(SkipReason.WITHOUT_PACKAGE);
        continue;
      }
      for (Map.Entry<String, Json> fix : named.object("secfixes").members().entrySet()) {
        if (!(fix.getValue() instanceof Json.Arr(List<Json> holes))) continue;
        for (Json hole : holes) {
          if (hole instanceof Json.Str(String ids) && !ids.isBlank()) {
            byHole
                .computeIfAbsent(ids.strip(), none -> new ArrayList<>())
                .add(affected(ecosystem.get(), name, fix.getKey().strip()));
          }
        }
      }
    }
    for (var hole : byHole.entrySet()) {
      sink.add(advisory(ecosystem.get(), hole.getKey(), hole.getValue()));
    }
  }

  private static Optional<String> ecosystem(Json.Obj document) {
    String from = (document.text("urlprefix") + document.text("apkurl")).toLowerCase(Locale.ROOT);
    if (from.contains("wolfi.dev")) return Optional.of("Wolfi");
    if (from.contains("chainguard") || from.contains("cgr.dev")) return Optional.of("Chainguard");
    if (from.contains("mini.dev")) return Optional.of("MinimOS");
    boolean others = !document.text("urlprefix").isEmpty() && !from.contains("alpine");
    if (others) return Optional.empty();
    String version = document.text("distroversion");
    if (version.startsWith("edge")) return Optional.of("Alpine:edge");
    if (version.isEmpty()) return Optional.empty();
    return Optional.of("Alpine:" + (version.startsWith("v") ? version : "v" + version));
  }

  private static Advisory.Affected affected(String ecosystem, String name, String fixed) {
    boolean never = fixed.equals("0");
    return new Advisory.Affected(
        ecosystem,
        name,
        never ? List.of() : List.of(Ranges.before(fixed)),
        List.of(),
        never ? FixState.NOT_AFFECTED : FixState.FIXED,
        Severity.UNKNOWN);
  }

  /**
   * A hole as secdb names it: an id, or several ids of it with blanks between. The record's id is
   * the one that OSV gives it.
   */
  private static Advisory advisory(
      String distribution, String ids, List<Advisory.Affected> affected) {
    List<String> all = List.of(ids.split(" +", -1));
    String first = all.getFirst();
    boolean alpine = distribution.startsWith("Alpine") && Ids.isCve(first);
    return new Advisory(
        alpine ? "ALPINE-" + first : first,
        all.subList(1, all.size()),
        alpine ? List.of(first) : List.of(),
        distribution.startsWith("Alpine") ? "alpine" : distribution.toLowerCase(Locale.ROOT),
        "",
        "",
        Severity.UNKNOWN,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        affected);
  }
}
