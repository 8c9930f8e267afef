package io.breakwater.inventory.internal.dotnet;

import java.util.Map;

/**
 * The version of the package that an assembly is of. Builds write it into the product's version,
 * with the commit behind a plus sign; the file's version often counts builds instead.
 */
final class AssemblyVersion {
  private AssemblyVersion() {}

  /** The version; empty when the words tell none that a package could have. */
  static String of(Map<String, String> words) {
    String product = words.getOrDefault("ProductVersion", "");
    // Microsoft's old build labs: both versions are dates there.
    if (product.contains("@BuiltBy") || product.contains("built by:")) return "";
    String version = clean(product);
    return version.isEmpty() ? clean(words.getOrDefault("FileVersion", "")) : version;
  }

  private static String clean(String text) {
    int end = 0;
    int numbers = 0;
    boolean nonzero = false;
    while (true) {
      int start = end;
      while (end < text.length() && isDigit(text.charAt(end))) {
        nonzero |= text.charAt(end) != '0';
        end++;
      }
      if (end == start || end - start > 9) return "";
      numbers++;
      if (numbers == 4 || end == text.length() || text.charAt(end) != '.') break;
      end++;
    }
    String version = text.substring(0, end);
    if (numbers < 2 || !nonzero) return "";
    if (numbers == 4 && !isOfPackage(version.substring(version.lastIndexOf('.') + 1))) {
      version = version.substring(0, version.lastIndexOf('.'));
    }
    int label = end;
    if (label < text.length() && text.charAt(label) == '-') {
      label++;
      while (label < text.length() && isLabel(text.charAt(label))) label++;
    }
    boolean ends = label == text.length() || "+ ,;(".indexOf(text.charAt(label)) >= 0;
    return ends && label != end + 1 ? version + text.substring(end, label) : "";
  }

  /** NuGet leaves a fourth number out that is zero; a large one counts builds. */
  private static boolean isOfPackage(String fourth) {
    int number = Integer.parseInt(fourth);
    return number > 0 && number < 1_000;
  }

  private static boolean isLabel(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
