package io.breakwater.advisory.internal.feed;

import io.breakwater.model.json.Json;
import java.util.Optional;

/** A distribution that publishes CSAF, and how it names its releases there. */
enum CsafPublisher {
  RED_HAT("redhat"),
  SUSE("suse"),
  OPEN_EULER("openeuler");

  private final String provider;

  CsafPublisher(String provider) {
    this.provider = provider;
  }

  String provider() {
    return provider;
  }

  /** The publisher of a document. */
  static Optional<CsafPublisher> of(Json.Obj document) {
    String name = document.object("publisher").text("name");
    if (name.startsWith("Red Hat")) return Optional.of(RED_HAT);
    if (name.startsWith("SUSE")) return Optional.of(SUSE);
    return name.startsWith("openEuler") ? Optional.of(OPEN_EULER) : Optional.empty();
  }

  /** The ecosystem of a release. */
  Optional<String> ecosystem(String product, String cpe) {
    return switch (this) {
      case RED_HAT -> RpmReleases.ofRedHatCpe(cpe);
      case SUSE -> RpmReleases.ofSuse(product);
      case OPEN_EULER -> openEuler(product);
    };
  }

  /** Of {@code openEuler-22.03-LTS-SP3}: {@code openEuler:22.03-LTS-SP3}. */
  static Optional<String> openEuler(String product) {
    boolean release = product.startsWith("openEuler-") && product.length() < 50;
    return release
        ? Optional.of("openEuler:" + product.substring("openEuler-".length()))
        : Optional.empty();
  }
}
