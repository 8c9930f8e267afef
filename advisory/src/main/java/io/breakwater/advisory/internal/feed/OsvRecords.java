package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Providers;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Records of the OSV schema 1.x. GIT ranges are left out: images hold versions, not commits. What a
 * distribution's update lists as {@code upstream} or, in older records, as {@code related} CVEs is
 * what it covers; {@code related} means less in other records and is left out there.
 */
final class OsvRecords {
  private static final int MAX_IDS = 5_000;

  private OsvRecords() {}

  /** Whether an object with these keys is an OSV record. */
  static boolean isRecord(Sample sample) {
    if (!sample.has("id", "modified")) return false;
    return sample.has("affected") || sample.has("aliases") || sample.has("schema_version");
  }

  /** Reads one record into the sink. */
  static void read(Json.Obj record, RecordSink sink) throws IOException {
    String id = record.text("id").strip();
    if (id.isEmpty() || id.length() > 200 || record.text("modified").isEmpty()) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    var affected = new ArrayList<Advisory.Affected>();
    for (Json.Obj one : record.objects("affected")) affected(one, affected, sink);
    List<String> aliases = ids(record.texts("aliases"), id);
    List<String> covers = covers(record, id, aliases, affected);
    boolean own = StarterFacts.isOwn(record);
    String provider = own ? StarterFacts.PROVIDER : Providers.ofId(id, "osv");
    if (own) StarterFacts.read(record, id, aliases, sink);
    sink.add(
        new Advisory(
            id,
            aliases,
            covers,
            provider,
            Texts.title(record.text("summary")),
            Texts.description(record.text("details")),
            severity(record, id),
            ratings(record, provider, sink),
            Texts.references(
                record.objects("references").stream().map(r -> r.text("url")).toList()),
            Dates.instant(record.text("published")),
            Dates.instant(record.text("modified")),
            withdrawn(record),
            affected));
    if (covers.isEmpty()) facts(record, id, provider, sink);
  }

  /** What GitHub's and others' records tell of the weakness, and who calls a package malicious. */
  private static void facts(Json.Obj record, String id, String provider, RecordSink sink) {
    Json.Obj more = record.object("database_specific");
    var cwes = new TreeSet<String>();
    for (String key : new String[] {"cwe_ids", "cwes"}) {
      more.texts(key).forEach(cwe -> RecordBuilder.weakness(cwe).ifPresent(cwes::add));
      for (Json.Obj one : more.objects(key)) {
        RecordBuilder.weakness(one.text("cweId")).ifPresent(cwes::add);
      }
    }
    boolean malicious =
        !id.startsWith("MAL-") && more.get("malicious-packages-origins").isPresent();
    if (cwes.isEmpty() && !malicious) return;
    CveFacts facts = CveFacts.of(id, provider, Optional.empty()).withCwes(List.copyOf(cwes));
    sink.add(malicious ? facts.ofMalicious() : facts);
  }

  private static Optional<Instant> withdrawn(Json.Obj record) {
    String text = record.text("withdrawn");
    if (text.isEmpty()) return Optional.empty();
    return Dates.instant(text).or(() -> Optional.of(Instant.EPOCH));
  }

  private static List<String> ids(List<String> given, String own) {
    var out = new TreeSet<String>();
    for (String id : given) {
      String stripped = id.strip();
      if (!stripped.isEmpty() && stripped.length() <= 200 && out.size() < MAX_IDS)
        out.add(stripped);
    }
    out.remove(own);
    return List.copyOf(out);
  }

  private static List<String> covers(
      Json.Obj record, String id, List<String> aliases, List<Advisory.Affected> affected) {
    List<String> upstream = ids(record.texts("upstream"), id);
    if (!upstream.isEmpty() || !aliases.isEmpty() || Ids.isCve(id)) return upstream;
    boolean distribution =
        !affected.isEmpty()
            && affected.stream().allMatch(a -> Ecosystems.isDistribution(a.ecosystem()));
    if (!distribution) return List.of();
    return ids(record.texts("related"), id).stream().filter(Ids::isCve).toList();
  }

