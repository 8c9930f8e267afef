package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every public vector of version constraints. */
class ConstraintVectorsTest {

  /** What Grype decides otherwise than the native tool; docs/versions.md says why. */
  private static final Set<String> GRYPE_ALONE =
      Set.of(
          // A missing epoch is any epoch.
          "rpm < 1 | 1:0",
          "rpm < 2:4.19.1-1.el7_5 | 4.19.01-1.el7_5",
          "rpm < 12:4.19.0-1.el7 | 4.19.0-1.el7_5",
          // A release stands for all that begin with it.
          "rpm > 0:8.3.1-5.el8 | 8.3.1-5.el8.0.0",
          // The revision does not count.
          "bitnami   =   2.3.1 | 2.3.1-1",
          "bitnami > 2.3.1 | 2.3.1-1",
          // A pre-release of the limit is less than the limit; PEP 440 says it is not in "<".
          "pypi >1.0, <2.0 | 2.0-beta-3",
          "pypi > 1.1.1-pre1, < 1.1.1 | 1.1.1-pre2",
          // Dots and hyphens within a pre-release are the same.
          "semver = 1.0.0-alpha-beta | 1.0.0.alpha.beta",
          // A single letter is a pre-release after a hyphen.
          "fuzzy > 1.1.1-a | 1.1.1");

  @ParameterizedTest
  @CsvSource({
    "apk, apk",
    "bitnami, bitnami",
    "deb, deb",
    "fuzzy, generic",
    "gem, gem",
    "go, golang",
    "maven, maven",
    "portage, ebuild",
    "pypi, pypi",
    "rpm, rpm",
    "semver, semver"
  })
  void everyConstraintOfGrypeHolds(String format, String name) {
    var scheme = Vectors.scheme(name);
    var broken = new ArrayList<String>();
    for (List<String> row : Vectors.rows("grype/constraints.tsv")) {
      String what = row.get(0) + " " + row.get(1) + " | " + row.get(2);
      if (row.get(0).equals(format)
          && !GRYPE_ALONE.contains(what)
          && contains(scheme, row.get(1), row.get(2)) != row.get(3).equals("true")) {
        broken.add(what + " " + row.get(3));
      }
    }

    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "range-include, true",
    "range-exclude, false",
    "version-gt-range, false",
    "version-lt-range, false"
  })
  void everyRangeOfNodeSemverHolds(String table, boolean expected) {
    var broken = new ArrayList<String>();
    for (Object each : Vectors.list(Vectors.json("node-semver/" + table + ".json"), "rows")) {
      var row = (List<?>) each;
      boolean preReleases =
          row.size() > 2
              && row.get(2) instanceof Map<?, ?> options
              && Boolean.TRUE.equals(options.get("includePrerelease"));
      String range = (String) row.get(0);
      if (row.get(1) instanceof String version && npm(range, preReleases, version) != expected) {
        broken.add(row.toString());
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void nodeSemverAndWeRefuseTheSameRanges() {
    var broken = new ArrayList<String>();
    for (Object each : Vectors.list(Vectors.json("node-semver/range-parse.json"), "rows")) {
      var row = (List<?>) each;
      boolean loose = row.size() > 2 && Boolean.TRUE.equals(row.get(2));
      String range = (String) row.get(0);
      boolean readable = readable(() -> SemverRange.npm(range, false));
      // We are always loose.
      if (loose ? readable != (row.get(1) != null) : !readable && row.get(1) != null) {
        broken.add(row.toString());
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everySpecifierOfPackagingHolds() {
    var pypi = Vectors.scheme("pypi");
    // Beyond the PEP: a bare version, and local labels in ordered comparisons.
    var lenient = Set.of("2.0", ">=1.0+deadbeef", "<=1.0+abc123", ">1.0+watwat", "<1.0+1.0");
    var broken = new ArrayList<String>();
    for (List<String> row : Vectors.rows("pypa-packaging/specifiers.tsv")) {
      boolean holds =
          row.get(2).equals("INVALID")
              ? lenient.contains(row.get(0)) == readable(() -> Constraint.parse(pypi, row.get(0)))
              : contains(pypi, row.get(0), row.get(1)) == row.get(2).equals("true");
      if (!holds) {
        broken.add(row.toString());
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everySpecifierOfPackagingHoldsForPreReleasesToo() {
    var pypi = Vectors.scheme("pypi");
    var broken = new ArrayList<String>();
    for (String line : Vectors.lines("pypa-packaging/prereleases.jsonl")) {
      var row = (Map<?, ?>) Vectors.jsonText(line);
      boolean choosing =
          row.entrySet().stream().anyMatch(e -> isSwitchedOff(e.getKey(), e.getValue()));
      String specifier = (String) Vectors.field(row, "specifier");
      String version = (String) Vectors.field(row, "version");
      if (!choosing && !Vectors.field(row, "expected").equals(contains(pypi, specifier, version))) {
        broken.add(line);
      }
    }

    assertThat(broken).isEmpty();
  }

  /** Whether the row is about choosing what to install, without pre-releases. */
  private static boolean isSwitchedOff(@Nullable Object key, @Nullable Object value) {
    return Boolean.FALSE.equals(value) && !"expected".equals(key) && !"installed".equals(key);
  }

  @Test
  void everyVerdictOfTrivyHolds() {
    var schemes = Map.of("pep440", "pypi", "rubygems", "gem");
    var broken = new ArrayList<String>();
    for (String line : Vectors.lines("trivy/advisory-match.jsonl")) {
      Object row = Vectors.jsonText(line);
      String ecosystem = (String) Vectors.field(row, "ecosystem");
      var scheme = Vectors.scheme(schemes.getOrDefault(ecosystem, ecosystem));
      var advisory = (Map<?, ?>) Vectors.field(row, "advisory");
      String version = (String) Vectors.field(row, "version");
      boolean star = ecosystem.equals("generic") && line.contains("\"*\"");
      if (!star
          && !Vectors.field(row, "vulnerable").equals(vulnerable(scheme, advisory, version))) {
        broken.add(line);
      }
    }

    assertThat(broken).isEmpty();
  }

  /** Trivy's rule: an unreadable part makes nothing vulnerable. */
  private static boolean vulnerable(VersionScheme scheme, Map<?, ?> advisory, String version) {
    try {
      if (!ConstraintReader.isOrdered(scheme, version)) {
        return false;
      }
      List<String> vulnerable = constraints(advisory, "VulnerableVersions");
      List<String> secure = new ArrayList<>(constraints(advisory, "PatchedVersions"));
      secure.addAll(constraints(advisory, "UnaffectedVersions"));
      if (vulnerable.contains("") || secure.contains("")) {
        return true;
      }
      boolean hit = anyContains(scheme, vulnerable, version);
      return secure.isEmpty()
          ? hit
          : (vulnerable.isEmpty() || hit) && !anyContains(scheme, secure, version);
    } catch (InvalidConstraintException e) {
      return false;
    }
  }

  private static boolean anyContains(VersionScheme scheme, List<String> texts, String version) {
    return texts.stream().anyMatch(text -> Constraint.parse(scheme, text).contains(version));
  }

  private static List<String> constraints(Map<?, ?> advisory, String key) {
    return advisory.get(key) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private static boolean contains(VersionScheme scheme, String constraint, String version) {
    return Constraint.parse(scheme, constraint).contains(version);
  }

  private static boolean npm(String range, boolean preReleases, String version) {
    try {
      return SemverRange.npm(range, preReleases).contains(version);
    } catch (InvalidConstraintException e) {
      return false;
    }
  }

  private static boolean readable(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (InvalidConstraintException e) {
      return false;
    }
  }
}
