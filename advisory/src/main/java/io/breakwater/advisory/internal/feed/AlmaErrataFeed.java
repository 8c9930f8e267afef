package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AlmaLinux's errata as JSON: {@code errata.full.json}, and the older {@code errata.json} with its
 * packages in a list. Which release a package is for, its version says.
 */
final class AlmaErrataFeed implements Feed {
  @Override
  public String name() {
    return "AlmaLinux errata";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("updateinfo_id", "pkglist")) return true;
    if (!sample.has("schema_version", "data")) return false;
    JsonSlices.Slice data = sample.members().get("data");
    if (data == null || !data.startsWith('[')) return false;
    byte[] text = data.content();
    String start =
        new String(text, data.from(), Math.min(200, data.length()), StandardCharsets.UTF_8);
    return start.contains("\"AL") && start.contains("\"id\"");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    byte[] content = file.content();
    int start = JsonSlices.skipSpace(content, 0, content.length);
    if (start < content.length && content[start] == '[') {
      JsonSlices.documents(content, slice -> read(slice, sink));
      return;
    }
    var data = new ArrayList<JsonSlices.Slice>(1);
    JsonSlices.members(
        content,
        start,
        (key, value) -> {
          if (key.equals("data")) data.add(value);
          return data.isEmpty();
        });
    for (JsonSlices.Slice one : data) JsonSlices.elements(one, slice -> read(slice, sink));
  }

  private static void read(JsonSlices.Slice slice, RecordSink sink) throws IOException {
    Json.Obj erratum;
    try {
      erratum = slice.object();
    } catch (InvalidJsonException malformed) {
      sink.skip(SkipReason.MALFORMED);
      return;
    }
    erratum(erratum, sink);
  }

  private static void erratum(Json.Obj erratum, RecordSink sink) throws IOException {
    String id = erratum.text("updateinfo_id");
    if (id.isEmpty()) id = erratum.text("id");
    Set<String> holes = new LinkedHashSet<>();
    var urls = new ArrayList<String>();
    for (Json.Obj reference : erratum.objects("references")) {
      holes.addAll(CveIds.in(reference.text("id")));
      urls.add(reference.text("href"));
    }
    if (holes.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_HOLE);
      return;
    }
    var draft =
        new AdvisoryDraft("almalinux", id)
            .covers(holes)
            .title(erratum.text("title"))
            .description(erratum.text("description"))
            .severity(Severities.word(erratum.text("severity")))
            .references(urls)
            .dates(date(erratum, "issued_date"), date(erratum, "updated_date"));
    List<Json.Obj> packages = erratum.objects("packages");
    if (packages.isEmpty()) packages = erratum.object("pkglist").objects("packages");
    String module = module(erratum);
    for (Json.Obj one : packages) {
      String evr = Rpm.evr(one.text("epoch"), one.text("version"), one.text("release"));
      boolean modular = evr.contains(".module");
      RpmReleases.enterpriseLinux(evr.replace(".module_el", ".el").replace(".module+el", ".el"))
          .ifPresent(
              release ->
                  draft.fixed(
                      "AlmaLinux:" + release, one.text("name"), evr, modular ? module : ""));
    }
    draft.finish(sink);
  }

  /** The stream of an erratum about one module; empty when it is about several. */
  private static String module(Json.Obj erratum) {
    Set<String> streams = new LinkedHashSet<>();
    List<Json.Obj> modules = erratum.objects("modules");
    if (modules.isEmpty()) modules = List.of(erratum.object("pkglist").object("module"));
    for (Json.Obj one : modules) {
      if (!one.text("name").isEmpty()) streams.add(one.text("name") + ":" + one.text("stream"));
    }
    return streams.size() == 1 ? streams.iterator().next() : "";
  }

  /** Seconds, or {@code {"$date": milliseconds}}. */
  private static Optional<Instant> date(Json.Obj erratum, String key) {
    var seconds = erratum.number(key);
    if (seconds.isPresent()) return moment(seconds.getAsLong());
    var millis = erratum.object(key).number("$date");
    return millis.isPresent() ? moment(millis.getAsLong() / 1000) : Optional.empty();
  }

  private static Optional<Instant> moment(long seconds) {
    boolean fits = seconds > 0 && seconds < 32_503_680_000L;
    return fits ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }
}
