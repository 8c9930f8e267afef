package io.breakwater.inventory.sbom;

import java.util.Optional;

/** The forms that SBOMs are written in. */
public enum SbomFormat {
  /** CycloneDX 1.6 as JSON. */
  CYCLONEDX("cyclonedx"),
  /** SPDX 2.3 as JSON. */
  SPDX("spdx");

  private final String id;

  SbomFormat(String id) {
    this.id = id;
  }

  /** The word in options. */
  public String id() {
    return id;
  }

  /** The format that an option's word means. */
  public static Optional<SbomFormat> parse(String word) {
    for (SbomFormat format : values()) if (format.id.equals(word)) return Optional.of(format);
    return Optional.empty();
  }
}
