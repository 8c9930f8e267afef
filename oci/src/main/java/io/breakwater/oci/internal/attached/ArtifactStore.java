package io.breakwater.oci.internal.attached;

import io.breakwater.model.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A repository of artifacts: of a registry, or an OCI layout. */
public interface ArtifactStore {
  /** A manifest or index by tag or digest; whoever asks by digest checks it. */
  Optional<byte[]> manifest(String tagOrDigest) throws IOException;

  /** A blob whose digest is checked. */
  byte[] blob(Digest digest, int limit) throws IOException;

  /** The digests of the manifests that name this one as their subject. */
  List<Digest> referrers(Digest subject) throws IOException;
}
