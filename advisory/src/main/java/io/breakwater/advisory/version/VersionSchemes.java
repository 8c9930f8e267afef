package io.breakwater.advisory.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every version scheme, by name. A new scheme is one file and one line here. */
public final class VersionSchemes {
  private static final Map<String, VersionScheme> BY_NAME = new TreeMap<>();

  static {
    register(new DebScheme(), "debian", "ubuntu", "dpkg");
    register(new RpmScheme(), "redhat");
    register(new ApkScheme(), "alpine");
    register(new SemverScheme("semver"));
    register(new NpmScheme(), "node", "javascript");
    register(new MavenScheme(), "java");
    register(new PypiScheme(), "python", "pep440");
    register(new GolangScheme(), "go");
    register(new GemScheme(), "rubygems", "ruby");
    register(new ComposerScheme(), "packagist", "php");
    register(new NugetScheme(), "dotnet");
    register(new CargoScheme(), "crates.io", "rust");
    register(new AlpmScheme(), "arch", "pacman");
    register(new SemverScheme("hex"));
    register(new SemverScheme("swift"), "swifturl");
    register(new PubScheme(), "dart");
    register(new NumberListScheme("cran", ".-", 2));
    register(new NumberListScheme("hackage", ".", 1), "haskell");
    register(new NumberListScheme("intdot", ".", 1));
    register(new ConanScheme());
    register(new EbuildScheme(), "gentoo", "portage");
    register(new BitnamiScheme());
    register(new SemverScheme("githubactions"), "github actions", "github");
    register(new DateScheme(), "datetime");
    register(new GenericScheme("generic"));
    register(new GenericScheme("openssl"));
  }

  private VersionSchemes() {}

  private static void register(VersionScheme scheme, String... aliases) {
    BY_NAME.put(scheme.name(), scheme);
    for (String alias : List.of(aliases)) {
      BY_NAME.put(alias, scheme);
    }
  }

  /**
   * Finds a scheme by its name or by another usual name of its ecosystem ({@code debian}, {@code
   * alpine}, {@code redhat}, {@code go}, {@code rubygems}, {@code packagist}), in any case.
   */
  public static Optional<VersionScheme> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The schemes' own names, sorted. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(VersionScheme::name).distinct().sorted().toList();
  }
}
