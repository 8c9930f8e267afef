package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Gentoo's security advisories (GLSA), one XML document each. A package is vulnerable up to a
 * version; lines of versions that have the fix as well are listed beside it, and are cut out.
 */
final class GlsaFeed implements Feed {
  private static final String ECOSYSTEM = "Gentoo";

  @Override
  public String name() {
    return "Gentoo GLSA";
  }

  @Override
  public boolean recognises(Sample sample) {
    return XmlForms.isRoot(sample, "glsa");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    XmlRecords.each(file.content(), "glsa"::equals, glsa -> advisory(glsa, sink));
  }

  private static void advisory(XmlElement glsa, RecordSink sink) throws IOException {
    Set<String> holes = new LinkedHashSet<>();
    var urls = new ArrayList<String>();
    for (XmlElement uri : glsa.child("references").children("uri")) {
      holes.addAll(CveIds.in(uri.text()));
      holes.addAll(CveIds.in(uri.attribute("link")));
      urls.add(uri.attribute("link"));
    }
    String id = "GLSA-" + glsa.attribute("id");
    var draft =
        new AdvisoryDraft("gentoo", id)
            .covers(holes)
            .title(glsa.text("title"))
            .description(glsa.text("synopsis"))
            .severity(severity(glsa.child("impact").attribute("type")))
            .references(urls)
            .dates(Dates.instant(glsa.text("announced")), Dates.instant(glsa.text("revised")));
    for (XmlElement one : glsa.child("affected").children("package")) {
      affected(one)
          .ifPresent(
              a -> draft.add(ECOSYSTEM, a.name(), a.ranges(), a.fixState(), a.severity(), ""));
    }
    draft.finish(sink);
  }

  /** Gentoo says {@code normal} for what is in the middle. */
  private static Severity severity(String word) {
    return word.toLowerCase(Locale.ROOT).equals("normal") ? Severity.MEDIUM : Severities.word(word);
  }

  private static Optional<Advisory.Affected> affected(XmlElement pack) {
    var ranges = new ArrayList<AffectedRange>();
    for (XmlElement one : pack.children("vulnerable")) {
      String version = one.text().strip();
      if (version.isEmpty() || version.indexOf('*') >= 0) continue;
      switch (one.attribute("range")) {
        case "lt", "rlt" -> ranges.addAll(below(pack, new End.Fixed(version)));
        case "le", "rle" -> ranges.addAll(below(pack, end(pack, version)));
        case "eq" -> ranges.add(new AffectedRange(version, new End.LastAffected(version)));
        case "ge", "rge", "gt", "rgt" -> ranges.add(new AffectedRange(version, new End.Open()));
        default -> {
          // No relation that is known.
        }
      }
    }
    if (ranges.isEmpty()) return Optional.empty();
    boolean fixed = ranges.stream().anyMatch(range -> range.end() instanceof End.Fixed);
    return Optional.of(
        new Advisory.Affected(
            ECOSYSTEM,
            pack.attribute("name"),
            ranges,
            List.of(),
            fixed ? FixState.FIXED : FixState.NOT_FIXED,
            Severity.UNKNOWN));
  }

  /** "Up to 1.2" has its fix in the version from which on it is unaffected, if one is told. */
  private static End end(XmlElement pack, String last) {
    for (XmlElement one : pack.children("unaffected")) {
      boolean from = one.attribute("range").equals("ge") || one.attribute("range").equals("gt");
      String version = one.text().strip();
      if (from && !version.isEmpty() && version.indexOf('*') < 0) return new End.Fixed(version);
    }
    return new End.LastAffected(last);
  }

  /**
   * All versions up to an end, without the older lines that have the fix: {@code rge 1.0.2-r3} is
   * 1.0.2 from its third revision on.
   */
  private static List<AffectedRange> below(XmlElement pack, End end) {
    var out = new ArrayList<AffectedRange>();
    String start = "";
    for (XmlElement one : pack.children("unaffected")) {
      String version = one.text().strip();
      if (!one.attribute("range").equals("rge") || version.isEmpty()) continue;
      out.add(new AffectedRange(start, new End.Fixed(version)));
      int revision = version.indexOf("-r");
      start = (revision < 0 ? version : version.substring(0, revision)) + "-r99999";
    }
    out.add(new AffectedRange(start, end));
    return out;
  }
}
