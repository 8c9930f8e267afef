package io.breakwater.model;

import java.util.List;
import java.util.Optional;

/**
 * A package that is installed in an image, or declared by a file in it.
 *
 * @param id unique within a report and stable between reports of the same image
 * @param purl the package URL; its type is the component's type
 * @param name the ecosystem's own full name, such as {@code group:artifact} for Maven or {@code
 *     @scope/name} for npm
 * @param version the installed version as the ecosystem writes it, with epoch; may be empty where
 *     the package does not say
 * @param locations every place it was found at, the first being the one that brought it; never
 *     empty
 * @param source the source package, for packages of a distribution that has such
 * @param licences SPDX expressions or, where the package has none, its own words; may be empty
 * @param ownedBy the id of the operating system's package that installed this language package
 * @param introducedIn the layer that first brought it
 * @param origin whether base image or own layers brought it
 * @param evidence what it was recognised by; may be empty
 * @param traits whether it is installed, what it is needed for, what it needs
 */
public record Component(
    String id,
    Purl purl,
    String name,
    String version,
    List<Location> locations,
    Optional<SourcePackage> source,
    List<String> licences,
    Optional<String> ownedBy,
    Optional<Introduction> introducedIn,
    Origin origin,
    List<Evidence> evidence,
    PackageTraits traits) {

  /** Copies the lists. */
  public Component {
    if (id.isEmpty()) throw new IllegalArgumentException("a component has an id");
    if (locations.isEmpty()) throw new IllegalArgumentException("a component lies somewhere");
    locations = List.copyOf(locations);
    licences = List.copyOf(licences);
    evidence = List.copyOf(evidence);
  }

  /** The purl type, such as {@code deb} or {@code npm}. */
  public String type() {
    return purl.type();
  }

  /** The same with other dependencies, which are ids. */
  public Component dependingOn(List<String> others) {
    return with(traits.dependingOn(others));
  }

  /** The same with other traits. */
  public Component with(PackageTraits others) {
    return new Component(
        id,
        purl,
        name,
        version,
        locations,
        source,
        licences,
        ownedBy,
        introducedIn,
        origin,
        evidence,
        others);
  }

  /**
   * The layer that first brought a component.
   *
   * @param layer the layer's diffID
   * @param instruction the instruction that made the layer, as the image's history tells it; may be
   *     empty
   */
  public record Introduction(Digest layer, String instruction) {}
}
