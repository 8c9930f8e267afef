package io.breakwater.cli;

import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.inventory.sbom.UnreadableSbomException;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Attachment;
import io.breakwater.oci.Attachments;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SBOMs that are attached to images. Who attached them is not checked. */
final class Attached {
  private Attached() {}

  /** Everything that is attached to an image, with the content of what may be an SBOM. */
  static List<Attachment> list(Arguments arguments, Terminal terminal, String image)
      throws IOException {
    return Attachments.of(
        image,
        Images.options(arguments, terminal, ProgressListener.NONE),
        Attached::mayBeSbom,
        SbomReader.LARGEST);
  }

  /** An attestation does not always say what it is about before it is read. */
  private static boolean mayBeSbom(String type) {
    String word = type.toLowerCase(Locale.ROOT);
    for (String part : new String[] {"cyclonedx", "spdx", "syft", "in-toto", "dsse", "sigstore"}) {
      if (word.contains(part)) return true;
    }
    return false;
  }

  /** The SBOM in an attachment; empty when there is none. */
  static Optional<Sbom> sbom(Attachment attachment) {
    if (attachment.content().isEmpty()) return Optional.empty();
    try {
      return Optional.of(SbomReader.read(attachment.content().get()));
    } catch (UnreadableSbomException _) {
      return Optional.empty(); // provenance, a signature, a broken document
    }
  }

  /**
   * The first SBOM that is attached to an image.
   *
   * @throws ProblemException when none is
   */
  static Sbom first(Arguments arguments, Terminal terminal, String image) throws IOException {
    for (Attachment attachment : list(arguments, terminal, image)) {
      Optional<Sbom> sbom = sbom(attachment);
      if (sbom.isPresent()) return sbom.get();
    }
    throw ProblemException.of(
        ProblemCode.SBOM_UNREADABLE, image, "no SBOM is attached to this image");
  }
}
