package io.breakwater.oci;

import io.breakwater.model.Digest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody attached to an image: as a referrer of OCI 1.1, by a tag of cosign's, or
 * by BuildKit beside the image in its index. Nobody has checked who it was.
 *
 * @param digest of the manifest that attaches it
 * @param kind how it is attached: {@code referrer}, {@code tag} or {@code index}
 * @param type the media type of the document, or the predicate type of an attestation where it is
 *     told; may be empty
 * @param size of the document in bytes, as its manifest promises
 * @param content the document, its digest checked; empty when nobody wanted it or it is too large
 */
public record Attachment(
    Digest digest, String kind, String type, long size, Optional<byte[]> content) {

  // Written out, as a record would compare arrays by identity.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attachment that
        && digest.equals(that.digest)
        && kind.equals(that.kind)
        && type.equals(that.type)
        && size == that.size
        && Arrays.equals(content.orElse(null), that.content.orElse(null));
  }

  @Override
  public int hashCode() {
    return 31 * digest.hashCode() + type.hashCode();
  }
}
