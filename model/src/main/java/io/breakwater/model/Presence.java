package io.breakwater.model;

import java.util.Locale;

/** Whether a package is there, or only asked for. */
public enum Presence {
  /** The package itself lies in the image. */
  INSTALLED,

  /**
   * A lock file or manifest names it. Whether it was installed, and whether it still is, the file
   * does not say.
   */
  DECLARED;

  /** The word in documents: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
