package io.breakwater.inspect.internal.exposure;

/** What a program is called without the version and the machine in its file's name. */
final class ProgramNames {
  private ProgramNames() {}

  /** Such as {@code gcc} for {@code /usr/bin/x86_64-linux-gnu-gcc-12}. */
  static String plain(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int triplet = name.indexOf("-linux-");
    if (triplet > 0) {
      int dash = name.indexOf('-', triplet + "-linux-".length());
      if (dash > 0 && dash + 1 < name.length()) name = name.substring(dash + 1);
    }
    for (String variant : new String[] {".openbsd", ".traditional", ".basic", ".tiny", ".static"}) {
      if (name.endsWith(variant)) return name.substring(0, name.length() - variant.length());
    }
    int end = name.length();
    while (end > 0 && (isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) end--;
    if (end > 0 && end < name.length() && name.charAt(end - 1) == '-') end--;
    String shorter = name.substring(0, end);
    boolean versioned = end > 1 && !Programs.isKnown(name) && Programs.isKnown(shorter);
    return versioned ? shorter : name;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
