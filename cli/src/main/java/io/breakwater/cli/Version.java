package io.breakwater.cli;

/** The version of this program. A test holds it against the version of the build. */
final class Version {
  /** The number. */
  static final String NUMBER = "0.1.0";

  /** What {@code bw --version} says. */
  static final String LINE = "bw " + NUMBER;

  private Version() {}
}
