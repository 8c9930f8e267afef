package io.breakwater.oci;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Finds what is attached to images, in registries and OCI layouts. */
public final class Attachments {
  private Attachments() {}

  /**
   * What is attached to an image.
   *
   * @param reference {@code registry:NAME}, {@code oci:DIR}, or a bare name in a registry
   * @param wanted the types of documents to fetch
   * @param largest the most bytes to fetch of each
   * @throws ProblemException when there is no such image, it cannot be read, or its place keeps no
   *     attachments
   */
  public static List<Attachment> of(
      String reference, OpenOptions options, Predicate<String> wanted, int largest)
      throws IOException {
    String layout = "oci:";
    if (reference.startsWith(layout)) {
      return OciLayoutSource.attachments(
          reference.substring(layout.length()), options, wanted, largest);
    }
    String registry = "registry:";
    String name =
        reference.startsWith(registry) ? reference.substring(registry.length()) : reference;
    return new RegistrySource()
        .attachments(name, options, wanted, largest)
        .orElseThrow(() -> ProblemException.of(ProblemCode.IMAGE_NOT_FOUND, name, "registry"));
  }
}
