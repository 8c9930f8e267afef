package io.breakwater.inventory.internal.text;

/** What can be the name of a package. */
public final class Names {
  private Names() {}

  /** Whether a text names anything: a package URL has no name where there are only slashes. */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) != '/') return true;
    return false;
  }
}
