package io.breakwater.inventory.internal.java;

import io.breakwater.oci.Content;
import io.breakwater.oci.zip.NameFilter;
import io.breakwater.oci.zip.ZipArchive;
import io.breakwater.oci.zip.ZipBudget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The package that all classes of an archive lie in: the last hint at who made it. */
final class ClassPackages implements NameFilter {
  private byte[] common = new byte[0];
  private boolean any;

  private ClassPackages() {}

  /** The longest common package, dotted; empty when there is none or it cannot be read. */
  static String common(Content content, ZipBudget budget) {
    var packages = new ClassPackages();
    try {
      ZipArchive.open(content, budget, packages);
    } catch (IOException unreadable) {
      return ""; // it was read once already, so only the budget can be spent
    }
    return new String(packages.common, StandardCharsets.UTF_8).replace('/', '.');
  }

  @Override
  public boolean accepts(byte[] bytes, int offset, int length) {
    if (!NameFilter.endsWith(bytes, offset, length, ".class")) return false;
    int folder = length;
    while (folder > 0 && bytes[offset + folder - 1] != '/') folder--;
    folder--; // without the slash; -1 for a class without a package
    if (folder <= 0 || NameFilter.startsWith(bytes, offset, length, "meta-inf/")) return false;
    if (!any) {
      any = true;
      common = java.util.Arrays.copyOfRange(bytes, offset, offset + folder);
      return false;
    }
    int same = 0;
    while (same < common.length && same < folder && common[same] == bytes[offset + same]) same++;
    boolean whole =
        (same == common.length || common[same] == '/')
            && (same == folder || bytes[offset + same] == '/');
    if (!whole) while (same > 0 && common[same - 1] != '/') same--;
    if (!whole && same > 0) same--;
    if (same < common.length) common = java.util.Arrays.copyOf(common, same);
    return false;
  }
}
