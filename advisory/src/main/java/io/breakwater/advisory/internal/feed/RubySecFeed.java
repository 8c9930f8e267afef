package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Ruby Advisory Database: one YAML file for each hole of a gem, with the versions that do not
 * have it, or of a Ruby implementation ({@code engine}), which is judged by the CPE name of
 * classified binaries.
 */
final class RubySecFeed implements Feed {
  @Override
  public String name() {
    return "RubySec";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean subject = false;
    boolean rest = false;
    for (String line : sample.head()) {
      subject |=
          line.startsWith("gem:") || line.startsWith("engine:") || line.startsWith("library:");
      rest |= line.startsWith("patched_versions:") || line.startsWith("title:");
    }
    return subject && rest;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Yaml.object(file.text());
    String gem = document.text("gem").strip();
    String engine = document.text("engine").strip();
    String subject = gem.isEmpty() ? engine : gem;
    if (subject.isEmpty() || subject.length() > 100 || file.name().length() > 90) {
      sink.skip(SkipReason.WITHOUT_PACKAGE);
      return;
    }
    String stem = file.name().replace(".yml", "").replace(".yaml", "");
    var record = new RecordBuilder("RUBYSEC-" + subject + "-" + stem, "rubysec");
    alias(record, "CVE-", document.text("cve"));
    alias(record, "GHSA-", document.text("ghsa"));
    record.title(document.text("title")).description(document.text("description"));
    record.reference(document.text("url"));
    document.object("related").texts("url").forEach(record::reference);
    record.published(Dates.instant(document.text("date")));
    var safe = new ArrayList<>(document.texts("patched_versions"));
    safe.addAll(document.texts("unaffected_versions"));
    Optional<List<Span>> unaffected = new Notation("gem").any(safe);
    var spans = new Spans("gem");
    if (unaffected.isEmpty()) {
      sink.skip(SkipReason.BAD_RANGE);
    } else {
      var ranges = spans.ranges(spans.complement(unaffected.get()), List.of());
      if (!gem.isEmpty()) record.affects("RubyGems", gem, ranges, List.of());
      else cpe(engine).ifPresent(name -> record.affects("CPE", name, ranges, List.of()));
    }
    record.finish(sink);
  }

  private static void alias(RecordBuilder record, String prefix, String id) {
    if (id.isBlank()) return;
    record.alias(id.startsWith(prefix) ? id : prefix + id.strip());
  }

  private static Optional<String> cpe(String engine) {
    return switch (engine) {
      case "ruby" -> Optional.of("ruby-lang:ruby");
      case "jruby" -> Optional.of("jruby:jruby");
      default -> Optional.empty();
    };
  }
}
