package io.breakwater.inventory;

/**
 * How much the analysers may still tell of a layer, so that no layer's facts take more memory than
 * a scan has. A hundred times what large layers have.
 */
final class FactBudget {
  private static final int PACKAGES = 300_000;
  private static final int PATHS = 4_000_000;
  private static final long CHARACTERS = 64_000_000;

  /** What a name costs in lists that may be long, beside its characters. */
  private static final int PER_NAME = 8;

  private int packages = PACKAGES;
  private int paths = PATHS;
  private long characters = CHARACTERS;

  /** Takes a package out of it. */
  void spend(FoundPackage pkg) {
    if (--packages < 0) throw new TooMuchException("packages", PACKAGES);
    long length = pkg.name().length();
    length += pkg.version().length() + pkg.inner().length();
    for (String licence : pkg.licences()) length += licence.length();
    for (String name : pkg.traits().dependsOn()) length += PER_NAME + name.length();
    for (String name : pkg.provides()) length += PER_NAME + name.length();
    spendCharacters(length + pkg.says().length());
  }

  /** Takes an owned path out of it. */
  void spendPath() {
    if (--paths < 0) throw new TooMuchException("owned paths", PATHS);
  }

  /** Takes other text out of it. */
  void spendCharacters(long count) {
    characters -= count;
    if (characters < 0) throw new TooMuchException("characters of facts", CHARACTERS);
  }

  /** More facts than any sound layer has. */
  static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String what, long most) {
      super("more than " + most + " " + what + " in a layer");
    }
  }
}
