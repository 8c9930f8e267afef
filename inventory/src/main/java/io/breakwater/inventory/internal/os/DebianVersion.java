package io.breakwater.inventory.internal.os;

import io.breakwater.model.OperatingSystem;
import java.util.Locale;

/** The file debian_version: {@code 12.5}, or {@code trixie/sid} before a release. */
final class DebianVersion {
  private DebianVersion() {}

  static OperatingSystem system(String line) {
    int dot = line.indexOf('.');
    boolean number = !line.isEmpty() && Character.isDigit(line.charAt(0));
    if (number) {
      // Up to Debian 6 point releases were releases of their own count: 6.0.10. All that matters to
      // its advisories is the major number, which is what os-release has as well.
      String major = dot < 0 ? line : line.substring(0, dot);
      return new OperatingSystem("debian", major, "Debian GNU/Linux " + line);
    }
    return new OperatingSystem("debian", release(line), "Debian GNU/Linux " + line);
  }

  /** The full version that the file has, {@code 12.5}; empty when it has none. */
  static String pointRelease(OperatingSystem file) {
    String version = file.name().substring(file.name().lastIndexOf(' ') + 1);
    return version.indexOf('/') >= 0 ? "" : version;
  }

  /**
   * The number that a release to come will have. Testing and unstable both bear its name: what is
   * true of the next release is true of them.
   */
  private static String release(String line) {
    int slash = line.indexOf('/');
    String name = (slash < 0 ? line : line.substring(0, slash)).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "lenny" -> "5";
      case "squeeze" -> "6";
      case "wheezy" -> "7";
      case "jessie" -> "8";
      case "stretch" -> "9";
      case "buster" -> "10";
      case "bullseye" -> "11";
      case "bookworm" -> "12";
      case "trixie" -> "13";
      case "forky" -> "14";
      case "duke" -> "15";
      default -> name;
    };
  }
}
