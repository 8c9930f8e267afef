package io.breakwater.inventory;

import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.util.List;
import java.util.Optional;

/**
 * A package as one file tells of it.
 *
 * @param purl the package URL; for packages of a distribution without the {@code distro} qualifier,
 *     which the merge adds
 * @param name the ecosystem's own full name: {@code group:artifact}, {@code @scope/name}
 * @param version as the ecosystem writes it, with epoch; empty when the file does not say
 * @param source the distribution's source package
 * @param licences SPDX expressions, or the package's own words
 * @param inner where in the file it is: empty for the file itself, {@code !/path} in an archive
 * @param says what in the file says so, such as {@code pom.properties says g:a:1.2}; may be empty
 */
public record FoundPackage(
    Purl purl,
    String name,
    String version,
    Optional<SourcePackage> source,
    List<String> licences,
    String inner,
    String says) {
  /** Copies the list and checks the name. */
  public FoundPackage {
    if (name.isEmpty()) throw new IllegalArgumentException("a package has a name");
    licences = List.copyOf(licences);
  }

  /** A package without source package, licences and inner path. */
  public static FoundPackage of(Purl purl, String name, String version, String says) {
    return new FoundPackage(purl, name, version, Optional.empty(), List.of(), "", says);
  }
}
