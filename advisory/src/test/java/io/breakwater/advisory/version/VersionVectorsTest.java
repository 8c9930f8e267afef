package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.version.Vectors.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every public comparison vector, in both directions. */
class VersionVectorsTest {

  @ParameterizedTest
  @CsvSource({
    "alpine-versions, apk",
    "alpine-versions-generated, apk",
    "cran-versions, cran",
    "cran-versions-generated, cran",
    "debian-versions, deb",
    "debian-versions-generated, deb",
    "hackage-versions, hackage",
    "maven-versions-generated, maven",
    "nuget-versions, nuget",
    "packagist-versions, composer",
    "packagist-versions-generated, composer",
    "pub-versions, pub",
    "pypi-versions, pypi",
    "pypi-versions-generated, pypi",
    "redhat-versions, rpm",
    "rubygems-versions, gem",
    "rubygems-versions-generated, gem",
    "semver-versions, semver"
  })
  void everyLineOfOsvScalibrHolds(String file, String scheme) {
    List<Claim> claims = Vectors.claims("osv-scalibr/" + file + ".txt");

    assertThat(claims).isNotEmpty();
    assertThat(Vectors.broken(Vectors.scheme(scheme), claims)).isEmpty();
  }

  /** One line follows the POM reference, against every release of Maven; docs/versions.md. */
  @Test
  void everyHandwrittenMavenLineHoldsButTheOneThatMavenDenies() {
    List<Claim> claims = new ArrayList<>(Vectors.claims("osv-scalibr/maven-versions.txt"));
    claims.remove(new Claim("1-1", "=", "1-ga-1"));

    assertThat(Vectors.broken(Vectors.scheme("maven"), claims)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "apk-tools/version-compare.tsv, apk",
    "rpm/rpmvercmp.tsv, rpm",
    "pypa-packaging/order.tsv, pypi"
  })
  void everyRowOfTheNativeToolsTestsHolds(String file, String scheme) {
    List<Claim> claims =
        Vectors.rows(file).stream()
            .filter(row -> Set.of("<", "=", ">").contains(row.get(1)))
            .map(row -> new Claim(row.get(0), row.get(1), row.get(2)))
            .toList();

    assertThat(claims).isNotEmpty();
    assertThat(Vectors.broken(Vectors.scheme(scheme), claims)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rpmvercmp, rpm", "maven-compare, maven"})
  void everyLineOfClaircoreHolds(String file, String scheme) {
    List<Claim> claims = Vectors.claims("claircore/" + file + ".txt");

    assertThat(claims).isNotEmpty();
    assertThat(Vectors.broken(Vectors.scheme(scheme), claims)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"alpine, apk", "alpm, alpm", "maven, maven", "nuget, nuget", "datetime, date"})
  void everyComparisonOfTheVersSpecificationHolds(String file, String scheme) {
    Object tests = Vectors.json("vers-spec/" + file + "_version_cmp_test.json");
    var ourScheme = Vectors.scheme(scheme);
    var broken = new ArrayList<String>();
    for (Object test : Vectors.list(tests, "tests")) {
      var versions = strings(Vectors.list(Vectors.field(test, "input"), "versions"));
      String answer;
      boolean holds;
      if (Vectors.field(test, "test_type").equals("equality")) {
        answer = VersionComparison.answer(ourScheme, versions.get(0), versions.get(1));
        holds = Vectors.field(test, "expected_output").equals(answer.equals("="));
      } else {
        var sorted = strings(Vectors.list(test, "expected_output"));
        answer = VersionComparison.answer(ourScheme, sorted.get(0), sorted.get(1));
        holds = answer.equals("<") || answer.equals("=");
      }
      if (!holds) {
        broken.add(versions + " " + answer);
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyComparisonOfNodeSemverHolds() {
    var claims = new ArrayList<Claim>();
    table("comparisons").forEach(row -> claims.add(claim(row, ">")));
    table("equality").forEach(row -> claims.add(claim(row, "=")));

    assertThat(Vectors.broken(Vectors.scheme("npm"), claims)).isEmpty();
  }

  @Test
  void nodeSemverAndWeCallTheSameVersionsValid() {
    var npm = Vectors.scheme("npm");

    assertThat(table("valid-versions")).allMatch(row -> npm.isValid((String) row.get(0)));
    assertThat(table("invalid-versions"))
        .noneMatch(row -> row.get(0) instanceof String text && npm.isValid(text));
  }

  @Test
  void apkAndWeCallTheSameVersionsValid() {
    var apk = Vectors.scheme("apk");

    assertThat(Vectors.rows("apk-tools/version-valid.tsv"))
        .allMatch(row -> apk.isValid(row.get(0)) == row.get(1).equals("valid"));
  }

  @Test
  void packagingAndWeCallTheSameVersionsValidAndEqual() {
    var pypi = Vectors.scheme("pypi");

    assertThat(Vectors.rows("pypa-packaging/normalise.tsv"))
        .allMatch(
            row ->
                row.get(1).equals("INVALID")
                    ? !pypi.isValid(row.get(0))
                    : pypi.isValid(row.get(0)) && pypi.compare(row.get(0), row.get(1)) == 0);
  }

  /** Where Grype's own conventions differ from the native tool, docs/versions.md says so. */
  @ParameterizedTest
  @CsvSource({
    "deb, deb",
    "fuzzy, generic",
    "gem, gem",
    "go, golang",
    "pacman, alpm",
    "portage, ebuild"
  })
  void everyComparisonOfGrypeHolds(String format, String scheme) {
    var elsewhere = Set.of(new Claim("1.0.0~rc1", "<", "1.0.0"), new Claim("5-a1", "<", "5a1"));
    List<Claim> claims =
        Vectors.rows("grype/compare.tsv").stream()
            .filter(row -> row.get(0).equals(format))
            .map(row -> new Claim(row.get(1), row.get(2), row.get(3)))
            .filter(claim -> !elsewhere.contains(claim))
            .toList();

    assertThat(claims).isNotEmpty();
    assertThat(Vectors.broken(Vectors.scheme(scheme), claims)).isEmpty();
  }

  private static Claim claim(List<?> row, String op) {
    return new Claim((String) row.get(0), op, (String) row.get(1));
  }

  private static List<List<?>> table(String name) {
    var rows = new ArrayList<List<?>>();
    Vectors.list(Vectors.json("node-semver/" + name + ".json"), "rows")
        .forEach(row -> rows.add((List<?>) row));
    return rows;
  }

  private static List<String> strings(List<?> list) {
    return list.stream().map(Object::toString).toList();
  }
}
