package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub's security advisories as its GraphQL and REST interfaces give them, one, many, or a page.
 * (Its advisory database is OSV, which {@link OsvFeed} reads.)
 */
final class GithubAdvisoryFeed implements Feed {
  private static final Map<String, String> ECOSYSTEMS =
      Map.ofEntries(
          Map.entry("MAVEN", "Maven"),
          Map.entry("NPM", "npm"),
          Map.entry("PIP", "PyPI"),
          Map.entry("GO", "Go"),
          Map.entry("RUBYGEMS", "RubyGems"),
          Map.entry("COMPOSER", "Packagist"),
          Map.entry("NUGET", "NuGet"),
          Map.entry("RUST", "crates.io"),
          Map.entry("ERLANG", "Hex"),
          Map.entry("PUB", "Pub"),
          Map.entry("SWIFT", "SwiftURL"),
          Map.entry("ACTIONS", "GitHub Actions"));

  @Override
  public String name() {
    return "GitHub advisories";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("ghsaId", "vulnerabilities") || sample.has("ghsa_id", "vulnerabilities");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          try {
            advisory(slice.object(), sink);
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
          }
        });
  }

  private static void advisory(Json.Obj one, RecordSink sink) throws IOException {
    String id = either(one, "ghsaId", "ghsa_id");
    if (!RecordBuilder.isId(id)) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    var record = new RecordBuilder(id, "github");
    for (Json.Obj alias : one.objects("identifiers")) record.alias(alias.text("value"));
    record.alias(one.text("cve_id"));
    record.title(one.text("summary")).description(one.text("description"));
    record.severity(Severities.word(one.text("severity")));
    ratings(one, record);
    for (Json.Obj cwe : nodes(one, "cwes")) record.cwe(either(cwe, "cweId", "cwe_id"));
    one.objects("references").forEach(reference -> record.reference(reference.text("url")));
    one.texts("references").forEach(record::reference);
    record.published(Dates.instant(either(one, "publishedAt", "published_at")));
    record.modified(Dates.instant(either(one, "updatedAt", "updated_at")));
    record.withdrawn(Dates.instant(either(one, "withdrawnAt", "withdrawn_at")));
    for (Json.Obj affected : nodes(one, "vulnerabilities")) affected(affected, record, sink);
    record.finish(sink);
  }

  private static String either(Json.Obj object, String graph, String rest) {
    String value = object.text(graph);
    return value.isEmpty() ? object.text(rest) : value;
  }

  /** GraphQL wraps lists into nodes. */
  private static List<Json.Obj> nodes(Json.Obj object, String key) {
    List<Json.Obj> plain = object.objects(key);
    return plain.isEmpty() ? object.object(key).objects("nodes") : plain;
  }

  private static void ratings(Json.Obj one, RecordBuilder record) {
    record.rating("github", either(one.object("cvss"), "vectorString", "vector_string"));
    for (String key : new String[] {"cvssSeverities", "cvss_severities"}) {
      for (Json severity : one.object(key).members().values()) {
        if (severity instanceof Json.Obj rating) {
          record.rating("github", either(rating, "vectorString", "vector_string"));
        }
      }
    }
  }

  private static void affected(Json.Obj one, RecordBuilder record, RecordSink sink) {
    Json.Obj named = one.object("package");
    String key = named.text("ecosystem").toUpperCase(Locale.ROOT);
    String ecosystem = ECOSYSTEMS.getOrDefault(key, "");
    if (ecosystem.isEmpty() || named.text("name").isEmpty()) {
      sink.skip(SkipReason.WITHOUT_PACKAGE);
      return;
    }
    String scheme = Ecosystems.scheme(ecosystem);
    String text = either(one, "vulnerableVersionRange", "vulnerable_version_range");
    // These ranges have one form in every ecosystem; npm's and Cargo's own mean the same by them.
    Optional<List<Span>> affected = new Notation(scheme).read(text);
    if (affected.isEmpty()) {
      sink.skip(SkipReason.BAD_RANGE);
      return;
    }
    String patched = one.object("firstPatchedVersion").text("identifier");
    if (patched.isEmpty()) patched = one.text("first_patched_version");
    if (patched.isEmpty()) patched = one.object("first_patched_version").text("identifier");
    List<Span> fixes = patched.isEmpty() ? List.of() : List.of(Span.from(patched));
    List<AffectedRange> ranges = new Spans(scheme).ranges(affected.get(), fixes);
    record.affects(ecosystem, named.text("name"), ranges, List.of());
  }
}
