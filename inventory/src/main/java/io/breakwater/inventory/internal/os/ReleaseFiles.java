package io.breakwater.inventory.internal.os;

import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.OperatingSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that say which distribution an image is, and what to believe where they disagree.
 *
 * <p>os-release is believed first. What is older speaks where it is missing, and adds what it
 * leaves out: the point release of CentOS, the name of a Debian that is not released yet.
 */
public final class ReleaseFiles {
  static final String USR_LIB_OS_RELEASE = "usr/lib/os-release";
  private static final String OS_RELEASE = "etc/os-release";
  private static final String DEBIAN = "etc/debian_version";

  /**
   * The older files, the one to believe first being first. A file that a distribution shares with
   * those it descends from comes after those that it has for itself.
   */
  private static final List<String> OLDER =
      List.of(
          "etc/lsb-release",
          "etc/alpine-release",
          "etc/almalinux-release",
          "etc/rocky-release",
          "etc/oracle-release",
          "etc/enterprise-release",
          "etc/centos-release",
          "etc/fedora-release",
          "etc/openEuler-release",
          "etc/anolis-release",
          "etc/alinux-release",
          "etc/kylin-release",
          "etc/mariner-release",
          "etc/azurelinux-release",
          "etc/photon-release",
          "etc/system-release",
          "etc/redhat-release",
          "etc/SuSE-release",
          "etc/SUSE-brand",
          "etc/arch-release",
          "etc/gentoo-release",
          "etc/slackware-version",
          "etc/void-release",
          "etc/uos-release",
          "etc/UnionTech-release",
          "etc/neokylin-release",
          "etc/openkylin-release",
          "etc/opencloudos-release",
          "etc/tencentos-release",
          DEBIAN,
          "bin/busybox",
          "usr/bin/busybox");

  private ReleaseFiles() {}

  /** The program that a system consists of where nothing else tells. */
  static boolean isBusyBox(String path) {
    return path.equals("bin/busybox") || path.equals("usr/bin/busybox");
  }

  static boolean isOne(String path) {
    return path.equals(OS_RELEASE)
        || path.equals(USR_LIB_OS_RELEASE)
        || isBusyBox(path)
        || OLDER.contains(path);
  }

  /** What one of these files tells; empty when it tells nothing. */
  static Optional<OperatingSystem> read(String path, byte[] bytes) {
    var found =
        switch (path) {
          case OS_RELEASE, USR_LIB_OS_RELEASE -> OsRelease.read(bytes);
          case "etc/lsb-release" -> OsRelease.readLsb(bytes);
          case "etc/arch-release" -> Optional.of(new OperatingSystem("arch", "", "Arch Linux"));
          case "etc/void-release" -> Optional.of(new OperatingSystem("void", "", "Void Linux"));
          case "etc/alpine-release" ->
              firstLine(bytes).map(v -> new OperatingSystem("alpine", v, "Alpine Linux " + v));
          case DEBIAN -> firstLine(bytes).map(DebianVersion::system);
          case "etc/SuSE-release", "etc/SUSE-brand" -> ReleaseLine.readSuse(bytes);
          default -> firstLine(bytes).flatMap(line -> ReleaseLine.read(fileName(path), line));
        };
    return found.filter(ReleaseFiles::isSensible);
  }

  /**
   * The distribution, of what each file tells.
   *
   * @param told by path, relative to the root
   */
  public static OperatingSystem judge(Map<String, OperatingSystem> told) {
    OperatingSystem os = told.get(OS_RELEASE);
    if (os == null) os = told.get(USR_LIB_OS_RELEASE);
    for (String path : OLDER) {
      if (os == null) os = told.get(path);
    }
    if (os == null) return OperatingSystem.UNKNOWN;
    return switch (os.id()) {
      case "ubuntu" -> ubuntu(os, told);
      case "debian" -> debian(os, told);
      case "centos", "rhel", "scientific", "ol", "rocky", "almalinux" -> pointRelease(os, told);
      default -> os;
    };
  }

  private static OperatingSystem ubuntu(OperatingSystem os, Map<String, OperatingSystem> told) {
    for (String path : List.of(UbuntuPro.STATUS, UbuntuPro.LIST, UbuntuPro.SOURCES)) {
      OperatingSystem enrolled = told.get(path);
      if (enrolled != null) return os.enrolledIn(enrolled.programme());
    }
    return os;
  }

  private static OperatingSystem debian(OperatingSystem os, Map<String, OperatingSystem> told) {
    OperatingSystem file = told.get(DEBIAN);
    if (file == null) return os;
    // judge() may run on what this very file told: it then says all that it has to say already.
    String version = os.version().isEmpty() ? file.version() : os.version();
    String name = os.name();
    String point = DebianVersion.pointRelease(file);
    if (point.startsWith(os.version() + ".")) {
      name = name.replace(" " + os.version() + " ", " " + point + " ");
    }
    return new OperatingSystem(os.id(), version, name.isEmpty() ? file.name() : name);
  }

  /** {@code 7} and {@code CentOS Linux release 7.9.2009 (Core)} are 7.9.2009. */
  private static OperatingSystem pointRelease(
      OperatingSystem os, Map<String, OperatingSystem> told) {
    for (String path : OLDER) {
      OperatingSystem other = told.get(path);
      if (other == null || !other.id().equals(os.id())) continue;
      if (os.version().isEmpty() || other.version().startsWith(os.version() + ".")) {
        return new OperatingSystem(os.id(), other.version(), other.name());
      }
    }
    return os;
  }

  private static Optional<String> firstLine(byte[] bytes) {
    var lines = new Lines(bytes);
    while (lines.next()) {
      if (!lines.isBlank()) return Optional.of(lines.text(0));
    }
    return Optional.empty();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The id and the version become parts of names: they are short and plain, or not believed. */
  private static boolean isSensible(OperatingSystem os) {
    return !os.id().isEmpty()
        && os.id().length() <= 64
        && os.id().chars().allMatch(c -> isPlain(c) || c == '_')
        && os.version().length() <= 128
        && os.version().chars().allMatch(c -> c > ' ' && c < 0x7f)
        && os.name().length() <= 512;
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }
}
