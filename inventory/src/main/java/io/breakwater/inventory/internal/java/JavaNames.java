package io.breakwater.inventory.internal.java;

import static io.breakwater.inventory.internal.Paths.endsWithIgnoreCase;

import io.breakwater.oci.Head;
import io.breakwater.oci.zip.NameFilter;

/** The names by which Java archives, and what matters in them, are known. */
final class JavaNames {
  private static final String MANIFEST = "meta-inf/manifest.mf";
  private static final byte[] MAVEN = {'M', 'E', 'T', 'A', '-', 'I', 'N', 'F', '/', 'm'};

  /** No file system has longer paths. */
  private static final int LONGEST = 4_096;

  /** Where build tools put the SBOM of what they built. */
  private static final String SBOMS = "META-INF/sbom/";

  private JavaNames() {}

  /** Whether a file is a Java archive, or a ZIP archive that may hold some. */
  static boolean isArchive(String path, Head head) {
    int length = path.length();
    if (length < 5) return false;
    return switch (path.charAt(length - 1)) {
      case 'r', 'R' ->
          path.charAt(length - 4) == '.'
              && (isNestable(path) || (endsWithIgnoreCase(path, ".rar") && isZip(head)));
      case 'i', 'I' -> isNestable(path);
      case 'g', 'G' -> endsWithIgnoreCase(path, ".lpkg");
      case 'p', 'P' -> endsWithIgnoreCase(path, ".zip") && isZip(head);
      default -> false;
    };
  }

  private static boolean isZip(Head head) {
    return head.startsWith('P', 'K', 3, 4);
  }

  /** Whether a name is one of the kinds of archives that lie in one another. */
  static boolean isNestable(String name) {
    return endsWithIgnoreCase(name, ".jar")
        || endsWithIgnoreCase(name, ".war")
        || endsWithIgnoreCase(name, ".ear")
        || endsWithIgnoreCase(name, ".par")
        || endsWithIgnoreCase(name, ".sar")
        || endsWithIgnoreCase(name, ".nar")
        || endsWithIgnoreCase(name, ".kar")
        || endsWithIgnoreCase(name, ".jpi")
        || endsWithIgnoreCase(name, ".hpi")
        || endsWithIgnoreCase(name, ".lpkg");
  }

  /** Whether a file is an archive of its own kind and no mere wrapper of others. */
  static boolean isOwnKind(String name) {
    return isNestable(name) || endsWithIgnoreCase(name, ".rar");
  }

  /** Whether a member of an archive matters. */
  static boolean matters(byte[] bytes, int offset, int length) {
    if (length < 5 || length > LONGEST) return false;
    return switch (bytes[offset + length - 1]) {
      case 'r', 'R' -> {
        if (bytes[offset + length - 4] != '.') yield false;
        int kind = bytes[offset + length - 3] | 0x20;
        yield (bytes[offset + length - 2] | 0x20) == 'a'
            && (kind == 'j'
                || kind == 'w'
                || kind == 'e'
                || kind == 'p'
                || kind == 's'
                || kind == 'n'
                || kind == 'k');
      }
      case 'i', 'I' ->
          NameFilter.endsWith(bytes, offset, length, ".jpi")
              || NameFilter.endsWith(bytes, offset, length, ".hpi");
      case 'g' -> NameFilter.endsWith(bytes, offset, length, ".lpkg");
      case 's' ->
          Fingerprints.mayBe(bytes, offset, length)
              || (NameFilter.endsWith(bytes, offset, length, "/pom.properties")
                  && isOfMaven(bytes, offset, length));
      case 'l' ->
          NameFilter.endsWith(bytes, offset, length, "/pom.xml")
              && isOfMaven(bytes, offset, length);
      case 'n' ->
          NameFilter.endsWith(bytes, offset, length, ".json") && isSbom(bytes, offset, length);
      case 'f', 'F' ->
          length == MANIFEST.length() && NameFilter.endsWith(bytes, offset, length, MANIFEST);
      default -> false;
    };
  }

  /** Whether a member's name is that of an SBOM of the archive. */
  static boolean isSbom(String name) {
    return name.startsWith(SBOMS) && name.endsWith(".json");
  }

  private static boolean isSbom(byte[] bytes, int offset, int length) {
    if (length <= SBOMS.length()) return false;
    for (int i = 0; i < SBOMS.length(); i++) {
      if (bytes[offset + i] != SBOMS.charAt(i)) return false;
    }
    return true;
  }

  /** Whether META-INF/maven is on the way. */
  private static boolean isOfMaven(byte[] bytes, int offset, int length) {
    for (int at = offset; at + MAVEN.length < offset + length; at++) {
      int i = 0;
      while (i < MAVEN.length && bytes[at + i] == MAVEN[i]) i++;
      if (i == MAVEN.length) return true;
    }
    return false;
  }
}
