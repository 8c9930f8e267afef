package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RustSec's advisories: TOML between fences at the head of a Markdown file, or, in older states of
 * its repository, alone. Advisories of the {@code rust} collection are about the tool chain.
 */
final class RustSecFeed implements Feed {
  private static final String FENCE = "```";

  @Override
  public String name() {
    return "RustSec";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean advisory = false;
    boolean named = false;
    for (String line : sample.head()) {
      advisory |= line.strip().equals("[advisory]");
      named |= advisory && line.startsWith("package");
      if (named) return true;
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    String text = file.text();
    int open = text.indexOf(FENCE + "toml");
    int start = open < 0 ? 0 : text.indexOf('\n', open) + 1;
    int close = open < 0 || start == 0 ? text.length() : text.indexOf("\n" + FENCE, start);
    if (close < 0) throw new IOException("not an advisory: its head has no end");
    Json.Obj document = Toml.object(text.substring(start, close));
    Json.Obj head = document.object("advisory");
    String id = head.text("id");
    if (!RecordBuilder.isId(id)) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    var record = new RecordBuilder(id, "rustsec");
    head.texts("aliases").forEach(record::alias);
    record.rating("rustsec", head.text("cvss"));
    words(head, open < 0 ? "" : text.substring(Math.min(text.length(), close + 4)), record);
    record.reference("https://rustsec.org/advisories/" + id + ".html");
    record.reference(head.text("url"));
    head.texts("references").forEach(record::reference);
    record.published(Dates.instant(head.text("date")));
    record.withdrawn(Dates.instant(head.text("withdrawn")));
    affected(file, document, head.text("package"), record, sink);
    record.finish(sink);
  }

  private static void words(Json.Obj head, String markdown, RecordBuilder record) {
    int title = markdown.indexOf("# ");
    int end = title < 0 ? -1 : markdown.indexOf('\n', title);
    record.title(
        title < 0
            ? head.text("title")
            : markdown.substring(title + 2, end < 0 ? markdown.length() : end));
    record.description(end < 0 ? head.text("description") : markdown.substring(end));
  }

  private static void affected(
      FeedFile file, Json.Obj document, String name, RecordBuilder record, RecordSink sink) {
    Json.Obj versions = document.object("versions");
    var safe = new ArrayList<>(versions.texts("patched"));
    // Before 2020 the advisory itself named what is patched.
    if (versions.members().isEmpty()) {
      safe.addAll(document.object("advisory").texts("patched_versions"));
      safe.addAll(document.object("advisory").texts("unaffected_versions"));
    }
    safe.addAll(versions.texts("unaffected"));
    Optional<List<Span>> unaffected = new Notation("cargo").any(safe);
    if (unaffected.isEmpty()) {
      sink.skip(SkipReason.BAD_RANGE);
      return;
    }
    var spans = new Spans("cargo");
    boolean toolChain =
        file.path().startsWith("rust/")
            || file.path().contains("/rust/")
            || document.object("advisory").text("collection").equals("rust");
    record.affects(
        toolChain ? "CPE" : "crates.io",
        toolChain ? "rust-lang:rust" : name,
        spans.ranges(spans.complement(unaffected.get()), List.of()),
        List.of());
  }
}
