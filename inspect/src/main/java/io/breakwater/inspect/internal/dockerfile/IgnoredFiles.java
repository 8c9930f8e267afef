package io.breakwater.inspect.internal.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code .dockerignore} leaves out of a build; the last pattern that fits a path decides.
 *
 * @param patterns in the order of the file
 */
record IgnoredFiles(List<Pattern> patterns) {
  static final IgnoredFiles NONE = new IgnoredFiles(List.of());
  private static final int MAX_PATTERNS = 2000;

  /** A pattern by its parts, and whether it brings files back. */
  record Pattern(List<String> parts, boolean back) {}

  static IgnoredFiles parse(String text) {
    var patterns = new ArrayList<Pattern>();
    for (String line : text.split("\n", -1)) {
      String pattern = line.strip();
      if (pattern.isEmpty() || pattern.startsWith("#")) continue;
      if (patterns.size() == MAX_PATTERNS) break;
      boolean back = pattern.startsWith("!");
      patterns.add(new Pattern(parts(back ? pattern.substring(1) : pattern), back));
    }
    return new IgnoredFiles(List.copyOf(patterns));
  }

  /** Whether a path of the context does not reach the builder. */
  boolean contains(String path) {
    List<String> parts = parts(path);
    boolean ignored = false;
    for (Pattern each : patterns) {
      if (ignored == each.back() && fitsAny(each.parts(), parts)) ignored = !each.back();
    }
    return ignored;
  }

  /** Whether a pattern brings something below a path back. */
  boolean bringsBack(String path) {
    String prefix = String.join("/", parts(path)) + "/";
    for (Pattern each : patterns) {
      if (each.back() && (String.join("/", each.parts()) + "/").startsWith(prefix)) return true;
    }
    return false;
  }

  private static List<String> parts(String path) {
    var parts = new ArrayList<String>();
    for (String part : path.strip().split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) parts.add(part);
    }
    return parts;
  }

  /** A pattern that fits a folder fits all that is in it. */
  private static boolean fitsAny(List<String> pattern, List<String> path) {
    for (int length = 1; length <= path.size() && length <= 64; length++) {
      if (fits(pattern, path.subList(0, length))) return true;
    }
    return false;
  }

  private static boolean fits(List<String> pattern, List<String> path) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < path.size()) {
      if (p < pattern.size() && pattern.get(p).equals("**")) {
        star = p++;
        mark = t;
      } else if (p < pattern.size() && Glob.matches(path.get(t), pattern.get(p))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.size() && pattern.get(p).equals("**")) p++;
    return p == pattern.size();
  }
}
