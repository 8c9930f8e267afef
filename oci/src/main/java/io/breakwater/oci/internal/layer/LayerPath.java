package io.breakwater.oci.internal.layer;

import java.util.ArrayDeque;

/**
 * A name of an archive as a path inside the root.
 *
 * @param path normalised as {@link io.breakwater.oci.FileEntry#path} wants it
 * @param outside whether the name led out of the root: {@code ..} at the root stays there, as a
 *     runtime that unpacks inside a root does it
 */
public record LayerPath(String path, boolean outside) {

  /** Normalises a name. Absolute names are those of the root; {@code /..} is the root itself. */
  public static LayerPath of(String name) {
    if (isNormal(name)) return new LayerPath(name, false);
    boolean absolute = name.startsWith("/");
    boolean outside = false;
    var parts = new ArrayDeque<String>();
    for (int from = 0; from <= name.length(); ) {
      int slash = name.indexOf('/', from);
      int to = slash < 0 ? name.length() : slash;
      String part = name.substring(from, to);
      from = to + 1;
      if (part.isEmpty() || part.equals(".")) continue;
      if (!part.equals("..")) {
        parts.addLast(part);
      } else if (parts.pollLast() == null) {
        outside |= !absolute;
      }
    }
    return new LayerPath(String.join("/", parts), outside);
  }

  /** Whether nothing is to be done: the case of nearly every name, told without allocating. */
  private static boolean isNormal(String name) {
    int partStart = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i < name.length() && name.charAt(i) != '/') continue;
      int length = i - partStart;
      boolean dots =
          length == 0
              || (name.charAt(partStart) == '.'
                  && (length == 1 || (length == 2 && name.charAt(partStart + 1) == '.')));
      if (dots) return false;
      partStart = i + 1;
    }
    return true;
  }
}
