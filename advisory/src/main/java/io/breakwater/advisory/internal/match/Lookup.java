package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.Ecosystems;

/**
 * A name under which a feed may speak about an installed package.
 *
 * @param ecosystem as OSV names it
 * @param name in the spelling of the database's index
 * @param version the version that is installed, of the package that has this name
 * @param stream the module stream that it was built for, such as {@code nodejs:18}; may be empty
 */
record Lookup(String ecosystem, String name, String version, String stream) {
  static Lookup of(String ecosystem, String name, String version, String stream) {
    return new Lookup(ecosystem, Ecosystems.foldName(ecosystem, name), version, stream);
  }

  // Written out, as the JVM makes a record's own ones anew in each process, for 20 ms.
  @Override
  public boolean equals(Object other) {
    return other instanceof Lookup lookup
        && lookup.name.equals(name)
        && lookup.version.equals(version)
        && lookup.ecosystem.equals(ecosystem)
        && lookup.stream.equals(stream);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + version.hashCode()) + ecosystem.hashCode();
  }
}
