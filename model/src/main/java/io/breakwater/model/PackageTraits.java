package io.breakwater.model;

import java.util.List;

/**
 * What is known of a package beyond its identity.
 *
 * @param presence whether it is there or only asked for
 * @param scope what it is needed for
 * @param dependsOn the packages that it needs: of a {@link Component} the ids of components, in
 *     order and without doubles; of a package as a file tells of it {@code name@version} or {@code
 *     name}
 * @param hashes of the package's archive as its ecosystem publishes it, where the file tells them
 * @param cpes CPE 2.3 names, for software that no package manager knows
 */
public record PackageTraits(
    Presence presence,
    Scope scope,
    List<String> dependsOn,
    List<Digest> hashes,
    List<String> cpes) {
  /** An installed package, needed to run, of which nothing more is known. */
  public static final PackageTraits INSTALLED = of(Presence.INSTALLED, Scope.REQUIRED);

  /** A declared package, needed to run, of which nothing more is known. */
  public static final PackageTraits DECLARED = of(Presence.DECLARED, Scope.REQUIRED);

  /** Copies the lists. */
  public PackageTraits {
    dependsOn = List.copyOf(dependsOn);
    hashes = List.copyOf(hashes);
    cpes = List.copyOf(cpes);
  }

  /** Without dependencies, hashes and CPE names. */
  public static PackageTraits of(Presence presence, Scope scope) {
    return new PackageTraits(presence, scope, List.of(), List.of(), List.of());
  }

  /** The same with another presence. */
  public PackageTraits with(Presence other) {
    return new PackageTraits(other, scope, dependsOn, hashes, cpes);
  }

  /** The same with another scope. */
  public PackageTraits with(Scope other) {
    return new PackageTraits(presence, other, dependsOn, hashes, cpes);
  }

  /** The same with other dependencies. */
  public PackageTraits dependingOn(List<String> others) {
    return new PackageTraits(presence, scope, others, hashes, cpes);
  }

  /** The same with other hashes. */
  public PackageTraits hashed(List<Digest> others) {
    return new PackageTraits(presence, scope, dependsOn, others, cpes);
  }

  /** The same with other CPE names. */
  public PackageTraits named(List<String> others) {
    return new PackageTraits(presence, scope, dependsOn, hashes, others);
  }
}
