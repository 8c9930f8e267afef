package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Statements of SAP's project KB: one hole in a file, with a verdict for each version of each
 * artifact that was looked at. Verdicts come from comparing code, so that versions are listed one
 * by one and nothing is said about others; but the lowest that is not affected, above all that are,
 * has the fix.
 */
final class ProjectKbFeed implements Feed {
  private static final String MAVEN = "Maven";

  @Override
  public String name() {
    return "project KB";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean id = false;
    boolean rest = false;
    for (String line : sample.head()) {
      id |= line.startsWith("vulnerability_id:");
      rest |=
          line.startsWith("fixes:") || line.startsWith("artifacts:") || line.startsWith("notes:");
    }
    return id && rest;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Yaml.object(file.text());
    String id = document.text("vulnerability_id").strip();
    if (!RecordBuilder.isId(id)) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    var record = new RecordBuilder(id, "project-kb");
    document.objects("aliases").forEach(alias -> record.alias(alias.text("alias")));
    document.texts("aliases").forEach(record::alias);
    for (Json.Obj note : document.objects("notes")) {
      if (!note.text("text").isBlank()) record.description(note.text("text"));
      note.texts("links").forEach(record::reference);
    }
    for (Json.Obj fix : document.objects("fixes")) {
      for (Json.Obj commit : fix.objects("commits")) {
        record.reference(commit.text("repository") + "/commit/" + commit.text("id"));
      }
    }
    var versions = new TreeMap<String, TreeSet<String>>();
    var safe = new TreeMap<String, TreeSet<String>>();
    for (Json.Obj artifact : document.objects("artifacts")) {
      Optional<Purl> purl = purl(artifact.text("id"));
      if (purl.isEmpty()) {
        sink.skip(SkipReason.WITHOUT_PACKAGE);
        continue;
      }
      String name = purl.get().namespace().orElse("") + ":" + purl.get().name();
      String version = purl.get().version().orElse("");
      switch (artifact.text("affected")) {
        case "true" -> versions.computeIfAbsent(name, none -> new TreeSet<>()).add(version);
        case "false" -> safe.computeIfAbsent(name, none -> new TreeSet<>()).add(version);
        default -> {}
      }
    }
    for (Map.Entry<String, TreeSet<String>> one : versions.entrySet()) {
      var fix =
          Ranges.fixAbove(MAVEN, one.getValue(), safe.getOrDefault(one.getKey(), new TreeSet<>()));
      record.affects(MAVEN, one.getKey(), fix, List.copyOf(one.getValue()));
    }
    record.finish(sink);
  }

  private static Optional<Purl> purl(String text) {
    try {
      Purl purl = Purl.parse(text.strip());
      boolean fits = purl.type().equals("maven") && purl.version().isPresent();
      return fits ? Optional.of(purl) : Optional.empty();
    } catch (InvalidPurlException noPurl) {
      return Optional.empty();
    }
  }
}
