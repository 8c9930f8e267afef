package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageDocument;
import io.breakwater.oci.internal.config.ImageResolver;
import io.breakwater.oci.internal.containers.ContainersStore;
import io.breakwater.oci.internal.containers.ContainersStore.StoredImageRecord;
import io.breakwater.oci.internal.containers.ContainersStore.StoredLayerRecord;
import io.breakwater.oci.internal.containers.StorageConf;
import io.breakwater.oci.internal.containers.StoreLocation;
import io.breakwater.oci.internal.containers.TarSplitStream;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.DirectoryLayer;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import io.breakwater.oci.internal.settings.RegistrySettings;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code podman:[[DRIVER@ROOT+RUNROOT]]NAME}, also {@code containers-storage:}: an image in the
 * store of podman, buildah or CRI-O, read where it lies.
 *
 * <p>Manifest and configuration are checked against their digests. A layer is put together from its
 * unpacked files and tar-split's notes to the archive that it was, and checked against its diffID;
 * the compressed blob is gone, so that the digest in the manifest is told and not checked. A layer
 * of the overlay driver without notes, as partial pulls leave it, is walked as a tree, and nothing
 * about it can be checked.
 */
final class PodmanSource implements ImageSource {
  private static final String FOUND_IN = "podman";

  private final String scheme;

  /**
   * @param scheme {@code podman}, which is also looked into for bare names, or another word for it
   */
  PodmanSource(String scheme) {
    this.scheme = scheme;
  }

  @Override
  public String scheme() {
    return scheme;
  }

  @Override
  public boolean takesBareNames() {
    return scheme.equals(FOUND_IN);
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    var surroundings = Surroundings.of(options.environment());
    StoreLocation.Named named = StoreLocation.parse(rest);
    Optional<StoreLocation> location = named.location();
    if (location.isEmpty()) location = new StorageConf(surroundings).locate(rest);
    if (location.isEmpty()) return Optional.empty();
    String root = location.get().root().toString();
    Optional<ContainersStore> store;
    try {
      store = ContainersStore.open(location.get());
    } catch (IOException unreadable) {
      throw unreadable(rest, root, unreadable);
    }
    if (store.isEmpty()) return Optional.empty();
    var names =
        LocalNames.of(named.name(), new RegistrySettings(surroundings).places(named.name()));
    Optional<Candidate> image =
        names.choose(store.get().images().stream().map(Candidate::new).toList());
    if (image.isEmpty()) return Optional.empty();
    return Optional.of(new Opened(store.get(), image.get().record(), rest, root, options).image());
  }

  private record Candidate(StoredImageRecord record) implements LocalNames.Named {
    @Override
    public List<String> names() {
      return record.names();
    }

    @Override
    public List<String> digests() {
      return record.digests();
    }

    @Override
    public String id() {
      return record.id();
    }
  }

  /** An image that was found, on its way to be opened. */
  private record Opened(
      ContainersStore store,
      StoredImageRecord record,
      String subject,
      String root,
      OpenOptions options) {

    Image image() throws IOException {
      byte[] manifest = document("manifest", ImageDocument.MAX_SIZE);
      Digest digest = Hashing.sha256(manifest);
      var resolver =
          new ImageResolver(
              subject,
              options.platform(),
              (d, limit) ->
                  d.digest().equals(digest) ? manifest : document(d.digest().toString(), limit));
      var resolved = resolver.resolve(Descriptor.of("", digest));
      List<StoredLayerRecord> stored =
          store.layersOf(record).orElseThrow(() -> broken("a layer is missing"));
      List<Digest> diffIds = resolved.config().diffIds();
      if (stored.size() != diffIds.size()) throw broken("the number of layers is wrong");
      var layers = new ArrayList<ImageLayer>();
      for (int i = 0; i < stored.size(); i++) {
        Descriptor blob = resolved.manifest().layers().get(i);
        if (!stored.get(i).diffId().equals(Optional.of(diffIds.get(i)))) {
          throw broken("layer " + (i + 1) + " is not the one that the image names");
        }
        var facts =
            new LayerFacts(
                subject,
                i + 1,
                stored.size(),
                "",
                Optional.empty(),
                Optional.of(diffIds.get(i)),
                stored.get(i).diffSize(),
                resolved.config().instructions().get(i));
        layers.add(new UnpackedLayer(layer(facts, stored.get(i)), blob.digest(), blob.size()));
      }
      return new StoredImage(
          record.names().isEmpty() ? subject : record.names().getFirst(),
          FOUND_IN,
          Optional.of(resolved.digest()),
          Optional.of(resolved.manifest().config().digest()),
          resolved.config().platform(),
          resolved.config().created(),
          resolved.config().settings(),
          resolved.config().baseLayers(),
          resolved.labels(),
          resolved.config().document(),
          List::of,
          layers,
          List.of(),
          () -> {});
    }

    private ImageLayer layer(LayerFacts facts, StoredLayerRecord stored) throws ProblemException {
      if (ContainersStore.hasNotes(stored)) {
        Blob.Streamed blob =
            () ->
                new ToldStream(
                    () -> new TarSplitStream(stored.notes(), stored.files()),
                    failure -> unreadable(subject, root, failure));
        return new StoredLayer(facts, blob, options);
      }
      if (stored.overlay()) return new DirectoryLayer(facts, stored.files(), true, options);
      throw broken(facts.shortName() + " has no notes of tar-split");
    }

    private byte[] document(String key, int limit) throws ProblemException {
      try {
        return store
            .document(record, key, limit)
            .orElseThrow(() -> broken("the image lacks its " + key));
      } catch (ProblemException told) {
        throw told;
      } catch (IOException failure) {
        throw unreadable(subject, root, failure);
      }
    }

    private ProblemException broken(String fault) {
      return ProblemException.of(ProblemCode.STORE_UNREADABLE, subject, root, fault);
    }
  }

  private static ProblemException unreadable(String subject, String root, IOException failure) {
    return new ProblemException(
        Problem.of(ProblemCode.STORE_UNREADABLE, subject, root, ToldStream.reason(failure)),
        failure);
  }
}
