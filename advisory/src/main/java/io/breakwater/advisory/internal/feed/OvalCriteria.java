package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.feed.OvalTests.Ask;
import io.breakwater.advisory.internal.feed.OvalTests.Test;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the criteria of an OVAL definition apart. Such a tree says: on one of these releases, with
 * this module enabled, one of these packages is earlier than its fix, and the distribution signed
 * it. What is left of it is a claim for each package: conditions that stand beside it, or above it
 * in an AND, go with it; who signed it, and for which architecture it was built, does not count.
 */
final class OvalCriteria {
  private static final String INSTALLED = " is installed";

  private final OvalTests tests;
  private final List<Claim> claims = new ArrayList<>();

  /**
   * What a definition claims about a package.
   *
   * @param name the package
   * @param ask what is asked of its version
   * @param version the version that is told; may be empty
   * @param above the version above which it holds; empty: from the first
   * @param module the module that is enabled, such as {@code nodejs:20}; may be empty
   * @param platforms the releases that it holds on; empty where the criteria do not tell
   */
  record Claim(
      String name, Ask ask, String version, String above, String module, Set<String> platforms) {}

  private record Context(String module, Set<String> platforms) {}

  private OvalCriteria(OvalTests tests) {
    this.tests = tests;
  }

  /** The claims of a definition. */
  static List<Claim> claims(XmlElement definition, OvalTests tests) {
    var out = new OvalCriteria(tests);
    out.walk(definition.child("criteria"), new Context("", Set.of()));
    return out.claims;
  }

  private void walk(XmlElement criteria, Context given) {
    if (criteria.attribute("negate").equals("true")) return;
    boolean and = !criteria.attribute("operator").equals("OR");
    Context context = and ? narrowed(criteria, given) : given;
    String above = and ? above(criteria) : "";
    for (XmlElement child : criteria.children()) {
      if (child.name().equals("criteria")) {
        walk(child, context);
      } else if (child.name().equals("criterion")) {
        aboutPackage(child)
            .filter(test -> test.ask() != Ask.LATER && test.ask() != Ask.FROM)
            .ifPresent(test -> claims.add(claim(test, above, context)));
      }
    }
  }

  private static Claim claim(Test test, String above, Context context) {
    return new Claim(
        test.name(), test.ask(), test.version(), above, context.module(), context.platforms());
  }

  /** The conditions that stand in an AND beside its packages. */
  private Context narrowed(XmlElement criteria, Context given) {
    String module = given.module();
    var platforms = new LinkedHashSet<String>();
    for (XmlElement child : criteria.children()) {
      if (child.name().equals("criterion")) {
        String told = module(child.attribute("comment"));
        if (!told.isEmpty()) module = told;
        platform(child).ifPresent(platforms::add);
      } else if (child.name().equals("criteria") && !speaksOfPackages(child)) {
        platforms(child, platforms);
      }
    }
    return new Context(module, platforms.isEmpty() ? given.platforms() : platforms);
  }

  private String above(XmlElement criteria) {
    for (XmlElement child : criteria.children("criterion")) {
      Optional<Test> test = aboutPackage(child).filter(t -> t.ask() == Ask.LATER);
      if (test.isPresent()) return test.get().version();
    }
    return "";
  }

  private boolean speaksOfPackages(XmlElement criteria) {
    for (XmlElement child : criteria.children()) {
      boolean speaks =
          child.name().equals("criteria")
              ? speaksOfPackages(child)
              : aboutPackage(child).isPresent();
      if (speaks) return true;
    }
    return false;
  }

  private static void platforms(XmlElement criteria, Set<String> out) {
    for (XmlElement child : criteria.children()) {
      if (child.name().equals("criteria")) platforms(child, out);
      else platform(child).ifPresent(out::add);
    }
  }

  /** The release in {@code Oracle Linux 8 is installed}; names of packages have no blanks. */
  private static Optional<String> platform(XmlElement criterion) {
    String comment = criterion.attribute("comment");
    if (!comment.endsWith(INSTALLED)) return Optional.empty();
    String subject = comment.substring(0, comment.length() - INSTALLED.length()).strip();
    return subject.indexOf(' ') > 0 ? Optional.of(subject) : Optional.empty();
  }

  /** The module in {@code Module nodejs:18 is enabled}. */
  private static String module(String comment) {
    boolean told = comment.startsWith("Module ") && comment.endsWith(" is enabled");
    return told ? comment.substring(7, comment.length() - 11).strip() : "";
  }

  /** The test of a criterion, where it asks for a version or the presence of a package. */
  private Optional<Test> aboutPackage(XmlElement criterion) {
    String comment = criterion.attribute("comment");
    if (platform(criterion).isPresent()) return Optional.empty();
    Optional<Test> test = tests.test(criterion.attribute("test_ref"));
    if (test.isPresent()) {
      boolean asks = test.get().ask() != Ask.OTHER && test.get().ask() != Ask.ABSENT;
      // "kernel earlier than … is currently running" asks another object than the package.
      return asks ? test : Optional.empty();
    }
    if (comment.endsWith(" is not affected")) {
      String name = comment.substring(0, comment.length() - " is not affected".length());
      return Optional.of(new Test(name, Ask.ZERO, ""));
    }
    return Optional.empty();
  }
}
