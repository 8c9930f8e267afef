package io.breakwater.oci;

import java.io.IOException;
import java.util.Optional;

/** A kind of place that keeps images. One file each, registered in {@link ImageSources}. */
interface ImageSource {
  /** The word before the colon in {@code docker-archive:FILE}. */
  String scheme();

  /** Whether a bare name, without a scheme, is also looked up here. */
  boolean takesBareNames();

  /**
   * Opens an image.
   *
   * @param rest the reference without the scheme
   * @return empty when this place is not on this machine or does not have the image
   * @throws io.breakwater.model.ProblemException when it has the image and cannot read it
   */
  Optional<Image> open(String rest, OpenOptions options) throws IOException;
}
