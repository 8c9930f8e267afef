package io.breakwater.inventory.sbom;

import io.breakwater.model.Digest;
import io.breakwater.model.Location;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that an SBOM speaks of.
 *
 * @param ref names it within the document; never empty
 * @param kind what it is
 * @param purl its package URL, where it has a valid one
 * @param name as its ecosystem writes it in full; as the document writes it where nothing tells the
 *     ecosystem
 * @param version may be empty
 * @param licences SPDX expressions, or other words; all of them hold
 * @param hashes of the package's archive
 * @param cpes CPE names
 * @param dependsOn refs of what it needs
 * @param scope what it is needed for
 * @param source the distribution's source package
 * @param locations where it was found; may be empty
 * @param properties everything else that is kept, in the document's order; a name may repeat
 */
public record SbomComponent(
    String ref,
    Kind kind,
    Optional<Purl> purl,
    String name,
    String version,
    List<String> licences,
    List<Digest> hashes,
    List<String> cpes,
    List<String> dependsOn,
    Scope scope,
    Optional<SourcePackage> source,
    List<Location> locations,
    List<Property> properties) {

  /** Copies the lists. */
  public SbomComponent {
    if (ref.isEmpty()) throw new IllegalArgumentException("a component has a ref");
    licences = List.copyOf(licences);
    hashes = List.copyOf(hashes);
    cpes = List.copyOf(cpes);
    dependsOn = List.copyOf(dependsOn);
    locations = List.copyOf(locations);
    properties = List.copyOf(properties);
  }

  /** A fact that has no member of its own in the formats. */
  public record Property(String name, String value) {}

  /** What a component is, in the words of CycloneDX. */
  public enum Kind {
    APPLICATION,
    FRAMEWORK,
    LIBRARY,
    CONTAINER,
    PLATFORM,
    OPERATING_SYSTEM,
    DEVICE,
    DEVICE_DRIVER,
    FIRMWARE,
    FILE,
    MACHINE_LEARNING_MODEL,
    DATA,
    CRYPTOGRAPHIC_ASSET;

    /** The word in CycloneDX documents. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The value of the first property of a name; empty text when there is none. */
  public String property(String named) {
    for (Property property : properties) {
      if (property.name().equals(named)) return property.value();
    }
    return "";
  }

  /** Whether it is there or only asked for; who does not say means the former. */
  public Presence presence() {
    return property(Names.PRESENCE).equals(Presence.DECLARED.id())
        ? Presence.DECLARED
        : Presence.INSTALLED;
  }
}
