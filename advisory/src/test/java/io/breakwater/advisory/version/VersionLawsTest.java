package io.breakwater.advisory.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scheme is a total order over all that it compares, however odd the text; but pacman, PHP
 * and Maven themselves run in circles with odd texts, so that their transitivity is asked of
 * ordinary versions only.
 */
class VersionLawsTest {
  private static final int VERSIONS = 120;
  private static final String ALPHABET = "0012910....--__~^+:!vabrcdpm=xRCé ";
  private static final List<String> WORDS =
      List.of(
          "alpha",
          "beta",
          "rc",
          "pre",
          "dev",
          "post",
          "final",
          "ga",
          "sp",
          "snapshot",
          "git",
          "p",
          "-r1",
          "_p1",
          "+incompatible",
          "pl",
          "1.0",
          "1.0.0",
          "2.0.0-rc.1",
          "0.0",
          "1:2.0-1",
          "r1",
          "99999999999999999999");

  /** Ends of ordinary versions, for the schemes whose tools are transitive over these alone. */
  private static final Map<String, List<String>> ORDINARY_ENDS =
      Map.of(
          "alpm", List.of("-1", "-2", "a-1", "rc1-1", "rc-2", "beta3-1", "+4+gabc-1"),
          "composer", List.of("", "-dev", "-alpha1", "-beta2", "-RC1", "RC2", "pl1", "-p2"),
          "maven",
              List.of("", "-alpha-1", "-b2", "-rc1", "-SNAPSHOT", ".Final", "-sp1", "-1", "-jre"));

  static Collection<String> schemes() {
    return VersionSchemes.names();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theOrderIsReflexiveAndAntisymmetric(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();
    for (long seed = 1; seed <= 3; seed++) {
      List<String> versions = comparable(scheme, new Random(seed));
      assertAntisymmetry(name + ", seed " + seed, versions, orders(scheme, versions));
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theOrderIsTransitive(String name) {
    var scheme = VersionSchemes.byName(name).orElseThrow();
    @Nullable List<String> ends = ORDINARY_ENDS.get(name);
    for (long seed = 1; seed <= 3; seed++) {
      var random = new Random(seed);
      List<String> versions = ends != null ? ordinary(ends, random) : comparable(scheme, random);
      assertTransitivity(name + ", seed " + seed, versions, orders(scheme, versions));
    }
  }

  private static int[][] orders(VersionScheme scheme, List<String> versions) {
    int[][] orders = new int[versions.size()][versions.size()];
    for (int i = 0; i < versions.size(); i++) {
      for (int j = 0; j < versions.size(); j++) {
        orders[i][j] = Integer.signum(scheme.compare(versions.get(i), versions.get(j)));
      }
    }
    return orders;
  }

  private static void assertAntisymmetry(String what, List<String> versions, int[][] order) {
    for (int i = 0; i < order.length; i++) {
      assertThat(order[i][i]).as("%s: %s with itself", what, versions.get(i)).isZero();
      for (int j = 0; j < order.length; j++) {
        if (order[i][j] != -order[j][i]) {
          assertThat(order[i][j])
              .as("%s: %s and %s mirrored", what, versions.get(i), versions.get(j))
              .isEqualTo(-order[j][i]);
        }
      }
    }
  }

  private static void assertTransitivity(String what, List<String> versions, int[][] order) {
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        for (int k = 0; k < order.length; k++) {
          boolean transitive =
              order[i][j] > 0
                  || order[j][k] > 0
                  || order[i][k] == (order[i][j] == 0 ? order[j][k] : -1);
          if (!transitive) {
            assertThat(order[i][k])
                .as(
                    "%s: %s, %s, %s are %d, %d",
                    what,
                    versions.get(i),
                    versions.get(j),
                    versions.get(k),
                    order[i][j],
                    order[j][k])
                .isEqualTo(order[i][j] == 0 ? order[j][k] : -1);
          }
        }
      }
    }
  }

  private static List<String> ordinary(List<String> ends, Random random) {
    var versions = new ArrayList<String>();
    while (versions.size() < VERSIONS) {
      var version = new StringBuilder().append(random.nextInt(3));
      for (int i = random.nextInt(3); i > 0; i--) {
        version.append('.').append(random.nextInt(12));
      }
      versions.add(version + ends.get(random.nextInt(ends.size())));
    }
    return versions;
  }

  /** Random texts, and small changes of them, that the scheme compares. */
  private static List<String> comparable(VersionScheme scheme, Random random) {
    var versions = new ArrayList<String>();
    for (int tries = 0; versions.size() < VERSIONS && tries < 200_000; tries++) {
      String version =
          versions.isEmpty() || random.nextInt(3) == 0
              ? scheme.name().equals("date") ? date(random) : generated(random)
              : changed(versions.get(random.nextInt(versions.size())), random);
      if (!VersionComparison.answer(scheme, version, version).equals("!")) {
        versions.add(version);
      }
    }
    assertThat(versions).as(scheme.name()).hasSize(VERSIONS);
    return versions;
  }

  /** A day or a moment, in one of the forms that are read. */
  private static String date(Random random) {
    String day =
        String.format(Locale.ROOT, "2024-%02d-%02d", 1 + random.nextInt(3), 1 + random.nextInt(5));
    return switch (random.nextInt(4)) {
      case 0 -> day;
      case 1 -> day.replace("-", "");
      case 2 -> day.replace('-', '.');
      default ->
          day + "T0" + random.nextInt(3) + ":00:00" + (random.nextBoolean() ? "Z" : "+02:00");
    };
  }

  private static String generated(Random random) {
    var version = new StringBuilder(random.nextBoolean() ? "1." : "");
    for (int i = random.nextInt(8); i >= 0; i--) {
      version.append(piece(random));
    }
    return version.toString();
  }

  private static String piece(Random random) {
    return random.nextInt(4) == 0
        ? WORDS.get(random.nextInt(WORDS.size()))
        : ALPHABET.substring(random.nextInt(ALPHABET.length())).substring(0, 1);
  }

  private static String changed(String version, Random random) {
    int at = random.nextInt(version.length() + 1);
    int until = Math.min(version.length(), at + random.nextInt(2));
    return version.substring(0, at)
        + (random.nextInt(4) == 0 ? "" : piece(random))
        + version.substring(until);
  }
}
