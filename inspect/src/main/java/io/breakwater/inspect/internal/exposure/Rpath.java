package io.breakwater.inspect.internal.exposure;

import java.util.List;

/** Lists of directories with colons, as the loader and shells read them. */
final class Rpath {
  private static final List<String> SAFE =
      List.of("/usr/", "/lib/", "/lib64/", "$ORIGIN", "${ORIGIN}");

  private Rpath() {}

  /** Whether any entry needs a closer look. */
  static boolean notable(String list) {
    for (String entry : list.split(":", 64)) {
      if (SAFE.stream().noneMatch(entry::startsWith) && !entry.equals("/lib")) return true;
    }
    return false;
  }

  /** Whether an entry means another place in each working directory. */
  static boolean relative(String entry) {
    return !entry.startsWith("/") && !entry.startsWith("$");
  }

  /** Whether everybody may write there by design. */
  static boolean temporary(String entry) {
    return in(entry, "/tmp") || in(entry, "/var/tmp") || in(entry, "/dev/shm");
  }

  private static boolean in(String entry, String folder) {
    return entry.equals(folder) || entry.startsWith(folder + "/");
  }
}
