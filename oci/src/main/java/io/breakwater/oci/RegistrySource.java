package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.attached.AttachmentFinder;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageResolver;
import io.breakwater.oci.internal.config.MediaTypes;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.registry.RegistryClient;
import io.breakwater.oci.internal.registry.RegistryRepository;
import io.breakwater.oci.internal.settings.RegistryPlaces;
import io.breakwater.oci.internal.settings.RegistryPlaces.Place;
import io.breakwater.oci.internal.settings.RegistrySettings;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code registry:REFERENCE}: an image in a registry or one of its mirrors. Layers are fetched when
 * they are read, as streams, and are not stored.
 */
final class RegistrySource implements ImageSource {
  @Override
  public String scheme() {
    return "registry";
  }

  @Override
  public boolean takesBareNames() {
    return true;
  }

  /** Something to do with an image at one place that may have it; empty when it does not. */
  @FunctionalInterface
  private interface Visit<T> {
    Optional<T> at(Place place, ImageReference name, RegistryClient client) throws IOException;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    checkOnline(rest, options);
    var surroundings = Surroundings.of(options.environment());
    RegistryPlaces places = new RegistrySettings(surroundings).places(rest);
    var client = RegistryClient.of(options, surroundings);
    Optional<Image> image = Optional.empty();
    try {
      image =
          first(
              candidates(places, rest),
              places,
              client,
              (place, name, open) -> at(place, name, open, options));
      return image;
    } finally {
      if (image.isEmpty()) client.close();
    }
  }

  /** What is attached to an image; empty when no place has the image. */
  Optional<List<Attachment>> attachments(
      String rest, OpenOptions options, Predicate<String> wanted, int largest) throws IOException {
    checkOnline(rest, options);
    var surroundings = Surroundings.of(options.environment());
    RegistryPlaces places = new RegistrySettings(surroundings).places(rest);
    try (var client = RegistryClient.of(options, surroundings)) {
      return first(
          candidates(places, rest),
          places,
          client,
          (place, name, open) -> attached(place, name, open, options, wanted, largest));
    }
  }

  private static void checkOnline(String rest, OpenOptions options) throws ProblemException {
    if (options.offline()) throw ProblemException.of(ProblemCode.NETWORK_FORBIDDEN, rest);
  }

  private static Optional<List<Attachment>> attached(
      Place place,
      ImageReference name,
      RegistryClient client,
      OpenOptions options,
      Predicate<String> wanted,
      int largest)
      throws IOException {
    String subject = name.familiar();
    RegistryRepository repository = client.repository(subject, place);
    Optional<RegistryRepository.Manifest> root = repository.manifest(RegistryPlaces.version(name));
    if (root.isEmpty()) return Optional.empty();
    Digest image = resolve(repository, root.get(), subject, options).digest();
    var finder = new AttachmentFinder(subject, new RegistryArtifacts(repository), wanted, largest);
    return Optional.of(finder.find(root.get().digest(), image));
  }

  private static List<ImageReference> candidates(RegistryPlaces places, String name)
      throws ProblemException {
    try {
      return places.candidates(name);
    } catch (InvalidReferenceException invalid) {
      throw new ProblemException(
          Problem.of(ProblemCode.FORMAT_UNKNOWN, name, String.valueOf(invalid.getMessage())),
          invalid);
    }
  }

  private static <T> Optional<T> first(
      List<ImageReference> names, RegistryPlaces places, RegistryClient client, Visit<T> visit)
      throws IOException {
    ProblemException trouble = null;
    for (ImageReference name : names) {
      try {
        Optional<T> found = atFirst(places.places(name), name, client, visit);
        if (found.isPresent()) return found;
      } catch (ProblemException problem) {
        trouble = trouble == null ? problem : trouble;
      }
    }
    if (trouble != null) throw trouble;
    return Optional.empty();
  }

  /** The first place that has the image counts; what is wrong with a mirror is not told. */
  private static <T> Optional<T> atFirst(
      List<Place> places, ImageReference name, RegistryClient client, Visit<T> visit)
      throws IOException {
    if (places.isEmpty()) {
      throw ProblemException.of(ProblemCode.REGISTRY_BLOCKED, name.familiar(), name.registry());
    }
    for (Place mirror : places.subList(0, places.size() - 1)) {
      try {
        Optional<T> found = visit.at(mirror, name, client);
        if (found.isPresent()) return found;
      } catch (ProblemException _) {
        // the next one, then
      }
    }
    return visit.at(places.getLast(), name, client);
  }

  private static Optional<Image> at(
      Place place, ImageReference name, RegistryClient client, OpenOptions options)
      throws IOException {
    String subject = name.familiar();
    RegistryRepository repository = client.repository(subject, place);
    Optional<RegistryRepository.Manifest> found = repository.manifest(RegistryPlaces.version(name));
    if (found.isEmpty()) return Optional.empty();
    var resolved = resolve(repository, found.get(), subject, options);
    return Optional.of(
        StoredImage.of(
            subject,
            "registry",
            resolved,
            layer -> blob(repository, layer),
            options,
            client::close));
  }

  private static ImageResolver.Resolved resolve(
      RegistryRepository repository,
      RegistryRepository.Manifest root,
      String subject,
      OpenOptions options)
      throws IOException {
    var descriptor =
        new Descriptor(
            root.mediaType(),
            root.digest(),
            root.bytes().length,
            Optional.empty(),
            Map.of(),
            List.of());
    ImageResolver.Fetcher fetcher =
        (document, limit) ->
            document.digest().equals(root.digest())
                ? root.bytes()
                : fetch(repository, document, limit, subject);
    return new ImageResolver(subject, options.platform(), fetcher).resolve(descriptor);
  }

  private static byte[] fetch(
      RegistryRepository repository, Descriptor document, int limit, String subject)
      throws IOException {
    if (!MediaTypes.ACCEPT.contains(document.mediaType())) {
      return repository.smallBlob(document.digest(), limit);
    }
    return repository
        .manifest(document.digest().toString())
        .map(RegistryRepository.Manifest::bytes)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemCode.REGISTRY_FAILED,
                    subject,
                    repository.host(),
                    "404 for the manifest " + document.digest()));
  }

  private static Optional<Blob> blob(RegistryRepository repository, Descriptor layer) {
    if (MediaTypes.isForeign(layer.mediaType()) || !layer.urls().isEmpty()) {
      return Optional.empty();
    }
    Blob.Streamed blob = () -> repository.blob(layer.digest(), layer.size());
    return Optional.of(blob);
  }
}
