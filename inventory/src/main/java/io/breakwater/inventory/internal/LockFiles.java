package io.breakwater.inventory.internal;

import io.breakwater.oci.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What all readers of lock files and manifests share. */
public final class LockFiles {
  /** The largest that are read: those of the largest repositories have a third of it. */
  public static final int MAX_SIZE = 64 << 20;

  private LockFiles() {}

  /**
   * Whether a file of this name is a project's own. One that lies inside an installed package tells
   * what its author had, which nobody installed.
   */
  public static boolean is(String path, String fileName) {
    return path.endsWith(fileName) && Paths.isNamed(path, fileName) && !isInPackage(path);
  }

  /** Whether a path leads into a folder where a package manager puts packages. */
  public static boolean isInPackage(String path) {
    return path.contains("node_modules/")
        || path.contains("site-packages/")
        || path.contains("/pkg/mod/")
        || path.contains("/registry/src/");
  }

  /** Whether a path leads into a folder of sources that were copied from others. */
  public static boolean isVendored(String path) {
    return path.startsWith("vendor/") || path.contains("/vendor/");
  }

  /** All of a file as text. */
  public static String text(Content content) throws IOException {
    return new String(content.readAll(MAX_SIZE), StandardCharsets.UTF_8);
  }
}
