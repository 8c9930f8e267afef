package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The PHP Security Advisories Database: one YAML file for each hole of a Composer package, with the
 * affected versions of each branch. It gives no ids; a record is called by its package and file.
 */
final class FriendsOfPhpFeed implements Feed {
  private static final String COMPOSER = "composer://";

  @Override
  public String name() {
    return "FriendsOfPHP";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean branches = false;
    boolean reference = false;
    for (String line : sample.head()) {
      branches |= line.startsWith("branches:");
      reference |= line.startsWith("reference:") && line.contains(COMPOSER);
    }
    return branches && reference;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Yaml.object(file.text());
    String name = document.text("reference").strip();
    if (!name.startsWith(COMPOSER) || name.length() > 150 || file.name().length() > 100) {
      sink.skip(SkipReason.WITHOUT_PACKAGE);
      return;
    }
    name = name.substring(COMPOSER.length());
    String stem = file.name().replace(".yaml", "").replace(".yml", "");
    var record = new RecordBuilder("FOP-" + name + "-" + stem, "friendsofphp");
    String cve = document.text("cve").strip();
    if (!cve.equals("~")) record.alias(cve);
    record.title(document.text("title")).reference(document.text("link"));
    // The link is where the hole was told of: its page in GitHub's database, or the project's own.
    Ids.ghsaOfPage(document.text("link")).ifPresent(record::alias);
    var spans = new Spans("composer");
    var notation = new Notation("composer");
    var affected = new ArrayList<Span>();
    Optional<Instant> first = Optional.empty();
    for (Json branch : document.object("branches").members().values()) {
      if (!(branch instanceof Json.Obj one)) continue;
      Optional<Span> run = notation.all(one.texts("versions"));
      if (run.isEmpty() || one.texts("versions").isEmpty()) {
        sink.skip(SkipReason.BAD_RANGE);
        continue;
      }
      affected.add(run.get());
      Optional<Instant> at = Dates.instant(one.text("time"));
      if (at.isPresent() && (first.isEmpty() || at.get().isBefore(first.get()))) first = at;
    }
    record.published(first);
    record.affects("Packagist", name, spans.ranges(affected, List.of()), List.of());
    record.finish(sink);
  }
}
