package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.advisory.internal.feed.OvalTests.Ask;
import io.breakwater.advisory.internal.feed.OvalTests.Test;
import io.breakwater.model.FixState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ubuntu's OVAL: a document for each release, with a definition for each CVE ({@code .cve.}), for
 * each source package ({@code .pkg.}) or for each update ({@code .usn.}); those for containers have
 * the same definitions. The first two say about source packages what the CVE tracker says, in the
 * comments of their criteria; an update names built packages by its tests.
 */
final class UbuntuOvalFeed implements Feed {
  private static final String ID = "oval:com.ubuntu.";

  @Override
  public String name() {
    return "Ubuntu OVAL";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (!XmlForms.isRoot(sample, "oval_definitions")) return false;
    for (String line : sample.head()) {
      if (line.contains(">Canonical ") || line.contains(ID)) return true;
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    OvalTests tests = OvalTests.read(file.content());
    String stem = OvalFeed.stem(file.name());
    XmlRecords.each(
        file.content(), "definition"::equals, one -> definition(one, tests, stem, sink));
  }

  private static void definition(
      XmlElement definition, OvalTests tests, String stem, RecordSink sink) throws IOException {
    String kind = definition.attribute("class");
    boolean update = kind.equals("patch");
    if (!update && !kind.equals("vulnerability")) return;
    Optional<String> ecosystem = ecosystem(definition);
    if (ecosystem.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
    } else if (update) {
      update(definition, ecosystem.get(), tests, sink);
    } else {
      holes(definition, ecosystem.get(), stem, sink);
    }
  }

  /** By the code name in the definition's id, and the programme that the platform names. */
  private static Optional<String> ecosystem(XmlElement definition) {
    String id = definition.attribute("id");
    int end = id.indexOf(':', ID.length());
    if (!id.startsWith(ID) || end < 0) return Optional.empty();
    String release = id.substring(ID.length(), end);
    String platform = definition.child("metadata").child("affected").text("platform");
    String programme =
        platform.contains("FIPS-updates")
            ? "fips-updates/"
            : platform.contains("FIPS") ? "fips/" : platform.contains("Pro") ? "esm-infra/" : "";
    return UbuntuReleases.ecosystem(programme + release);
  }

  private static void holes(XmlElement definition, String ecosystem, String stem, RecordSink sink)
      throws IOException {
    XmlElement metadata = definition.child("metadata");
    Set<String> about = CveIds.in(metadata.text("title"));
    boolean ofPackage = about.isEmpty();
    String suffix = ofPackage ? "/" + metadata.text("title").strip() : "";
    var drafts = new LinkedHashMap<String, AdvisoryDraft>();
    for (XmlElement cve : metadata.child("advisory").children("cve")) {
      for (String id : CveIds.in(cve.text())) {
        if (!ofPackage && !about.contains(id)) continue;
        drafts.computeIfAbsent(id, one -> draft(one, stem + suffix, cve, metadata, ofPackage));
      }
    }
    for (String id : about) {
      drafts.computeIfAbsent(id, one -> draft(one, stem, XmlElement.NONE, metadata, false));
    }
    criteria(definition.child("criteria"), ecosystem, drafts);
    if (drafts.isEmpty()) sink.skip(SkipReason.WITHOUT_CVE);
    for (AdvisoryDraft draft : drafts.values()) draft.finish(sink);
  }

  private static AdvisoryDraft draft(
      String id, String document, XmlElement cve, XmlElement metadata, boolean ofPackage) {
    String word = cve.attribute("priority");
    if (word.isEmpty()) word = metadata.child("advisory").text("severity");
    return new AdvisoryDraft("ubuntu", id + "@" + document)
        .covers(List.of(id))
        .description(ofPackage ? "" : described(metadata.text("description")))
        .severity(Severities.word(word))
        .rating(cve.attribute("cvss_vector"))
        .references(List.of("https://ubuntu.com/security/" + id))
        .dates(Dates.instant(metadata.child("advisory").text("public_date")), Optional.empty());
  }

  /** What comes behind the description tells how to update. */
  private static String described(String description) {
    int end = description.indexOf("Update Instructions:");
    return end < 0 ? description : description.substring(0, end);
  }

  private static void criteria(
      XmlElement criteria, String ecosystem, Map<String, AdvisoryDraft> drafts) {
    for (XmlElement child : criteria.children()) {
      if (child.name().equals("criteria")) {
        criteria(child, ecosystem, drafts);
      } else if (child.name().equals("criterion")) {
        Optional<UbuntuComment> comment = UbuntuComment.of(child.attribute("comment"));
        if (comment.isEmpty()) continue;
        if (comment.get().cve().isEmpty()) {
          for (AdvisoryDraft draft : drafts.values()) add(draft, ecosystem, comment.get());
        } else if (drafts.containsKey(comment.get().cve())) {
          add(drafts.get(comment.get().cve()), ecosystem, comment.get());
        }
      }
    }
  }

  private static void add(AdvisoryDraft draft, String ecosystem, UbuntuComment comment) {
    String where =
        comment.release().isEmpty()
            ? ecosystem
            : UbuntuReleases.ecosystem(comment.release()).orElse(ecosystem);
    if (comment.state() != FixState.FIXED) {
      draft.state(where, comment.name(), comment.state(), "");
      return;
    }
    String channel = UbuntuReleases.channel(where, comment.version());
    draft.fixed(channel, comment.name(), comment.version(), "");
    if (!channel.equals(where)) draft.state(where, comment.name(), FixState.NOT_FIXED, "");
  }

  private static void update(
      XmlElement definition, String ecosystem, OvalTests tests, RecordSink sink)
      throws IOException {
    XmlElement metadata = definition.child("metadata");
    var holes = new LinkedHashSet<String>();
    String id = "";
    for (XmlElement one : metadata.children("reference")) {
      String reference = one.attribute("ref_id");
      if (one.attribute("source").equals("USN")) id = reference;
      else holes.addAll(CveIds.in(reference));
    }
    XmlElement advisory = metadata.child("advisory");
    for (XmlElement one : advisory.children("cve")) holes.addAll(CveIds.in(one.text()));
    var draft =
        new AdvisoryDraft("ubuntu", id)
            .covers(holes)
            .title(metadata.text("title"))
            .description(described(metadata.text("description")))
            .severity(Severities.word(advisory.text("severity")))
            .references(List.of("https://ubuntu.com/security/notices/" + id))
            .dates(Dates.instant(advisory.child("issued").attribute("date")), Optional.empty());
    fixes(definition.child("criteria"), tests, ecosystem, draft);
    draft.finish(sink);
  }

  private static void fixes(
      XmlElement criteria, OvalTests tests, String ecosystem, AdvisoryDraft draft) {
    for (XmlElement child : criteria.children()) {
      if (child.name().equals("criteria")) {
        fixes(child, tests, ecosystem, draft);
      } else if (child.name().equals("criterion")) {
        for (Test test : tests.testsOf(child.attribute("test_ref"))) {
          if (test.ask() != Ask.EARLIER) continue;
          String where = UbuntuReleases.channel(ecosystem, test.version());
          draft.fixed(UbuntuReleases.binaries(where), test.name(), test.version(), "");
        }
      }
    }
  }
}
