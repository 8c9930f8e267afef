package io.breakwater.inspect.lint;

import java.util.Set;

/**
 * What the Pod Security Standards are asked for.
 *
 * @param level {@code privileged}, {@code baseline} or {@code restricted}
 * @param version such as {@code v1.34}, or {@code latest}
 */
public record PodSecurityLevel(String level, String version) {
  private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");

  /** Checks the words, as a gate must not guess. */
  public PodSecurityLevel {
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException("no level of the Pod Security Standards: " + level);
    }
    if (!version.equals("latest") && !isMinor(version)) {
      throw new IllegalArgumentException("a version is v1.N or latest, not " + version);
    }
  }

  /** The N of version v1.N; the largest number for the latest. */
  int minor() {
    return version.equals("latest") ? Integer.MAX_VALUE : Integer.parseInt(version.substring(3));
  }

  private static boolean isMinor(String version) {
    if (!version.startsWith("v1.") || version.length() > 9) return false;
    String digits = version.substring(3);
    boolean canonical = digits.equals("0") || !digits.startsWith("0");
    return !digits.isEmpty() && canonical && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
