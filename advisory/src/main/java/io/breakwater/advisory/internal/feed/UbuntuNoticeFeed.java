package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ubuntu's security notices: the database of them, an object by their numbers with {@code releases}
 * and in these {@code sources}; or the pages of its interface, with {@code release_packages}. What
 * tells no version of a source package, as the first years' do, is left out.
 */
final class UbuntuNoticeFeed implements Feed {
  @Override
  public String name() {
    return "Ubuntu security notices";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.firstMember().has("isummary", "releases")
        || isNotice(sample)
        || isNotice(sample.firstOf("notices"));
  }

  private static boolean isNotice(Sample sample) {
    return sample.has("release_packages");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(file.content(), slice -> document(slice, sink));
  }

  private static void document(JsonSlices.Slice document, RecordSink sink) throws IOException {
    var members = new ArrayList<Map.Entry<String, JsonSlices.Slice>>();
    JsonSlices.members(
        document.content(), document.from(), (key, value) -> members.add(Map.entry(key, value)));
    boolean single = members.stream().anyMatch(m -> m.getKey().equals("release_packages"));
    if (single) {
      notice(document, sink);
      return;
    }
    for (var member : members) {
      JsonSlices.Slice value = member.getValue();
      if (member.getKey().equals("notices") && value.startsWith('[')) {
        JsonSlices.elements(value, one -> notice(one, sink));
      } else if (value.startsWith('{')) {
        entry(member.getKey(), value, sink);
      }
    }
  }

  /** A notice of the interface. */
  private static void notice(JsonSlices.Slice slice, RecordSink sink) throws IOException {
    Json.Obj notice;
    try {
      notice = slice.object();
    } catch (InvalidJsonException malformed) {
      sink.skip(SkipReason.MALFORMED);
      return;
    }
    var draft =
        draft(notice.text("id"), notice, notice.texts("cves_ids"))
            .dates(Dates.instant(notice.text("published")), Optional.empty());
    for (var release : notice.object("release_packages").members().entrySet()) {
      if (!(release.getValue() instanceof Json.Arr(List<Json> packages))) continue;
      for (Json one : packages) {
        if (one instanceof Json.Obj object && object.isTrue("is_source")) {
          fixed(draft, release.getKey(), object.text("name"), object);
        }
      }
    }
    draft.finish(sink);
  }

  /** A notice of the database. */
  private static void entry(String number, JsonSlices.Slice slice, RecordSink sink)
      throws IOException {
    Json.Obj notice;
    try {
      notice = slice.object();
    } catch (InvalidJsonException malformed) {
      sink.skip(SkipReason.MALFORMED);
      return;
    }
    boolean plain = !number.isEmpty() && Character.isDigit(number.charAt(0));
    var draft = draft(plain ? "USN-" + number : number, notice, notice.texts("cves"));
    notice.get("timestamp").ifPresent(t -> draft.dates(Dates.seconds(t), Optional.empty()));
    for (var release : notice.object("releases").members().entrySet()) {
      if (!(release.getValue() instanceof Json.Obj object)) continue;
      for (var source : object.object("sources").members().entrySet()) {
        if (source.getValue() instanceof Json.Obj told) {
          fixed(draft, release.getKey(), source.getKey(), told);
        }
      }
    }
    draft.finish(sink);
  }

  private static AdvisoryDraft draft(String id, Json.Obj notice, List<String> cves) {
    String summary = notice.text("isummary");
    return new AdvisoryDraft("ubuntu", id)
        .covers(cves.stream().flatMap(cve -> CveIds.in(cve).stream()).toList())
        .title(notice.text("title"))
        .description(summary.isEmpty() ? notice.text("description") : summary)
        .references(List.of("https://ubuntu.com/security/notices/" + id));
  }

  private static void fixed(AdvisoryDraft draft, String release, String name, Json.Obj told) {
    String version = told.text("version").strip();
    if (version.isEmpty()) return;
    UbuntuReleases.ecosystem(release)
        .map(ecosystem -> UbuntuReleases.channel(ecosystem, version))
        .ifPresent(ecosystem -> draft.fixed(ecosystem, name, version, ""));
  }
}
