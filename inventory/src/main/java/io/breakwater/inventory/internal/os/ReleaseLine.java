package io.breakwater.inventory.internal.os;

import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.OperatingSystem;
import java.util.Locale;
import java.util.Optional;

/** The one-line files of the Red Hat kind: {@code CentOS Linux release 7.9.2009 (Core)}. */
final class ReleaseLine {
  private ReleaseLine() {}

  /**
   * Reads such a line.
   *
   * @param file the name of the file, for lines that do not name the distribution
   */
  static Optional<OperatingSystem> read(String file, String line) {
    String id = id(line);
    if (id.isEmpty()) id = idOfFile(file);
    if (id.isEmpty()) return Optional.empty();
    return Optional.of(new OperatingSystem(id, version(line), line));
  }

  /** {@code SUSE Linux Enterprise Server 11 (x86_64)}, then VERSION and PATCHLEVEL. */
  static Optional<OperatingSystem> readSuse(byte[] bytes) {
    String name = "";
    String version = "";
    String patch = "";
    var lines = new Lines(bytes);
    while (lines.next()) {
      if (lines.isBlank()) continue;
      String line = lines.text(0);
      int equals = line.indexOf('=');
      if (name.isEmpty()) name = line;
      else if (line.startsWith("VERSION") && equals > 0)
        version = line.substring(equals + 1).strip();
      else if (line.startsWith("PATCHLEVEL")) patch = line.substring(equals + 1).strip();
    }
    if (name.isEmpty()) return Optional.empty();
    String lower = name.toLowerCase(Locale.ROOT);
    String id =
        lower.startsWith("opensuse")
            ? lower.contains("tumbleweed") ? "opensuse-tumbleweed" : "opensuse"
            : lower.contains("desktop") ? "sled" : "sles";
    if (version.isEmpty()) version = version(name);
    if (!patch.isEmpty() && !patch.equals("0") && version.indexOf('.') < 0) version += "." + patch;
    return Optional.of(new OperatingSystem(id, version, name));
  }

  private static String id(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    for (String[] known : KNOWN) {
      if (lower.startsWith(known[0])) return known[1];
    }
    return "";
  }

  /** What lines start with, and the id that the same distribution has in os-release. */
  private static final String[][] KNOWN = {
    {"red hat", "rhel"},
    {"centos", "centos"},
    {"almalinux", "almalinux"},
    {"rocky", "rocky"},
    {"oracle", "ol"},
    {"enterprise linux enterprise linux", "ol"},
    {"fedora", "fedora"},
    {"amazon linux", "amzn"},
    {"scientific", "scientific"},
    {"openeuler", "openEuler"},
    {"anolis", "anolis"},
    {"alibaba cloud linux", "alinux"},
    {"aliyun linux", "alinux"},
    {"kylin", "kylin"},
    {"neokylin", "neokylin"},
    {"uos", "uos"},
    {"uniontech", "uos"},
    {"tencentos", "tencentos"},
    {"opencloudos", "opencloudos"},
    {"eurolinux", "eurolinux"},
    {"euleros", "euleros"},
    {"cloudlinux", "cloudlinux"},
    {"virtuozzo", "virtuozzo"},
    {"miracle", "miraclelinux"},
    {"springdale", "springdale"},
    {"xenserver", "xenenterprise"},
    {"vmware photon", "photon"},
    {"photon", "photon"},
    {"cbl-mariner", "mariner"},
    {"azure linux", "azurelinux"},
    {"microsoft azure linux", "azurelinux"},
    {"gentoo", "gentoo"},
    {"slackware", "slackware"},
    {"mageia", "mageia"},
    {"arch", "arch"},
  };

  private static String idOfFile(String file) {
    int dash = file.indexOf('-');
    String stem = dash < 0 ? file : file.substring(0, dash);
    return switch (stem) {
      case "system", "redhat", "enterprise" -> "";
      case "oracle" -> "ol";
      default -> stem;
    };
  }

  /**
   * The first word after {@code release}, or else anywhere, that starts with a digit, or with a V
   * before it.
   */
  private static String version(String line) {
    int release = line.toLowerCase(Locale.ROOT).indexOf(" release ");
    String rest = release < 0 ? line : line.substring(release + " release ".length());
    for (String word : rest.split(" ", 64)) {
      int digit = word.startsWith("V") ? 1 : 0;
      if (digit < word.length() && Character.isDigit(word.charAt(digit))) return word;
    }
    return "";
  }
}
