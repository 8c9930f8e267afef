package io.breakwater.inventory.internal.notes;

import io.breakwater.model.OperatingSystem;
import java.util.Locale;

/** Which distribution a CPE name of an operating system means, in the words of os-release. */
final class OsCpe {
  private OsCpe() {}

  /** Of a name such as {@code cpe:/o:fedoraproject:fedora:39} or {@code cpe:2.3:o:…}. */
  static OperatingSystem parse(String cpe) {
    int start;
    if (cpe.startsWith("cpe:/o:")) start = 7;
    else if (cpe.startsWith("cpe:2.3:o:")) start = 10;
    else return OperatingSystem.UNKNOWN;
    String[] parts = cpe.substring(start).split(":", 4);
    if (parts.length < 2) return OperatingSystem.UNKNOWN;
    String id = id(parts[0].toLowerCase(Locale.ROOT), parts[1].toLowerCase(Locale.ROOT));
    if (id.isEmpty()) return OperatingSystem.UNKNOWN;
    String version = parts.length < 3 ? "" : parts[2];
    if (version.equals("*") || version.equals("-") || id.endsWith("tumbleweed")) version = "";
    return new OperatingSystem(id, version, id + " " + version);
  }

  private static String id(String vendor, String product) {
    return switch (vendor) {
      case "opensuse" ->
          switch (product) {
            case "leap" -> "opensuse-leap";
            case "tumbleweed" -> "opensuse-tumbleweed";
            default -> "";
          };
      case "redhat" -> product.startsWith("enterprise_linux") ? "rhel" : "";
      case "suse" -> product.startsWith("sles") || product.startsWith("sle-") ? "sles" : "";
      case "microsoft" ->
          switch (product) {
            case "azurelinux", "azure_linux" -> "azurelinux";
            case "mariner", "cbl-mariner" -> "mariner";
            default -> "";
          };
      case "amazon" -> product.startsWith("amazon_linux") ? "amzn" : product;
      case "almalinux" -> "almalinux";
      case "rocky", "resf" -> "rocky";
      case "oracle" -> "ol";
      case "canonical" -> "ubuntu";
      case "fedoraproject", "centos", "debian", "archlinux", "openeuler", "openanolis" ->
          product.equals("debian_linux")
              ? "debian"
              : product.equals("arch_linux") ? "arch" : product;
      default -> "";
    };
  }
}
