package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.advisory.internal.feed.OvalCriteria.Claim;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * OVAL definitions: Red Hat, Oracle, SUSE and openSUSE, AlmaLinux, Photon OS, CBL-Mariner and Azure
 * Linux, Debian. The definitions stand before the tests that they name, so that a document is read
 * twice.
 */
final class OvalFeed implements Feed {
  @Override
  public String name() {
    return "OVAL";
  }

  @Override
  public boolean recognises(Sample sample) {
    return XmlForms.isRoot(sample, "oval_definitions");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    OvalTests tests = OvalTests.read(file.content());
    String stem = stem(file.name());
    XmlRecords.each(
        file.content(), "definition"::equals, one -> definition(one, tests, stem, sink));
  }

  private static void definition(
      XmlElement definition, OvalTests tests, String stem, RecordSink sink) throws IOException {
    String kind = definition.attribute("class");
    if (!kind.equals("patch") && !kind.equals("vulnerability")) return;
    Optional<OvalVendor> vendor = OvalVendor.of(definition.attribute("id"));
    if (vendor.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    List<Claim> claims = OvalCriteria.claims(definition, tests);
    XmlElement metadata = definition.child("metadata");
    XmlElement advisory = metadata.child("advisory");
    var states = new OvalStates(advisory);
    var draft = draft(definition, vendor.get(), stem);
    boolean unaffected = definition.attribute("id").contains(".unaffected:");
    for (Claim claim : claims) {
      Set<String> ecosystems = vendor.get().ecosystems(metadata, claim);
      for (String ecosystem : ecosystems) add(draft, ecosystem, claim, states, unaffected);
    }
    if (!draft.namesHoles() && kind.equals("vulnerability")) sink.skip(SkipReason.WITHOUT_CVE);
    else draft.finish(sink);
  }

  private static void add(
      AdvisoryDraft draft, String ecosystem, Claim claim, OvalStates states, boolean unaffected) {
    String name = claim.name();
    String module = claim.module();
    switch (claim.ask()) {
      case EARLIER -> {
        // Debian's way to say that no version ever had the hole.
        if (claim.version().equals("0")) {
          draft.state(ecosystem, name, FixState.NOT_AFFECTED, module);
        } else {
          range(draft, ecosystem, claim, new End.Fixed(claim.version()));
        }
      }
      case UP_TO -> range(draft, ecosystem, claim, new End.LastAffected(claim.version()));
      case ZERO -> draft.state(ecosystem, name, FixState.NOT_AFFECTED, module);
      case PRESENT ->
          draft.state(
              ecosystem,
              name,
              unaffected ? FixState.NOT_AFFECTED : states.of(name, module),
              module);
      case LATER, FROM, ABSENT, OTHER -> {
        // These are conditions, not claims.
      }
    }
  }

  private static void range(AdvisoryDraft draft, String ecosystem, Claim claim, End end) {
    // "Later than 0.0.0" is how Azure Linux says: from the first.
    String above = claim.above().startsWith("0.0.0") ? "" : claim.above();
    FixState state = end instanceof End.Fixed ? FixState.FIXED : FixState.NOT_FIXED;
    draft.add(
        ecosystem,
        claim.name(),
        List.of(new AffectedRange(above, end)),
        state,
        Severity.UNKNOWN,
        claim.module());
  }

  private static AdvisoryDraft draft(XmlElement definition, OvalVendor vendor, String stem) {
    XmlElement metadata = definition.child("metadata");
    XmlElement advisory = metadata.child("advisory");
    var holes = new LinkedHashSet<String>();
    for (XmlElement one : metadata.children("reference"))
      holes.addAll(CveIds.in(one.attribute("ref_id")));
    for (XmlElement one : advisory.children("cve")) holes.addAll(CveIds.in(one.text()));
    if (holes.isEmpty()) holes.addAll(CveIds.in(metadata.text("title")));
    String word = advisory.text("severity");
    if (word.isEmpty()) word = metadata.text("severity");
    var draft =
        new AdvisoryDraft(vendor.provider(), id(definition, vendor, stem, holes))
            .covers(holes)
            .title(metadata.text("title"))
            .description(metadata.text("description"))
            .severity(Severities.word(word))
            .references(
                metadata.children("reference").stream().map(r -> r.attribute("ref_url")).toList())
            .dates(
                date(advisory.child("issued").attribute("date"))
                    .or(() -> date(metadata.text("advisory_date"))),
                date(advisory.child("updated").attribute("date")));
    if (holes.size() == 1) {
      for (XmlElement cve : advisory.children("cve")) draft.rating(vector(cve.attribute("cvss3")));
    }
    return draft;
  }

  /** The vector of {@code 8.8/CVSS:3.0/AV:N/…}, or of one without the score. */
  private static String vector(String cvss3) {
    int at = cvss3.indexOf("CVSS:");
    return at < 0 ? "" : cvss3.substring(at);
  }

  private static Optional<Instant> date(String text) {
    return Dates.instant(text);
  }

  /**
   * An update has its own name. Of what is known about a CVE there is a definition in each of a
   * publisher's documents: the document is then part of the name.
   */
  private static String id(
      XmlElement definition, OvalVendor vendor, String stem, Set<String> holes) {
    String own = definition.attribute("id");
    if (vendor == OvalVendor.AZURE) return "AZL-" + own.substring(own.lastIndexOf(':') + 1);
    if (definition.attribute("class").equals("patch")) {
      String title = definition.child("metadata").text("title");
      if (vendor == OvalVendor.DEBIAN && title.startsWith("D")) return firstWord(title);
      for (XmlElement one : definition.child("metadata").children("reference")) {
        String id = one.attribute("ref_id");
        boolean names = CveIds.in(id).isEmpty() && !id.isEmpty() && id.indexOf(' ') < 0;
        if (names) return id.startsWith("PHSA:") ? photon(id) : id;
      }
      return own;
    }
    String cve = holes.isEmpty() ? own : holes.iterator().next();
    if (Ids.isCve(cve) && own.contains(".unaffected:")) return cve + "@" + stem + "/unaffected";
    return cve + "@" + stem;
  }

  private static String firstWord(String title) {
    int space = title.indexOf(' ');
    return space < 0 ? title : title.substring(0, space);
  }

  /** {@code PHSA:00001:5.0:184} is {@code PHSA-5.0-184}. */
  private static String photon(String id) {
    String[] parts = id.split(":", -1);
    return parts.length == 4 ? "PHSA-" + parts[2] + "-" + parts[3] : id.replace(':', '-');
  }

  /** A document's name without what says how it is packed. */
  static String stem(String name) {
    for (String end : new String[] {".xml", ".oval", "-including-unpatched"}) {
      if (name.endsWith(end)) name = name.substring(0, name.length() - end.length());
    }
    return name;
  }
}
