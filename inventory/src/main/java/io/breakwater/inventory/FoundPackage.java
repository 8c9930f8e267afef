package io.breakwater.inventory;

import io.breakwater.model.PackageTraits;
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
 * @param line the line of the file that says so, from 1; 0 where lines say nothing
 * @param says what in the file says so, such as {@code pom.properties says g:a:1.2}; may be empty
 * @param traits what else is known of it; dependencies are names of packages of the same file, or
 *     of the same type in the image, as {@code name@version} or {@code name}; several with {@code
 *     |} between them stand for the first of them that is there
 * @param provides further names that others of its type may depend on it by; for databases that
 *     keep a file for each package, as no file alone can tell who is meant
 */
public record FoundPackage(
    Purl purl,
    String name,
    String version,
    Optional<SourcePackage> source,
    List<String> licences,
    String inner,
    int line,
    String says,
    PackageTraits traits,
    List<String> provides) {
  /** Copies the lists and checks the name. */
  public FoundPackage {
    if (name.isEmpty()) throw new IllegalArgumentException("a package has a name");
    licences = List.copyOf(licences);
    provides = List.copyOf(provides);
  }

  /** A package that others know by its name alone. */
  public FoundPackage(
      Purl purl,
      String name,
      String version,
      Optional<SourcePackage> source,
      List<String> licences,
      String inner,
      int line,
      String says,
      PackageTraits traits) {
    this(purl, name, version, source, licences, inner, line, says, traits, List.of());
  }

  /** An installed package of which nothing more is known. */
  public FoundPackage(
      Purl purl,
      String name,
      String version,
      Optional<SourcePackage> source,
      List<String> licences,
      String inner,
      String says) {
    this(purl, name, version, source, licences, inner, 0, says, PackageTraits.INSTALLED);
  }

  /** An installed package without source package, licences and inner path. */
  public static FoundPackage of(Purl purl, String name, String version, String says) {
    return new FoundPackage(purl, name, version, Optional.empty(), List.of(), "", says);
  }

  /** A package that a lock file or manifest names. */
  public static FoundPackage declared(Purl purl, String name, String version) {
    return of(purl, name, version, "").with(PackageTraits.DECLARED);
  }

  /** The same with other traits. */
  public FoundPackage with(PackageTraits others) {
    return new FoundPackage(
        purl, name, version, source, licences, inner, line, says, others, provides);
  }

  /** The same with other licences. */
  public FoundPackage licensed(List<String> others) {
    return new FoundPackage(
        purl, name, version, source, others, inner, line, says, traits, provides);
  }

  /** The same at a line of the file. */
  public FoundPackage at(int where) {
    return new FoundPackage(
        purl, name, version, source, licences, inner, where, says, traits, provides);
  }

  /** The same with further names that others may depend on it by. */
  public FoundPackage providing(List<String> names) {
    return new FoundPackage(
        purl, name, version, source, licences, inner, line, says, traits, names);
  }
}
