package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.internal.Coordinates;

/** How Python writes the names of distributions. */
public final class PythonNames {
  private PythonNames() {}

  /** The one spelling of a name: lower case, one dash for any run of dashes, dots, underscores. */
  public static String normal(String name) {
    var out = new StringBuilder(name.length());
    boolean dash = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separator = c == '-' || c == '_' || c == '.';
      if (separator && dash) continue;
      dash = separator;
      out.append(separator ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return out.toString();
  }

  /** The coordinates of a distribution, which keeps its own spelling as full name. */
  public static Coordinates coordinates(String name, String version) {
    return new Coordinates("pypi", "", normal(name), version, name);
  }

  /** Whether a character may stand in a name. */
  static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
