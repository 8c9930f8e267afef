package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pages of Rocky Linux's errata API: advisories with their packages as files. */
final class RockyErrataFeed implements Feed {
  @Override
  public String name() {
    return "Rocky Linux errata";
  }

  @Override
  public boolean recognises(Sample sample) {
    JsonSlices.Slice list = sample.members().get("advisories");
    if (list == null || !list.startsWith('[')) return sample.has("synopsis", "affected_products");
    String start =
        new String(
            list.content(), list.from(), Math.min(400, list.length()), StandardCharsets.UTF_8);
    return start.contains("\"RL") || start.contains("\"RX");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj document = Json.parseObject(file.content());
    List<Json.Obj> all = document.objects("advisories");
    for (Json.Obj one : all.isEmpty() ? List.of(document) : all) advisory(one, sink);
  }

  private static void advisory(Json.Obj advisory, RecordSink sink) throws IOException {
    List<String> holes = advisory.objects("cves").stream().map(one -> one.text("cve")).toList();
    if (holes.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_HOLE);
      return;
    }
    String id = advisory.text("name");
    var draft =
        new AdvisoryDraft("rocky", id)
            .covers(holes)
            .title(advisory.text("synopsis"))
            .description(advisory.text("description"))
            .severity(Severities.word(advisory.text("severity")))
            .references(List.of("https://errata.rockylinux.org/" + id))
            .dates(
                Dates.instant(advisory.text("published_at")),
                Dates.instant(advisory.text("updated_at")));
    if (holes.size() == 1) {
      draft.rating(advisory.objects("cves").getFirst().text("cvss3_scoring_vector"));
    }
    for (Json.Obj one : advisory.objects("packages")) add(advisory, one, draft);
    draft.finish(sink);
  }

  private static void add(Json.Obj advisory, Json.Obj one, AdvisoryDraft draft) {
    String module = one.text("module_name");
    if (!module.isEmpty()) module += ":" + one.text("module_stream");
    var releases = new ArrayList<String>(1);
    release(one.text("product_name"), releases);
    if (releases.isEmpty()) {
      for (Json.Obj product : advisory.objects("affected_products")) {
        release(product.text("name"), releases);
      }
    }
    var rpm = Rpm.parse(one.text("nevra"));
    if (rpm.isEmpty()) return;
    for (String release : releases) {
      draft.fixed("Rocky Linux:" + release, rpm.get().name(), rpm.get().evr(), module);
    }
  }

  /** The number in {@code Rocky Linux 10 aarch64}. */
  private static void release(String product, List<String> out) {
    if (!product.startsWith("Rocky Linux ")) return;
    int from = "Rocky Linux ".length();
    int end = from;
    while (end < product.length() && Character.isDigit(product.charAt(end))) end++;
    String release = product.substring(from, end);
    if (!release.isEmpty() && !out.contains(release)) out.add(release);
  }
}
