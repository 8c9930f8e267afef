package io.breakwater.policy.internal.document;

import static io.breakwater.policy.internal.document.FieldType.Scalar.BOOL;
import static io.breakwater.policy.internal.document.FieldType.Scalar.DOUBLE;
import static io.breakwater.policy.internal.document.FieldType.Scalar.INT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TEXT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TIMESTAMP;
import static io.breakwater.policy.internal.document.Shape.list;
import static io.breakwater.policy.internal.document.Shape.words;

import io.breakwater.model.Exploit;
import io.breakwater.model.Finding;
import io.breakwater.model.Finding.AboutPackage;
import io.breakwater.model.Finding.OfCheck;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.Priority;
import io.breakwater.model.Reach;
import java.util.List;

/**
 * Findings: one shape for all kinds, so that rules need not know them; what only some kinds have
 * may be missing.
 */
final class FindingShape {
  static final Shape TERM =
      new Shape("PriorityTerm")
          .always("name", TEXT, Priority.Term.class, Priority.Term::name)
          .always("value", TEXT, Priority.Term.class, Priority.Term::value)
          .always("points", INT, Priority.Term.class, Priority.Term::points);

  static final Shape PRIORITY =
      new Shape("Priority")
          .always("score", INT, Priority.class, Priority::score)
          .always("terms", TERM.many(), Priority.class, Priority::terms);

  static final Shape SOURCE =
      new Shape("Source")
          .always("provider", TEXT, Finding.Source.class, Finding.Source::provider)
          .always("record", TEXT, Finding.Source.class, Finding.Source::record);

  static final Shape CVSS =
      new Shape("Cvss")
          .always("source", TEXT, Finding.CvssRating.class, Finding.CvssRating::source)
          .always("vector", TEXT, Finding.CvssRating.class, Finding.CvssRating::vector)
          .always("score", DOUBLE, Finding.CvssRating.class, Finding.CvssRating::score);

  static final Shape KNOWN_EXPLOITED =
      new Shape("KnownExploited")
          .maybe("since", TIMESTAMP, Finding.KnownExploited.class, Finding.KnownExploited::since)
          .always(
              "ransomware", BOOL, Finding.KnownExploited.class, Finding.KnownExploited::ransomware);

  static final Shape EXPLOIT =
      new Shape("Exploit")
          .always("source", TEXT, Exploit.class, Exploit::source)
          .always(
              "maturity",
              words("proof-of-concept", "functional", "weaponised", "used"),
              Exploit.class,
              e -> e.maturity().id())
          .always("reference", TEXT, Exploit.class, Exploit::reference);

  static final Shape OPINION =
      new Shape("Opinion")
          .always("provider", TEXT, Finding.Opinion.class, o -> o.source().provider())
          .always("record", TEXT, Finding.Opinion.class, o -> o.source().record())
          .always("severity", ReportShapes.SEVERITY, Finding.Opinion.class, o -> o.severity().id())
          .always("fixState", ReportShapes.FIX_STATE, Finding.Opinion.class, o -> o.fixState().id())
          .maybe("fixedVersion", TEXT, Finding.Opinion.class, Finding.Opinion::fixedVersion);

  static final Shape REACH =
      new Shape("Reach")
          .always(
              "state", words("reached", "unreached", "unknown"), Reach.class, r -> r.state().id())
          .always("evidence", TEXT, Reach.class, Reach::evidence);

  static final Shape FINDING =
      new Shape("Finding")
          .always(
              "kind",
              words(
                  "vulnerability",
                  "malicious-package",
                  "misconfiguration",
                  "secret",
                  "malware",
                  "exposure",
                  "licence"),
              Finding.class,
              Finding::kind)
          .always("id", TEXT, Finding.class, Finding::id)
          .always("aliases", list(TEXT), Finding.class, FindingShape::aliases)
          .always("title", TEXT, Finding.class, Finding::title)
          .always("description", TEXT, Finding.class, FindingShape::description)
          .always("severity", ReportShapes.SEVERITY, Finding.class, f -> Ids.of(f.severity()))
          .always("priority", PRIORITY.one(), Finding.class, Finding::priority)
          .maybe("component", TEXT, AboutPackage.class, AboutPackage::component)
          .maybe("installedVersion", TEXT, AboutPackage.class, AboutPackage::installedVersion)
          .maybe("fixedVersion", TEXT, Vulnerability.class, Vulnerability::fixedVersion)
          .maybe("fixState", ReportShapes.FIX_STATE, Vulnerability.class, h -> h.fixState().id())
          .always("origin", ReportShapes.ORIGIN, Finding.class, f -> Ids.of(f.origin()))
          .always("location", ReportShapes.LOCATION.one(), Finding.class, Finding::location)
          .always("references", list(TEXT), Finding.class, FindingShape::references)
          .maybe(
              "source",
              SOURCE.one(),
              AboutPackage.class,
              about ->
                  switch (about) {
                    case Vulnerability hole -> hole.source();
                    case Finding.MaliciousPackage malicious -> malicious.source();
                  })
          .maybe("cvss", CVSS.many(), Vulnerability.class, Vulnerability::cvss)
          .maybe("epss", DOUBLE, Vulnerability.class, Vulnerability::epss)
          .maybe(
              "knownExploited",
              KNOWN_EXPLOITED.one(),
              Vulnerability.class,
              Vulnerability::exploited)
          .maybe("published", TIMESTAMP, Vulnerability.class, h -> h.facts().published())
          .maybe("cwes", list(TEXT), Vulnerability.class, h -> h.facts().cwes())
          .maybe("exploits", EXPLOIT.many(), Vulnerability.class, h -> h.facts().exploits())
          .maybe("opinions", OPINION.many(), Vulnerability.class, Vulnerability::opinions)
          .maybe("reach", REACH.one(), Vulnerability.class, Vulnerability::reach)
          .maybe(
              "confidence", words("low", "medium", "high"), OfCheck.class, c -> c.confidence().id())
          .maybe("part", TEXT, OfCheck.class, c -> ReportShapes.present(c.part()))
          .maybe(
              "standing",
              words("present", "overwritten", "deleted"),
              OfCheck.class,
              c -> c.standing().id())
          .maybe("evidence", TEXT, OfCheck.class, c -> ReportShapes.present(c.evidence()))
          .maybe("remediation", TEXT, OfCheck.class, c -> c.check().remedy().english())
          .derived("isNew", BOOL, f -> f.document().isNew(f))
          .derived("sure", BOOL, FindingShape::sure);

  private FindingShape() {}

  private static boolean sure(Rec finding) {
    return finding.get("confidence") instanceof String word ? word.equals("high") : true;
  }

  private static List<String> aliases(Finding finding) {
    return switch (finding) {
      case AboutPackage about -> about.aliases();
      case OfCheck found -> found.check().aliases();
    };
  }

  private static String description(Finding finding) {
    return switch (finding) {
      case Vulnerability hole -> hole.description();
      case Finding.MaliciousPackage malicious -> malicious.description();
      case OfCheck found -> found.check().why().english();
    };
  }

  private static List<String> references(Finding finding) {
    return switch (finding) {
      case Vulnerability hole -> hole.references();
      case Finding.MaliciousPackage malicious -> malicious.references();
      case OfCheck found -> found.check().references();
    };
  }
}
