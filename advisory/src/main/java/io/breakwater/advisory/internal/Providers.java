package io.breakwater.advisory.internal;

import java.util.Map;

/** Who publishes a record, by the form of its id. */
public final class Providers {
  private static final Map<String, String> BY_PREFIX =
      Map.ofEntries(
          Map.entry("GHSA", "github"),
          Map.entry("PYSEC", "pypa"),
          Map.entry("GO", "go"),
          Map.entry("RUSTSEC", "rustsec"),
          Map.entry("MAL", "malicious-packages"),
          Map.entry("BIT", "bitnami"),
          Map.entry("ALSA", "almalinux"),
          Map.entry("ALBA", "almalinux"),
          Map.entry("ALEA", "almalinux"),
          Map.entry("RLSA", "rocky"),
          Map.entry("RXSA", "rocky"),
          Map.entry("RHSA", "redhat"),
          Map.entry("RHBA", "redhat"),
          Map.entry("RHEA", "redhat"),
          Map.entry("DSA", "debian"),
          Map.entry("DLA", "debian"),
          Map.entry("DTSA", "debian"),
          Map.entry("DEBIAN", "debian"),
          Map.entry("TEMP", "debian"),
          Map.entry("USN", "ubuntu"),
          Map.entry("LSN", "ubuntu"),
          Map.entry("UBUNTU", "ubuntu"),
          Map.entry("ALPINE", "alpine"),
          Map.entry("SUSE", "suse"),
          Map.entry("openSUSE", "suse"),
          Map.entry("OESA", "openeuler"),
          Map.entry("MGASA", "mageia"),
          Map.entry("CGA", "chainguard"),
          Map.entry("MINI", "minimos"),
          Map.entry("ECHO", "echo"),
          Map.entry("RSEC", "r"),
          Map.entry("HSEC", "haskell"),
          Map.entry("EEF", "erlang"),
          Map.entry("OSV", "osv"),
          Map.entry("PSF", "python"),
          Map.entry("NSWG", "nodejs-security-wg"),
          Map.entry("RUBYSEC", "rubysec"),
          Map.entry("CURL", "curl"),
          Map.entry("BREAKWATER", "breakwater"));

  private Providers() {}

  /** The provider of an id, or {@code otherwise}. */
  public static String ofId(String id, String otherwise) {
    int dash = id.indexOf('-');
    return dash < 0 ? otherwise : BY_PREFIX.getOrDefault(id.substring(0, dash), otherwise);
  }
}
