package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.FixState;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Canonical's OpenVEX, a document for each CVE or update. Of its products only source packages are
 * read ({@code pkg:deb/ubuntu/curl@7.81.0-1ubuntu1.20?arch=source&distro=jammy}): their built ones
 * say the same once more, without the release. Somebody else's OpenVEX is no feed.
 */
final class UbuntuVexFeed implements Feed {
  private static final int MAX_PRODUCTS = 1_000_000;

  @Override
  public String name() {
    return "Ubuntu VEX";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (!sample.has("statements")) return false;
    Sample about = sample.has("metadata") ? sample.firstOf("metadata") : sample;
    return about.text("@context").startsWith("https://openvex.dev/")
        && about.text("@id").contains("ubuntu");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(file.content(), slice -> document(slice.object(), sink));
  }

  private static void document(Json.Obj document, RecordSink sink) throws IOException {
    Json.Obj about = document.get("metadata").isPresent() ? document.object("metadata") : document;
    var drafts = new LinkedHashMap<String, AdvisoryDraft>();
    int products = 0;
    for (Json.Obj statement : document.objects("statements")) {
      Json.Obj hole = statement.object("vulnerability");
      String name = hole.text("name").strip();
      AdvisoryDraft draft =
          drafts.computeIfAbsent(name, id -> draft(id, hole, statement, about.text("timestamp")));
      Optional<FixState> state = state(statement);
      if (state.isEmpty()) sink.skip(SkipReason.MALFORMED);
      List<Json.Obj> all = statement.objects("products");
      products += all.size();
      if (products > MAX_PRODUCTS) throw new IOException("it has too many products");
      for (Json.Obj product : all) {
        state.ifPresent(s -> add(draft, product.text("@id"), s));
      }
    }
    for (AdvisoryDraft draft : drafts.values()) draft.finish(sink);
  }

  private static AdvisoryDraft draft(
      String name, Json.Obj hole, Json.Obj statement, String changed) {
    var cves = new ArrayList<>(CveIds.in(name));
    boolean update = cves.isEmpty();
    for (String alias : hole.texts("aliases")) {
      // Those of a CVE are addresses.
      if (update) cves.addAll(CveIds.in(alias));
    }
    return new AdvisoryDraft("ubuntu", update ? name : "UBUNTU-" + name)
        .covers(cves)
        .description(hole.text("description"))
        .references(List.of(hole.text("@id")))
        .dates(Dates.instant(statement.text("timestamp")), Dates.instant(changed));
  }

  private static Optional<FixState> state(Json.Obj statement) {
    String action = statement.text("action_statement").toLowerCase(Locale.ROOT);
    return switch (statement.text("status")) {
      case "fixed" -> Optional.of(FixState.FIXED);
      case "not_affected" -> Optional.of(FixState.NOT_AFFECTED);
      case "under_investigation" -> Optional.of(FixState.UNDER_INVESTIGATION);
      case "affected" ->
          Optional.of(
              action.contains("ignore")
                  ? UbuntuStatus.state("ignored", action)
                  : FixState.NOT_FIXED);
      default -> Optional.empty();
    };
  }

  private static void add(AdvisoryDraft draft, String product, FixState state) {
    // A look before the work: most products are built packages.
    if (!product.contains("arch=source")) return;
    Purl purl;
    try {
      purl = Purl.repair(product);
    } catch (InvalidPurlException none) {
      return;
    }
    Map<String, String> qualifiers = purl.qualifiers();
    if (!purl.type().equals("deb") || !"source".equals(qualifiers.get("arch"))) return;
    Optional<String> ecosystem = UbuntuReleases.ecosystem(qualifiers.getOrDefault("distro", ""));
    String version = purl.version().orElse("");
    if (ecosystem.isEmpty()) return;
    if (state != FixState.FIXED) draft.state(ecosystem.get(), purl.name(), state, "");
    else if (!version.isEmpty()) draft.fixed(ecosystem.get(), purl.name(), version, "");
  }
}
