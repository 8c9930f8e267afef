package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.attached.ArtifactStore;
import io.breakwater.oci.internal.attached.AttachmentFinder;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageDocument;
import io.breakwater.oci.internal.layer.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The artifacts of an OCI layout: what its index lists. */
record LayoutArtifacts(OciLayout layout) implements ArtifactStore {
  private static final int MOST = 500;

  @Override
  public Optional<byte[]> manifest(String tagOrDigest) throws IOException {
    Optional<Digest> digest = AttachmentFinder.digest(tagOrDigest);
    if (digest.isEmpty()) {
      digest =
          layout.index().manifests().stream()
              .filter(m -> tagOrDigest.equals(m.annotations().get(Descriptor.REF_NAME)))
              .map(Descriptor::digest)
              .findFirst();
    }
    if (digest.isEmpty()) return Optional.empty();
    String path = OciLayout.path(digest.get());
    if (layout.files().file(path).isEmpty()) return Optional.empty();
    return Optional.of(layout.files().read(path, ImageDocument.MAX_SIZE));
  }

  @Override
  public byte[] blob(Digest digest, int limit) throws IOException {
    byte[] bytes = layout.files().read(OciLayout.path(digest), limit);
    Digest real = Hashing.of(bytes, digest);
    if (real.equals(digest)) return bytes;
    throw ProblemException.of(
        ProblemCode.DIGEST_MISMATCH, layout.subject(), "an attached document", digest, real);
  }

  @Override
  public List<Digest> referrers(Digest subject) throws IOException {
    var found = new ArrayList<Digest>();
    int looked = 0;
    for (Descriptor each : layout.index().manifests()) {
      if (looked++ == MOST) break;
      Optional<byte[]> bytes = manifest(each.digest().toString());
      if (bytes.isPresent() && names(bytes.get(), subject)) found.add(each.digest());
    }
    Optional<byte[]> index = manifest(subject.algorithm() + "-" + subject.hex());
    if (index.isPresent()) found.addAll(AttachmentFinder.listed(index.get()));
    return found;
  }

  private static boolean names(byte[] manifest, Digest subject) {
    try {
      String named = Json.parseObject(manifest).object("subject").text("digest");
      return named.equals(subject.toString());
    } catch (InvalidJsonException _) {
      return false;
    }
  }
}