  private static void affected(Json.Obj one, List<Advisory.Affected> out, RecordSink sink) {
    Json.Obj named = one.object("package");
    String ecosystem = Ecosystems.canonical(named.text("ecosystem").strip());
    String name = named.text("name").strip();
    if (ecosystem.isEmpty() || name.isEmpty() || name.length() > 1000) {
      if (one.array("ranges").isEmpty()) sink.skip(SkipReason.WITHOUT_PACKAGE);
      return;
    }
    var ranges = new ArrayList<AffectedRange>();
    boolean ordered = false;
    for (Json.Obj range : one.objects("ranges")) {
      if (range.text("type").equals("GIT")) continue;
      ordered = true;
      ranges.addAll(Ranges.ofEvents(ecosystem, events(range)));
    }
    List<String> versions = Ranges.outside(ecosystem, one.texts("versions"), ranges);
    if (!ordered && versions.isEmpty()) return;
    if (!ordered) {
      List<String> safe = one.object("ecosystem_specific").texts("not_affected_versions");
      ranges.addAll(Ranges.fixAbove(ecosystem, versions, safe));
    }
    out.add(
        new Advisory.Affected(
            ecosystem, name, ranges, versions, state(one, ranges), severityHere(one)));
  }

  private static List<Ranges.Event> events(Json.Obj range) {
    var out = new ArrayList<Ranges.Event>();
    for (Json.Obj event : range.objects("events")) {
      for (Ranges.Kind kind : Ranges.Kind.values()) {
        String version = event.text(kind.key()).strip();
        if (!version.isEmpty()) out.add(new Ranges.Event(kind, version));
      }
    }
    return out;
  }

  private static FixState state(Json.Obj affected, List<AffectedRange> ranges) {
    boolean fixed = ranges.stream().anyMatch(r -> r.end() instanceof AffectedRange.End.Fixed);
    if (fixed) return FixState.FIXED;
    Json.Obj more = affected.object("ecosystem_specific");
    FixState told = UbuntuStatus.state(more.text("uct_status"), more.text("uct_note"));
    if (told != FixState.UNKNOWN) return told;
    if (more.text("urgency").equals("end-of-life")) return FixState.END_OF_LIFE;
    boolean open = ranges.stream().anyMatch(r -> r.end() instanceof AffectedRange.End.Open);
    return open ? FixState.NOT_FIXED : FixState.UNKNOWN;
  }

  /** The word that a record as a whole has; malicious packages have none, and need none. */
  private static Severity severity(Json.Obj record, String id) {
    Severity word = Severities.word(record.object("database_specific").text("severity"));
    if (word != Severity.UNKNOWN) return word;
    for (Json.Obj rating : record.objects("severity")) {
      if (!rating.text("type").startsWith("CVSS")) {
        word = Severities.word(rating.text("score"));
        if (word != Severity.UNKNOWN) return word;
      }
    }
    if (id.startsWith("MAL-")) return Severity.CRITICAL;
    return Severities.ofTitle(record.text("summary"));
  }

  private static Severity severityHere(Json.Obj affected) {
    Json.Obj more = affected.object("ecosystem_specific");
    for (String key : new String[] {"ubuntu_priority", "urgency", "severity"}) {
      Severity word = Severities.word(more.text(key));
      if (word != Severity.UNKNOWN) return word;
    }
    return Severities.word(affected.object("database_specific").text("severity"));
  }

  private static List<CvssRating> ratings(Json.Obj record, String source, RecordSink sink) {
    var out = new ArrayList<CvssRating>();
    var all = new ArrayList<>(record.objects("severity"));
    for (Json.Obj affected : record.objects("affected")) all.addAll(affected.objects("severity"));
    for (Json.Obj one : all) {
      if (!one.text("type").startsWith("CVSS")) continue;
      Ratings.of(source, one.text("score"))
          .ifPresentOrElse(
              rating -> {
                if (!out.contains(rating) && out.size() < 20) out.add(rating);
              },
              () -> sink.skip(SkipReason.BAD_RATING));
    }
    return out;
  }
}
