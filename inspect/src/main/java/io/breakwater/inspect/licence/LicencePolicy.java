package io.breakwater.inspect.licence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which licences somebody allows. The most specific rule decides: an exception, then a rule about
 * the package, then one about the licence, then one about the class, then the default. Of a choice
 * of licences the best counts, of licences that hold together the worst.
 *
 * @param otherwise what counts where no rule speaks
 * @param packages by pattern of a package URL
 * @param licences by the canonical text of a licence, with its exception if any
 * @param classes by class
 * @param exceptions that somebody answers for
 */
public record LicencePolicy(
    Answer otherwise,
    Map<String, Answer> packages,
    Map<String, Answer> licences,
    Map<LicenceClass, Answer> classes,
    List<Exemption> exceptions) {
  /** Copies the rules. */
  public LicencePolicy {
    packages = Map.copyOf(packages);
    licences = Map.copyOf(licences);
    classes = Map.copyOf(classes);
    exceptions = List.copyOf(exceptions);
  }

  /** What a policy says, the best first. */
  public enum Answer {
    /** Fine. */
    ALLOW,
    /** Somebody should look. */
    WARN,
    /** Not to be shipped. */
    DENY
  }

  /**
   * Something that is allowed although a rule says otherwise.
   *
   * @param purl a pattern of package URLs
   * @param licence only while it is this one; empty for any
   * @param reason why
   * @param owner who answers for it
   * @param expires the last day
   */
  public record Exemption(
      String purl, String licence, String reason, String owner, Optional<LocalDate> expires) {}

  /**
   * What a policy says about a component.
   *
   * @param answer the verdict
   * @param because the rule, as the policy writes it
   */
  public record Decision(Answer answer, String because) {}

  /**
   * Judges a component.
   *
   * @param today after which day exceptions are over
   */
  public Decision judge(ComponentLicence of, LocalDate today) {
    String purl = of.component().purl().toString();
    for (Exemption each : exceptions) {
      boolean same = each.licence().isEmpty() || each.licence().equals(of.text());
      boolean valid = each.expires().map(day -> !today.isAfter(day)).orElse(true);
      if (same && valid && matches(each.purl(), purl)) {
        return new Decision(Answer.ALLOW, each.reason());
      }
    }
    Optional<Decision> named = Optional.empty();
    for (Map.Entry<String, Answer> each : packages.entrySet()) {
      if (!matches(each.getKey(), purl)) continue;
      var decision = new Decision(each.getValue(), each.getKey());
      named = Optional.of(named.map(other -> worse(other, decision)).orElse(decision));
    }
    if (named.isPresent()) return named.get();
    return of.licence().map(l -> judge(l.expression())).orElseGet(() -> of(LicenceClass.UNKNOWN));
  }

  private Decision judge(LicenceExpression expression) {
    return switch (expression) {
      case LicenceExpression.Licence _, LicenceExpression.Reference _, LicenceExpression.With _ ->
          single(expression);
      case LicenceExpression.And(List<LicenceExpression> parts) ->
          parts.stream().map(this::judge).reduce(LicencePolicy::worse).orElseThrow();
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          parts.stream().map(this::judge).reduce(LicencePolicy::better).orElseThrow();
    };
  }

  /** What is left of an expression when each choice is made in favour of what is allowed. */
  public LicenceExpression choose(LicenceExpression expression) {
    return switch (expression) {
      case LicenceExpression.Licence _, LicenceExpression.Reference _, LicenceExpression.With _ ->
          expression;
      case LicenceExpression.And(List<LicenceExpression> parts) ->
          LicenceExpression.all(parts.stream().map(this::choose).toList()).simplified();
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          choose(
              parts.stream()
                  .min(
                      Comparator.comparing((LicenceExpression part) -> judge(part).answer())
                          .thenComparing(LicenceClass::of))
                  .orElseThrow());
    };
  }

  /** A licence by its name; "or later" may be taken as a later one that a rule names. */
  private Decision single(LicenceExpression leaf) {
    Answer named = licences.get(leaf.text());
    if (named != null) return new Decision(named, leaf.text());
    Decision best = of(LicenceClass.of(leaf));
    LicenceExpression base =
        leaf instanceof LicenceExpression.With(LicenceExpression licence, String _)
            ? licence
            : leaf;
    if (!base.equals(leaf)) best = allowed(base.text(), best); // an exception only adds rights
    if (base instanceof LicenceExpression.Licence(String id, boolean later)) {
      for (String each : LicenceVersions.from(id, later)) best = allowed(each, best);
    }
    return best;
  }

  private Decision allowed(String id, Decision other) {
    Answer said = licences.get(id);
    return said == null ? other : better(other, new Decision(said, id));
  }

  private Decision of(LicenceClass family) {
    Answer said = classes.get(family);
    return said == null ? new Decision(otherwise, "default") : new Decision(said, family.id());
  }

  private static Decision worse(Decision a, Decision b) {
    return a.answer().compareTo(b.answer()) >= 0 ? a : b;
  }

  private static Decision better(Decision a, Decision b) {
    return a.answer().compareTo(b.answer()) <= 0 ? a : b;
  }

  /** Equal, or equal up to the version, or up to a star at the end. */
  private static boolean matches(String pattern, String purl) {
    if (pattern.endsWith("*")) return purl.startsWith(pattern.substring(0, pattern.length() - 1));
    if (!purl.startsWith(pattern)) return false;
    return purl.length() == pattern.length() || "@?#".indexOf(purl.charAt(pattern.length())) >= 0;
  }
}
