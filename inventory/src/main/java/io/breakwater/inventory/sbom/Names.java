package io.breakwater.inventory.sbom;

/** The names of properties, our own and those of other tools that we know. */
final class Names {
  static final String OWN = "breakwater:";
  static final String NAME = OWN + "name";
  static final String LAYER = OWN + "layer";
  static final String ORIGIN = OWN + "origin";
  static final String PRESENCE = OWN + "presence";
  static final String SCOPE = OWN + "scope";
  static final String OWNED_BY = OWN + "ownedBy";
  static final String CONTAINED_IN = OWN + "containedIn";
  static final String SOURCE_NAME = OWN + "source:name";
  static final String SOURCE_VERSION = OWN + "source:version";
  static final String EVIDENCE = OWN + "evidence";
  static final String LOCATION = OWN + "location";
  static final String PURL = OWN + "purl";
  static final String KIND = OWN + "kind";
  static final String CPE = OWN + "cpe";
  static final String HASH = OWN + "hash";
  static final String CONFIG_DIGEST = OWN + "image:configDigest";
  static final String IMAGE_DIGEST = OWN + "image:digest";
  static final String PLATFORM = OWN + "image:platform";
  static final String IMAGE_LAYER = OWN + "image:layer:";

  static final String SYFT_CPE = "syft:cpe23";
  static final String TRIVY = "aquasecurity:trivy:";

  private Names() {}
}
