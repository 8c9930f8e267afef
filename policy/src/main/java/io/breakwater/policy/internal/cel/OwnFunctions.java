package io.breakwater.policy.internal.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import io.breakwater.model.Severity;
import io.breakwater.policy.Knowledge;
import io.breakwater.policy.internal.document.Document;
import io.breakwater.policy.internal.document.Rec;
import io.breakwater.policy.internal.document.ReportShapes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The functions that Breakwater adds to CEL: one line each, with an example for the reference. */
public final class OwnFunctions {
  static final CelType VERSION = OpaqueType.create("Version");
  static final CelType LICENCE = OpaqueType.create("Licence");
  private static final CelType TEXT = SimpleType.STRING;

  /** What a function does: a value or a {@link Failure}. */
  @FunctionalInterface
  interface Own {
    Object apply(Frame frame, Object[] arguments);
  }

  /**
   * A function.
   *
   * @param id of this form of it
   * @param member whether it is called on its first argument
   * @param does one sentence
   * @param example an expression that is true
   */
  public record Function(
      String name,
      String id,
      boolean member,
      CelType result,
      List<CelType> parameters,
      Own own,
      String does,
      String example) {}

  private record LicenceText(String text) {}

  private final Knowledge knowledge;

  OwnFunctions(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Every function, in the order of the reference. */
  public static List<Function> all(Knowledge knowledge) {
    return new OwnFunctions(knowledge).list();
  }

  private List<Function> list() {
    CelType finding = Checker.type(ReportShapes.REPORT.field("findings"), true);
    CelType component = Checker.type(ReportShapes.REPORT.field("components"), true);
    var out = new ArrayList<Function>();
    out.add(
        new Function(
            "severityAtLeast",
            "severity_at_least_finding",
            false,
            SimpleType.BOOL,
            List.of(finding, TEXT),
            (f, a) -> a[0] instanceof Rec rec ? atLeast(rec.text("severity"), a[1]) : bad(a),
            "Whether a finding is of this severity or worse.",
            "findings.all(f, severityAtLeast(f, \"unknown\"))"));
    out.add(
        new Function(
            "severityAtLeast",
            "severity_at_least_string",
            false,
            SimpleType.BOOL,
            List.of(TEXT, TEXT),
            (f, a) -> atLeast(a[0], a[1]),
            "Whether a severity is this one or worse.",
            "severityAtLeast(\"critical\", \"high\")"));
    out.add(
        new Function(
            "componentOf",
            "component_of_finding",
            false,
            component,
            List.of(finding),
            OwnFunctions::componentOf,
            "The package that a finding is about; an error for findings that are about none.",
            "findings.all(f, !has(f.component) || componentOf(f).id == f.component)"));
    out.add(
        new Function(
            "version",
            "version_string_string",
            false,
            VERSION,
            List.of(TEXT, TEXT),
            (f, a) -> new Version(s(a[0]), s(a[1]), knowledge.versions()),
            "A version of a scheme such as deb, rpm, apk, npm or maven; it can be compared.",
            "version(\"1.10.0\", \"npm\") > version(\"1.9.0\", \"npm\")"));
    out.add(
        new Function(
            "versionCompare",
            "version_compare",
            false,
            SimpleType.INT,
            List.of(TEXT, TEXT, TEXT),
            this::compare,
            "-1, 0 or 1: how two versions of a scheme are ordered.",
            "versionCompare(\"1.0-1\", \"1.0-1+b1\", \"deb\") == -1"));
    out.add(
        new Function(
            "inRange",
            "in_range",
            false,
            SimpleType.BOOL,
            List.of(TEXT, TEXT, TEXT),
            this::inRange,
            "Whether a version of a scheme is in a range: comparisons that all hold, || between"
                + " several.",
            "inRange(\"1.5.0\", \">=1.0 <2 || >=3\", \"npm\")"));
    out.add(
        new Function(
            "purl",
            "purl_string",
            false,
            Checker.struct(ReportShapes.PURL),
            List.of(TEXT),
            OwnFunctions::purl,
            "The parts of a package URL.",
            "purl(\"pkg:npm/%40scope/a@1.0\").namespace == \"@scope\""));
    out.add(
        new Function(
            "digest",
            "digest_string",
            false,
            Checker.struct(ReportShapes.DIGEST),
            List.of(TEXT),
            OwnFunctions::digest,
            "The parts of a digest.",
            "has(image.digest) ? digest(image.digest).algorithm == \"sha256\" : true"));
    out.add(
        new Function(
            "age",
            "age_timestamp",
            false,
            SimpleType.DURATION,
            List.of(SimpleType.TIMESTAMP),
            (f, a) ->
                a[0] instanceof Instant then
                    ? Arithmetic.span(Duration.between(then, f.now))
                    : bad(a),
            "How long ago a moment was.",
            "age(now) == days(0)"));
    out.add(
        new Function(
            "days",
            "days_int",
            false,
            SimpleType.DURATION,
            List.of(SimpleType.INT),
            (f, a) ->
                a[0] instanceof Long n && Math.abs(n) < 3_000_000 ? Duration.ofDays(n) : bad(a),
            "A duration of so many days.",
            "days(2) == duration(\"48h\")"));
    out.add(
        new Function(
            "licence",
            "licence_string",
            false,
            LICENCE,
            List.of(TEXT),
            (f, a) -> new LicenceText(s(a[0])),
            "A licence expression, for allows().",
            "licence(\"MIT OR GPL-3.0-only\").allows([\"MIT\"])"));
    out.add(
        new Function(
            "allows",
            "licence_allows",
            true,
            SimpleType.BOOL,
            List.of(LICENCE, ListType.create(TEXT)),
            this::allows,
            "Whether one may choose from the expression so that only these licences are left.",
            "!licence(\"MIT AND GPL-3.0-only\").allows([\"MIT\"])"));
    out.add(
        new Function(
            "glob",
            "string_glob",
            true,
            SimpleType.BOOL,
            List.of(TEXT, TEXT),
            (f, a) ->
                f.spend(s(a[0]).length() / 8)
                    ? (Object) Glob.matches(s(a[0]), s(a[1]))
                    : Failure.BUDGET,
            "Whether the text is like a pattern: * is anything but a slash, ** is anything.",
            "\"/usr/lib/a.so\".glob(\"/usr/**/*.so\")"));
    out.add(
        new Function(
            "globAny",
            "string_glob_any",
            true,
            SimpleType.BOOL,
            List.of(TEXT, ListType.create(TEXT)),
            OwnFunctions::globAny,
            "Whether the text is like one of these patterns.",
            "\"shop/cart\".globAny([\"corp/**\", \"shop/*\"])"));
    return List.copyOf(out);
  }

  private static Object atLeast(Object severity, Object threshold) {
    Optional<Severity> is = Severity.parse(s(severity));
    Optional<Severity> least = Severity.parse(s(threshold));
    if (least.isEmpty()) return new Failure("no severity: \"" + threshold + '"');
    return is.isPresent() && is.get().atLeast(least.get());
  }

  private static Object componentOf(Frame frame, Object[] a) {
    if (!(a[0] instanceof Rec finding)) return bad(a);
    Rec found = finding.document().component(finding.text("component"));
    return found == null ? new Failure("the finding is about no package") : found;
  }

  private Object compare(Frame frame, Object[] a) {
    OptionalInt order = knowledge.versions().compare(s(a[0]), s(a[1]), s(a[2]));
    if (order.isPresent()) return (long) Integer.signum(order.getAsInt());
    return new Failure("no versions of " + s(a[2]) + ": \"" + s(a[0]) + "\", \"" + s(a[1]) + '"');
  }

  private Object inRange(Frame frame, Object[] a) {
    return VersionRange.contains(s(a[0]), s(a[1]), s(a[2]), knowledge.versions());
  }

  private static Object purl(Frame frame, Object[] a) {
    try {
      return Document.rec(ReportShapes.PURL, Purl.parse(s(a[0])), frame.document);
    } catch (InvalidPurlException none) {
      return new Failure("no package URL: \"" + s(a[0]) + '"');
    }
  }

  private static Object digest(Frame frame, Object[] a) {
    try {
      return Document.rec(ReportShapes.DIGEST, Digest.parse(s(a[0])), frame.document);
    } catch (InvalidDigestException none) {
      return new Failure("no digest: \"" + s(a[0]) + '"');
    }
  }

  private Object allows(Frame frame, Object[] a) {
    if (!(a[0] instanceof LicenceText(String text)) || !(a[1] instanceof List<?> list)) {
      return bad(a);
    }
    var allowed = new ArrayList<String>();
    for (Object each : list) allowed.add(s(each));
    Optional<Boolean> answer = knowledge.licences().allows(text, allowed);
    return answer.isPresent()
        ? answer.get()
        : new Failure("not understood as a licence: \"" + text + '"');
  }

  private static Object globAny(Frame frame, Object[] a) {
    if (!(a[1] instanceof List<?> patterns)) return bad(a);
    for (Object each : patterns) {
      if (!frame.spend(1 + s(a[0]).length() / 8)) return Failure.BUDGET;
      if (Glob.matches(s(a[0]), s(each))) return true;
    }
    return false;
  }

  private static String s(Object value) {
    return value instanceof String text ? text : "";
  }

  private static Failure bad(Object[] arguments) {
    return Failure.noOverload("", arguments);
  }
}
