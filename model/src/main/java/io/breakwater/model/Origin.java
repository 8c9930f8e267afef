package io.breakwater.model;

import java.util.Locale;

/** Who brought something into an image: two different jobs for two different people. */
public enum Origin {
  /** The base image: its maintainers fix it, and a newer base removes it. */
  BASE,
  /** The layers built on top of the base: the image's own author fixes it. */
  OWN,
  /** The base image is not known. */
  UNKNOWN;

  /** The name as documents write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
