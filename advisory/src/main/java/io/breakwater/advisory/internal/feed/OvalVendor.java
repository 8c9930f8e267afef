package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.feed.OvalCriteria.Claim;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who publishes OVAL definitions, and how their releases are called. */
enum OvalVendor {
  RED_HAT("redhat"),
  ORACLE("oracle"),
  SUSE("suse"),
  ALMA("almalinux"),
  PHOTON("photon"),
  AZURE("azurelinux"),
  DEBIAN("debian");

  private final String provider;

  OvalVendor(String provider) {
    this.provider = provider;
  }

  String provider() {
    return provider;
  }

  /** By the id of a definition, such as {@code oval:com.redhat.rhsa:def:20224765}. */
  static Optional<OvalVendor> of(String id) {
    if (id.startsWith("oval:com.redhat.")) return Optional.of(RED_HAT);
    if (id.startsWith("oval:com.oracle.")) return Optional.of(ORACLE);
    if (id.startsWith("oval:org.opensuse.")) return Optional.of(SUSE);
    if (id.startsWith("oval:org.almalinux.")) return Optional.of(ALMA);
    if (id.startsWith("oval:com.vmware.")) return Optional.of(PHOTON);
    if (id.startsWith("oval:org.debian")) return Optional.of(DEBIAN);
    boolean azure =
        id.startsWith("oval:com.microsoft.cbl-mariner:")
            || id.startsWith("oval:com.microsoft.azurelinux:");
    return azure ? Optional.of(AZURE) : Optional.empty();
  }

  /** The ecosystems that a claim is about. */
  Set<String> ecosystems(XmlElement metadata, Claim claim) {
    var out = new LinkedHashSet<String>();
    switch (this) {
      case RED_HAT -> {
        XmlElement cpes = metadata.child("advisory").child("affected_cpe_list");
        for (XmlElement cpe : cpes.children("cpe")) {
          RpmReleases.ofRedHatCpe(cpe.text().strip()).ifPresent(out::add);
        }
        if (out.isEmpty()) {
          for (String platform : claim.platforms()) {
            number(platform, "Red Hat Enterprise Linux ", "Red Hat:enterprise_linux:", out);
          }
        }
      }
      case ORACLE ->
          claim.platforms().forEach(p -> number(p, "Oracle Linux ", "Oracle Linux:", out));
      case DEBIAN -> claim.platforms().forEach(p -> number(p, "Debian ", "Debian:", out));
      case ALMA -> claim.platforms().forEach(p -> number(p, "AlmaLinux ", "AlmaLinux:", out));
      case SUSE -> {
        claim.platforms().forEach(p -> RpmReleases.ofSuse(p).ifPresent(out::add));
        if (claim.platforms().isEmpty()) {
          for (XmlElement one : metadata.child("affected").children("platform")) {
            RpmReleases.ofSuse(one.text().strip()).ifPresent(out::add);
          }
        }
      }
      case PHOTON -> {
        for (String platform : claim.platforms()) {
          String release = platform.substring(platform.lastIndexOf(' ') + 1);
          out.add("Photon OS:" + (release.indexOf('.') < 0 ? release + ".0" : release));
        }
      }
      case AZURE -> RpmReleases.ofAzureVersion(claim.version()).ifPresent(out::add);
    }
    return out;
  }

  private static void number(String platform, String before, String ecosystem, Set<String> out) {
    if (!platform.startsWith(before)) return;
    String release = platform.substring(before.length());
    int end = 0;
    while (end < release.length() && Character.isDigit(release.charAt(end))) end++;
    if (end > 0) out.add(ecosystem + release.substring(0, end));
  }
}
