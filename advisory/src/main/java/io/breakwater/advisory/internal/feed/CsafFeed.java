package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.advisory.internal.feed.CsafProducts.Claimed;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CSAF 2.0 documents of rpm distributions: Red Hat's VEX (all about one CVE) and advisories, those
 * of SUSE and openEuler. Documents of others speak about no distribution.
 */
final class CsafFeed implements Feed {
  private static final Set<String> FIXED = Set.of("fixed", "first_fixed", "recommended");

  @Override
  public String name() {
    return "CSAF";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (!sample.has("document")) return false;
    JsonSlices.Slice document = sample.members().get("document");
    if (document == null || document.length() > 8 << 20) return false;
    try {
      return document.object().text("category").startsWith("csaf_");
    } catch (InvalidJsonException noJson) {
      return false;
    }
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj csaf = Json.parseObject(file.content());
    Json.Obj document = csaf.object("document");
    Optional<CsafPublisher> publisher = CsafPublisher.of(document);
    if (publisher.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    var products = CsafProducts.read(csaf.object("product_tree"), publisher.get());
    String id = document.object("tracking").text("id").strip();
    List<Json.Obj> holes = csaf.objects("vulnerabilities");
    // An update closes several holes, mostly all in the same packages: these are one record.
    var byStatus = new LinkedHashMap<Json.Obj, List<Json.Obj>>();
    for (Json.Obj hole : holes) {
      boolean vex = holes.size() == 1 || Ids.isCve(id);
      Json.Obj key = vex ? hole : hole.object("product_status");
      byStatus.computeIfAbsent(key, none -> new ArrayList<>(2)).add(hole);
    }
    if (holes.isEmpty()) sink.skip(SkipReason.WITHOUT_HOLE);
    boolean first = true;
    for (List<Json.Obj> alike : byStatus.values()) {
      String own = first ? id : id + "#" + alike.getFirst().text("cve");
      first = false;
      var draft = draft(document, publisher.get(), own, alike);
      status(alike.getFirst(), products, draft);
      draft.finish(sink);
    }
  }

  private static AdvisoryDraft draft(
      Json.Obj document, CsafPublisher publisher, String id, List<Json.Obj> holes) {
    Json.Obj tracking = document.object("tracking");
    Severity severity = Severities.word(document.object("aggregate_severity").text("text"));
    Json.Obj hole = holes.getFirst();
    if (severity == Severity.UNKNOWN || holes.size() == 1) {
      for (Json.Obj threat : hole.objects("threats")) {
        Severity word = Severities.word(threat.text("details"));
        if (threat.text("category").equals("impact") && word != Severity.UNKNOWN) severity = word;
      }
    }
    var draft =
        new AdvisoryDraft(publisher.provider(), id)
            .covers(holes.stream().map(one -> one.text("cve")).toList())
            .title(document.text("title"))
            .description(description(holes.size() == 1 ? hole : document))
            .severity(severity)
            .references(
                document.objects("references").stream().map(one -> one.text("url")).toList())
            .dates(
                Dates.instant(tracking.text("initial_release_date")),
                Dates.instant(tracking.text("current_release_date")));
    if (holes.size() == 1) {
      for (Json.Obj score : hole.objects("scores")) {
        for (String version : new String[] {"cvss_v4", "cvss_v3", "cvss_v2"}) {
          draft.rating(score.object(version).text("vectorString"));
        }
      }
    }
    return draft;
  }

  private static String description(Json.Obj noted) {
    for (Json.Obj note : noted.objects("notes")) {
      String category = note.text("category");
      if (category.equals("description") || category.equals("general")) return note.text("text");
    }
    return "";
  }

  private static void status(Json.Obj hole, CsafProducts products, AdvisoryDraft draft) {
    Map<String, FixState> states = states(hole);
    for (Map.Entry<String, Json> status : hole.object("product_status").members().entrySet()) {
      if (!(status.getValue() instanceof Json.Arr(List<Json> ids))) continue;
      for (Json one : ids) {
        if (!(one instanceof Json.Str(String product))) continue;
        boolean fixed = FIXED.contains(status.getKey());
        Optional<Claimed> claimed = products.claimed(product, fixed);
        if (claimed.isEmpty()) continue;
        Claimed of = claimed.get();
        switch (status.getKey()) {
          case "fixed", "first_fixed", "recommended" -> {
            if (!of.evr().isEmpty()) draft.fixed(of.ecosystem(), of.name(), of.evr(), of.module());
          }
          case "known_not_affected" -> {
            // Of products that no image is, Red Hat lists thousands.
            if (RpmReleases.isRelease(of.ecosystem())) {
              draft.state(of.ecosystem(), of.name(), FixState.NOT_AFFECTED, of.module());
            }
          }
          case "known_affected", "first_affected", "last_affected" ->
              draft.state(
                  of.ecosystem(),
                  of.name(),
                  states.getOrDefault(product, FixState.NOT_FIXED),
                  of.module());
          case "under_investigation" ->
              draft.state(of.ecosystem(), of.name(), FixState.UNDER_INVESTIGATION, of.module());
          default -> {
            // A status that says neither yes nor no.
          }
        }
      }
    }
  }

  /** What is said about a fix for affected products. */
  private static Map<String, FixState> states(Json.Obj hole) {
    var out = new HashMap<String, FixState>();
    for (Json.Obj remediation : hole.objects("remediations")) {
      FixState state =
          switch (remediation.text("category")) {
            case "no_fix_planned" -> planned(remediation.text("details"));
            case "none_available" -> OvalStates.state(remediation.text("details").strip());
            default -> FixState.UNKNOWN;
          };
      if (state == FixState.UNKNOWN || state == FixState.NOT_AFFECTED) continue;
      for (String product : remediation.texts("product_ids")) out.put(product, state);
    }
    return out;
  }

  private static FixState planned(String details) {
    boolean end = OvalStates.state(details.strip()) == FixState.END_OF_LIFE;
    return end ? FixState.END_OF_LIFE : FixState.WONT_FIX;
  }
}
