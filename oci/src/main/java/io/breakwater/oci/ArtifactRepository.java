package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.registry.RegistryClient;
import io.breakwater.oci.internal.registry.RegistryRepository;
import io.breakwater.oci.internal.settings.RegistryPlaces;
import io.breakwater.oci.internal.settings.RegistrySettings;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A repository of a registry in which things that are no images are stored and found: reached,
 * trusted and logged in to as for images, but never by a mirror.
 */
public final class ArtifactRepository implements Closeable {
  private final ImageReference reference;
  private final RegistryClient client;
  private final RegistryRepository repository;

  private ArtifactRepository(
      ImageReference reference, RegistryClient client, RegistryRepository repository) {
    this.reference = reference;
    this.client = client;
    this.repository = repository;
  }

  /**
   * The repository that a reference names. Nothing is asked yet.
   *
   * @throws ProblemException when it is no reference, or the network is forbidden
   */
  public static ArtifactRepository open(String name, OpenOptions options) throws IOException {
    if (options.offline()) throw ProblemException.of(ProblemCode.NETWORK_FORBIDDEN, name);
    var surroundings = Surroundings.of(options.environment());
    RegistryPlaces places = new RegistrySettings(surroundings).places(name);
    ImageReference reference;
    List<RegistryPlaces.Place> all;
    try {
      reference = ImageReference.parse(name);
      all = places.places(reference);
    } catch (InvalidReferenceException invalid) {
      throw new ProblemException(
          Problem.of(ProblemCode.FORMAT_UNKNOWN, name, String.valueOf(invalid.getMessage())),
          invalid);
    }
    if (all.isEmpty()) {
      throw ProblemException.of(ProblemCode.REGISTRY_BLOCKED, name, reference.registry());
    }
    var client = RegistryClient.of(options, surroundings);
    return new ArtifactRepository(
        reference, client, client.repository(reference.familiar(), all.getLast()));
  }

  /** The digest or tag that the reference names. */
  public String version() {
    return RegistryPlaces.version(reference);
  }

  /** Registry and repository, without a tag. */
  public String name() {
    return reference.registry() + "/" + reference.repository();
  }

  /**
   * A manifest and its digest.
   *
   * @param bytes as stored
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from one reader to the next
  public record Manifest(byte[] bytes, Digest digest) {}

  /** The manifest of a tag or digest, its digest checked. */
  public Optional<Manifest> manifest(String tagOrDigest) throws IOException {
    return repository.manifest(tagOrDigest).map(m -> new Manifest(m.bytes(), m.digest()));
  }

  /** A blob, its digest not checked. */
  public InputStream blob(Digest digest, long size) throws IOException {
    return repository.blob(digest, size);
  }

  /** A small blob, its digest checked. */
  public byte[] smallBlob(Digest digest, int limit) throws IOException {
    return repository.smallBlob(digest, limit);
  }

  /** Stores a file as a blob. */
  public void push(Digest digest, Path file) throws IOException {
    repository.push(digest, new Http.Upload.OfFile("PUT", file));
  }

  /** Stores bytes as a blob. */
  public void push(Digest digest, byte[] bytes) throws IOException {
    repository.push(digest, new Http.Upload.Bytes("PUT", bytes));
  }

  /** Stores a manifest under a tag or its digest. */
  public void pushManifest(String tagOrDigest, String mediaType, byte[] bytes) throws IOException {
    repository.pushManifest(tagOrDigest, mediaType, bytes);
  }

  @Override
  public void close() {
    client.close();
  }
}
