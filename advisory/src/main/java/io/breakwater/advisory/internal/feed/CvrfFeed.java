package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CVRF 1.1 and 1.2 documents of SUSE and openEuler. SUSE names each package as a component of a
 * release; openEuler lists its files, each with the CPE name of its release.
 */
final class CvrfFeed implements Feed {
  @Override
  public String name() {
    return "CVRF";
  }

  @Override
  public boolean recognises(Sample sample) {
    return XmlForms.isRoot(sample, "cvrfdoc");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var roots = new ArrayList<XmlElement>(1);
    XmlRecords.each(file.content(), "cvrfdoc"::equals, roots::add);
    if (roots.size() != 1) throw new IOException("no CVRF document");
    document(roots.getFirst(), sink);
  }

  private static void document(XmlElement document, RecordSink sink) throws IOException {
    XmlElement tracking = document.child("DocumentTracking");
    String id = tracking.child("Identification").text("ID");
    boolean suse = document.child("DocumentPublisher").text("ContactDetails").contains("suse");
    boolean openEuler = id.startsWith("openEuler-");
    if (!suse && !openEuler) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    if (id.startsWith("SUSE CVE-")) id = id.substring("SUSE ".length());
    var draft = new AdvisoryDraft(suse ? "suse" : "openeuler", id);
    var holes = new LinkedHashSet<String>();
    Severity worst = Severity.UNKNOWN;
    List<XmlElement> vulnerabilities = document.children("Vulnerability");
    for (XmlElement one : vulnerabilities) {
      if (!one.text("CVE").isEmpty()) holes.add(one.text("CVE"));
      Severity word = impact(one);
      if (word.atLeast(worst)) worst = word;
      if (vulnerabilities.size() == 1) ratings(one, draft);
    }
    draft
        .covers(holes)
        .title(document.text("DocumentTitle"))
        .description(description(document))
        .severity(worst)
        .dates(
            Dates.instant(tracking.text("InitialReleaseDate")),
            Dates.instant(tracking.text("CurrentReleaseDate")));
    if (suse) suse(document, vulnerabilities, draft);
    else openEuler(document.child("ProductTree"), draft, 0);
    draft.finish(sink);
  }

  private static Severity impact(XmlElement vulnerability) {
    XmlElement threat = vulnerability.child("Threats").child("Threat");
    return Severities.word(threat.text("Description"));
  }

  private static void ratings(XmlElement vulnerability, AdvisoryDraft draft) {
    for (XmlElement set : vulnerability.child("CVSSScoreSets").children()) {
      for (String key : new String[] {"VectorV3", "VectorV2", "Vector"}) {
        String vector = set.text(key);
        if (!vector.isEmpty()) draft.rating(vector);
      }
    }
  }

  private static String description(XmlElement document) {
    for (XmlElement note : document.child("DocumentNotes").children("Note")) {
      String title = note.attribute("Title");
      if (title.equals("Details") || title.equals("Description") || title.contains("CVE Desc")) {
        return note.text();
      }
    }
    return "";
  }

  private static void suse(
      XmlElement document, List<XmlElement> vulnerabilities, AdvisoryDraft draft) {
    Map<String, String[]> relations = new HashMap<>();
    for (XmlElement one : document.child("ProductTree").children("Relationship")) {
      relations.put(
          one.child("FullProductName").attribute("ProductID"),
          new String[] {
            one.attribute("ProductReference"), one.attribute("RelatesToProductReference")
          });
    }
    Set<String> seen = new LinkedHashSet<>();
    for (XmlElement vulnerability : vulnerabilities) {
      for (XmlElement status : vulnerability.child("ProductStatuses").children("Status")) {
        String type = status.attribute("Type");
        for (XmlElement product : status.children("ProductID")) {
          String id = product.text().strip();
          String[] parts = relations.get(id);
          if (parts != null && seen.add(type + " " + id)) suse(parts, type, draft);
        }
      }
    }
  }

  private static void suse(String[] parts, String type, AdvisoryDraft draft) {
    Optional<String> ecosystem = RpmReleases.ofSuse(parts[1]);
    if (ecosystem.isEmpty()) return;
    switch (type) {
      case "Fixed", "First Fixed", "Recommended" ->
          Rpm.parse(parts[0])
              .ifPresent(rpm -> draft.fixed(ecosystem.get(), rpm.name(), rpm.evr(), ""));
      case "Known Not Affected" ->
          draft.state(ecosystem.get(), parts[0], FixState.NOT_AFFECTED, "");
      case "Known Affected", "First Affected", "Last Affected" ->
          draft.state(ecosystem.get(), parts[0], FixState.NOT_FIXED, "");
      default -> {
        // A status that says neither yes nor no.
      }
    }
  }

  private static void openEuler(XmlElement tree, AdvisoryDraft draft, int depth) {
    if (depth > 20) return;
    for (XmlElement branch : tree.children("Branch")) {
      for (XmlElement product : branch.children("FullProductName")) {
        String cpe = product.attribute("CPE");
        String release = cpe.substring(cpe.lastIndexOf(':') + 1);
        Optional<Rpm> rpm = Rpm.parse(product.text());
        boolean file = product.text().strip().endsWith(".rpm");
        if (file && rpm.isPresent() && !release.isEmpty() && release.length() < 50) {
          draft.fixed("openEuler:" + release, rpm.get().name(), rpm.get().evr(), "");
        }
      }
      openEuler(branch, draft, depth + 1);
    }
  }
}
