package io.breakwater.advisory.version;

import org.jspecify.annotations.Nullable;

/**
 * Python's versions: PEP 440, as the packaging library orders it. Texts that PEP 440 refuses are
 * older than all that it accepts, in the order that setuptools gave them before.
 */
final class PypiScheme implements VersionScheme {

  @Override
  public String name() {
    return "pypi";
  }

  @Override
  public boolean isValid(String version) {
    return Pep440.parse(version) != null;
  }

  @Override
  public int compare(String a, String b) {
    @Nullable Pep440 left = Pep440.parse(a);
    @Nullable Pep440 right = Pep440.parse(b);
    if (left != null && right != null) {
      return left.compareTo(right);
    }
    if (left == null && right == null) {
      return new LegacyPythonVersion(require(a)).compareTo(new LegacyPythonVersion(require(b)));
    }
    require(left == null ? a : b);
    return left == null ? -1 : 1;
  }

  private String require(String version) {
    if (version.isBlank()) {
      throw new InvalidVersionException(name(), version, "it is empty");
    }
    return version;
  }
}
