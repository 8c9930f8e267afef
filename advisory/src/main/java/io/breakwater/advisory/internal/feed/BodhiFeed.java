package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Security updates of Fedora and EPEL as Bodhi's API gives them: pages with {@code updates}, or a
 * list. It names source packages. What is still being tested is a fix all the same.
 */
final class BodhiFeed implements Feed {
  @Override
  public String name() {
    return "Fedora Bodhi";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("alias", "builds", "release")) return true;
    JsonSlices.Slice updates = sample.members().get("updates");
    return updates != null && updates.startsWith('[') && sample.has("rows_per_page");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj one;
          try {
            one = slice.object();
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
            return;
          }
          List<Json.Obj> page = one.objects("updates");
          for (Json.Obj update : page.isEmpty() ? List.of(one) : page) update(update, sink);
        });
  }

  private static void update(Json.Obj update, RecordSink sink) throws IOException {
    Set<String> holes = new LinkedHashSet<>();
    for (Json.Obj bug : update.objects("bugs")) holes.addAll(CveIds.in(bug.text("title")));
    holes.addAll(CveIds.in(update.text("title")));
    if (holes.isEmpty()) holes.addAll(CveIds.in(update.text("notes")));
    boolean security = update.text("type").equals("security");
    boolean gone =
        update.text("status").equals("obsolete") || update.text("status").equals("unpushed");
    if (!security || gone) {
      sink.skip(SkipReason.WITHOUT_HOLE);
      return;
    }
    Optional<String> ecosystem = ecosystem(update.object("release"));
    if (ecosystem.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    Severity severity =
        update.text("severity").toLowerCase(Locale.ROOT).equals("urgent")
            ? Severity.CRITICAL
            : Severities.word(update.text("severity"));
    var draft =
        new AdvisoryDraft("fedora", update.text("alias"))
            .covers(holes)
            .title(update.text("title"))
            .description(update.text("notes"))
            .severity(severity)
            .references(references(update))
            .dates(
                Dates.instant(update.text("date_submitted")),
                Dates.instant(update.text("date_modified")));
    for (Json.Obj build : update.objects("builds")) {
      long epoch = build.number("epoch").orElse(0);
      if (build.text("type").equals("module")) continue;
      Rpm.parse(build.text("nvr"))
          .ifPresent(
              rpm ->
                  draft.fixed(
                      ecosystem.get(),
                      rpm.name(),
                      epoch > 0 ? epoch + ":" + rpm.evr() : rpm.evr(),
                      ""));
    }
    draft.finish(sink);
  }

  private static List<String> references(Json.Obj update) {
    var out = new ArrayList<String>();
    out.add(update.text("url"));
    for (Json.Obj bug : update.objects("bugs")) {
      bug.number("bug_id")
          .ifPresent(id -> out.add("https://bugzilla.redhat.com/show_bug.cgi?id=" + id));
    }
    return out;
  }

  private static Optional<String> ecosystem(Json.Obj release) {
    String version = release.text("version");
    if (version.isEmpty() || version.length() > 10) return Optional.empty();
    String prefix = release.text("id_prefix");
    if (prefix.equals("FEDORA-EPEL") || prefix.equals("FEDORA-EPEL-NEXT")) {
      int dot = version.indexOf('.');
      return Optional.of("Fedora:EPEL " + (dot < 0 ? version : version.substring(0, dot)));
    }
    return prefix.equals("FEDORA") ? Optional.of("Fedora:" + version) : Optional.empty();
  }
}
