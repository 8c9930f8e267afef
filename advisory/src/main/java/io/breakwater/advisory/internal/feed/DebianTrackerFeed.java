package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Advisory;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The export of Debian's security tracker: source package, then CVE, then release with {@code
 * status} (open, resolved, undetermined), {@code fixed_version} ({@code 0}: never affected) and
 * {@code urgency}.
 */
final class DebianTrackerFeed implements Feed {
  @Override
  public String name() {
    return "Debian security tracker";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.members().isEmpty()) return false;
    JsonSlices.Slice first = sample.members().values().iterator().next();
    if (!first.startsWith('{') || first.length() > 16 << 20) return false;
    try {
      for (Json hole : first.object().members().values()) {
        return hole instanceof Json.Obj entry && entry.get("releases").isPresent();
      }
    } catch (InvalidJsonException noJson) {
      return false;
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    byte[] content = file.content();
    int start = JsonSlices.skipSpace(content, 0, content.length);
    var slices = new ArrayList<Map.Entry<String, JsonSlices.Slice>>();
    JsonSlices.members(content, start, (name, holes) -> slices.add(Map.entry(name, holes)));
    for (var one : slices) {
      Json.Obj holes;
      try {
        holes = one.getValue().object();
      } catch (InvalidJsonException malformed) {
        sink.skip(SkipReason.MALFORMED);
        continue;
      }
      for (var hole : holes.members().entrySet()) {
        if (hole.getValue() instanceof Json.Obj entry && !hole.getKey().isBlank()) {
          sink.add(advisory(one.getKey(), hole.getKey().strip(), entry));
        }
      }
    }
  }

  private static Advisory advisory(String name, String id, Json.Obj entry) {
    var affected = new ArrayList<Advisory.Affected>();
    for (var release : entry.object("releases").members().entrySet()) {
      Optional<String> ecosystem = DebianReleases.ecosystem(release.getKey());
      if (ecosystem.isPresent() && release.getValue() instanceof Json.Obj state) {
        affected.add(affected(ecosystem.get(), name, state));
      }
    }
    boolean cve = Ids.isCve(id);
    return new Advisory(
        cve ? "DEBIAN-" + id : id,
        List.of(),
        cve ? List.of(id) : List.of(),
        "debian",
        "",
        Texts.description(entry.text("description")),
        Severity.UNKNOWN,
        List.of(),
        List.of("https://security-tracker.debian.org/tracker/" + id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        affected);
  }

  private static Advisory.Affected affected(String ecosystem, String name, Json.Obj release) {
    String urgency = release.text("urgency").replace("*", "");
    Severity severity = Severities.word(urgency);
    String fixed = release.text("fixed_version").strip();
    if (release.text("status").equals("resolved") && !fixed.isEmpty()) {
      boolean never = fixed.equals("0");
      return new Advisory.Affected(
          ecosystem,
          name,
          never ? List.of() : List.of(Ranges.before(fixed)),
          List.of(),
          never ? FixState.NOT_AFFECTED : FixState.FIXED,
          severity);
    }
    return new Advisory.Affected(
        ecosystem, name, List.of(Ranges.all()), List.of(), state(release, urgency), severity);
  }

  private static FixState state(Json.Obj release, String urgency) {
    if (urgency.equals("end-of-life")) return FixState.END_OF_LIFE;
    return switch (release.text("status")) {
      case "undetermined" -> FixState.UNDER_INVESTIGATION;
      case "open" ->
          release.text("nodsa_reason").equals("ignored") ? FixState.WONT_FIX : FixState.NOT_FIXED;
      default -> FixState.UNKNOWN;
    };
  }
}
