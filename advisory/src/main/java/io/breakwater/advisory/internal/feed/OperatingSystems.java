package io.breakwater.advisory.internal.feed;

import java.util.Map;

/** The Linux distributions by their CPE names. */
public final class OperatingSystems {
  /** Vendor and product, to the id that os-release has. */
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("debian:debian_linux", "debian"),
          Map.entry("canonical:ubuntu_linux", "ubuntu"),
          Map.entry("alpinelinux:alpine_linux", "alpine"),
          Map.entry("redhat:enterprise_linux", "rhel"),
          Map.entry("redhat:enterprise_linux_server", "rhel"),
          Map.entry("fedoraproject:fedora", "fedora"),
          Map.entry("centos:centos", "centos"),
          Map.entry("rocky:rocky", "rocky"),
          Map.entry("almalinux:almalinux", "almalinux"),
          Map.entry("oracle:linux", "ol"),
          Map.entry("amazon:linux", "amzn"),
          Map.entry("amazon:linux_2", "amzn"),
          Map.entry("opensuse:leap", "opensuse-leap"),
          Map.entry("opensuse:opensuse", "opensuse-leap"),
          Map.entry("suse:linux_enterprise_server", "sles"),
          Map.entry("archlinux:arch_linux", "arch"),
          Map.entry("gentoo:linux", "gentoo"));

  private OperatingSystems() {}

  static boolean isLinux(Cpe cpe) {
    return IDS.containsKey(cpe.name());
  }

  /** Whether a requirement such as {@code o:debian:debian_linux} means this distribution. */
  public static boolean isMeant(String requirement, String osId) {
    return requirement.startsWith("o:")
        && IDS.getOrDefault(requirement.substring(2), "").equals(osId);
  }
}
