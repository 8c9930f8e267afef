package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.FixState;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * CVEs of Ubuntu's interface, single ones and pages: for each package the tracker's status by
 * release, {@code pocket} telling the channel.
 */
final class UbuntuCveFeed implements Feed {
  @Override
  public String name() {
    return "Ubuntu CVEs (API)";
  }

  @Override
  public boolean recognises(Sample sample) {
    return isCve(sample) || isCve(sample.firstOf("cves"));
  }

  private static boolean isCve(Sample sample) {
    return sample.has("notices_ids", "packages", "priority");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj one = slice.object();
          if (one.get("cves").isEmpty()) {
            cve(one, sink);
          } else {
            for (Json.Obj cve : one.objects("cves")) cve(cve, sink);
          }
        });
  }

  private static void cve(Json.Obj cve, RecordSink sink) throws IOException {
    String id = cve.text("id").strip();
    if (!Ids.isCve(id)) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    var draft =
        new AdvisoryDraft("ubuntu", "UBUNTU-" + id)
            .covers(List.of(id))
            .description(cve.text("description"))
            .severity(Severities.word(cve.text("priority")))
            .rating(
                cve.object("impact").object("baseMetricV3").object("cvssV3").text("vectorString"))
            .references(cve.texts("references"))
            .dates(Dates.instant(cve.text("published")), Dates.instant(cve.text("updated_at")));
    for (Json.Obj one : cve.objects("packages")) {
      for (Json.Obj status : one.objects("statuses")) add(draft, one.text("name"), status);
    }
    draft.finish(sink);
  }

  private static void add(AdvisoryDraft draft, String name, Json.Obj told) {
    Optional<String> ecosystem = ecosystem(told.text("release_codename"), told.text("pocket"));
    if (ecosystem.isEmpty()) return;
    String status = told.text("status");
    String note = told.text("description").strip();
    if (status.equals("released")) {
      if (note.isEmpty() || note.indexOf(' ') >= 0) return;
      String channel = UbuntuReleases.channel(ecosystem.get(), note);
      draft.fixed(channel, name, note, "");
      if (!channel.equals(ecosystem.get())) {
        draft.state(ecosystem.get(), name, FixState.NOT_FIXED, "");
      }
      return;
    }
    FixState state = UbuntuStatus.state(status, note);
    if (state != FixState.UNKNOWN) draft.state(ecosystem.get(), name, state, "");
  }

  private static Optional<String> ecosystem(String release, String pocket) {
    boolean plain = pocket.isEmpty() || pocket.equals("security") || pocket.equals("updates");
    return UbuntuReleases.ecosystem(plain ? release : pocket + "/" + release);
  }
}
