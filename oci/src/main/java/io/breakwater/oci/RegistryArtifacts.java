package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.oci.internal.attached.ArtifactStore;
import io.breakwater.oci.internal.attached.AttachmentFinder;
import io.breakwater.oci.internal.registry.RegistryRepository;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The artifacts of a repository; without the referrers API by the tag that stands in for it. */
record RegistryArtifacts(RegistryRepository repository) implements ArtifactStore {
  @Override
  public Optional<byte[]> manifest(String tagOrDigest) throws IOException {
    return repository.manifest(tagOrDigest).map(RegistryRepository.Manifest::bytes);
  }

  @Override
  public byte[] blob(Digest digest, int limit) throws IOException {
    return repository.smallBlob(digest, limit);
  }

  @Override
  public List<Digest> referrers(Digest subject) throws IOException {
    Optional<byte[]> answer = repository.referrers(subject);
    if (answer.isPresent()) {
      try {
        return AttachmentFinder.listed(answer.get());
      } catch (InvalidJsonException _) {
        // a registry that answers anything with a page: as good as one without the API
      }
    }
    Optional<byte[]> index = manifest(subject.algorithm() + "-" + subject.hex());
    return index.isPresent() ? AttachmentFinder.listed(index.get()) : List.of();
  }
}
