package io.breakwater.advisory.vex;

/** A form of VEX documents. */
public enum VexFormat {
  OPENVEX("OpenVEX"),
  CSAF("CSAF"),
  CYCLONEDX("CycloneDX");

  private final String title;

  VexFormat(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }
}
