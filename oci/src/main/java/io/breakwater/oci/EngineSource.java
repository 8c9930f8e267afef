package io.breakwater.oci;

import io.breakwater.model.ImageReference;
import io.breakwater.model.Platform;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.archive.Archives;
import io.breakwater.oci.internal.engine.EngineAnswer;
import io.breakwater.oci.internal.engine.EngineClient;
import io.breakwater.oci.internal.engine.EngineClient.Inspected;
import io.breakwater.oci.internal.engine.EngineSockets;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.settings.RegistrySettings;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@code docker:NAME}: an image that a running engine has, Docker or podman. The engine is asked
 * through its socket to save it, into a temporary file; nothing is pulled.
 *
 * @param scheme the word before the colon
 * @param takesBareNames whether bare names are looked up
 * @param sockets which engines are asked
 */
record EngineSource(String scheme, boolean takesBareNames, EngineSockets sockets)
    implements ImageSource {
  /** An engine writes a large image to its own disk before it sends the first byte. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    var surroundings = Surroundings.of(options.environment());
    if (sockets.isElsewhere(surroundings)) {
      throw ProblemException.of(
          ProblemCode.STORE_UNREADABLE,
          rest,
          scheme,
          sockets.variable() + " is not of the form unix://PATH");
    }
    var names = LocalNames.of(rest, new RegistrySettings(surroundings).places(rest));
    for (Path socket : sockets.find(surroundings)) {
      Optional<Image> image = open(socket, names, rest, options);
      if (image.isPresent()) return image;
    }
    return Optional.empty();
  }

  private static Optional<Image> open(
      Path socket, LocalNames names, String subject, OpenOptions options) throws IOException {
    var client = new EngineClient(socket, SILENCE);
    try {
      var asked = new ArrayList<String>();
      for (ImageReference reference : names.references()) asked.add(reference.toString());
      names.id().ifPresent(asked::add);
      for (String name : asked) {
        Optional<Inspected> found = client.inspect(name);
        if (found.isEmpty()) continue;
        requirePlatform(found.get().description(), subject, options);
        String foundIn = found.get().podman() ? "podman" : "docker";
        return Optional.of(new PlacedImage(save(client, name, subject, options), foundIn));
      }
      return Optional.empty();
    } catch (ProblemException told) {
      throw told;
    } catch (IOException failure) {
      throw unreadable(socket, subject, failure);
    }
  }

  private static Image save(EngineClient client, String name, String subject, OpenOptions options)
      throws IOException {
    FileRegion archive;
    try (EngineAnswer answer = client.save(name)) {
      archive = Archives.spool(answer.body(), subject, options.temporary());
    }
    return ArchiveImage.open(archive, ArchiveImage.Kind.ANY, subject, "", options);
  }

  /** Tells a wrong platform before gigabytes are saved. */
  private static void requirePlatform(Json.Obj image, String subject, OpenOptions options)
      throws ProblemException {
    Optional<Platform> wanted = options.platform();
    String os = image.text("Os");
    String architecture = image.text("Architecture");
    if (wanted.isEmpty() || os.isEmpty() || architecture.isEmpty()) return;
    if (!os.equals(wanted.get().os()) || !architecture.equals(wanted.get().architecture())) {
      throw ProblemException.of(
          ProblemCode.PLATFORM_MISSING, subject, wanted.get(), os + "/" + architecture);
    }
  }

  private static ProblemException unreadable(Path socket, String subject, IOException failure) {
    return new ProblemException(
        Problem.of(
            ProblemCode.STORE_UNREADABLE, subject, socket.toString(), ToldStream.reason(failure)),
        failure);
  }
}
