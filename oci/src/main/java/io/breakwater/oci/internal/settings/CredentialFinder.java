package io.breakwater.oci.internal.settings;

import io.breakwater.model.json.InvalidJsonException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the user's credentials for a repository where podman and docker left them: {@code
 * REGISTRY_AUTH_FILE} alone when it is set; else {@code auth.json} of the session and of the user,
 * then Docker's {@code config.json}.
 */
public final class CredentialFinder {
  private static final Duration HELPER_PATIENCE = Duration.ofSeconds(30);
  private static final String HUB_SERVER = "https://index.docker.io/v1/";

  private final Surroundings surroundings;
  private final CredentialHelper helper;

  /** Reads nothing yet. */
  public CredentialFinder(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.helper = new CredentialHelper(surroundings.environment(), HELPER_PATIENCE);
  }

  /**
   * The credentials for a repository. When nothing is found and something could not be read, the
   * first such thing is told.
   */
  public CredentialLookup find(String registry, String repository) {
    Optional<CredentialLookup> trouble = Optional.empty();
    for (Path file : files()) {
      CredentialLookup found = inFile(file, registry, repository);
      switch (found) {
        case CredentialLookup.Found _ -> {
          return found;
        }
        case CredentialLookup.Unusable unusable ->
            trouble = trouble.isPresent() ? trouble : Optional.of(unusable);
        case CredentialLookup.None _ -> {}
      }
    }
    return trouble.orElseGet(CredentialLookup.None::new);
  }

  private List<Path> files() {
    Optional<Path> only = surroundings.path("REGISTRY_AUTH_FILE");
    if (only.isPresent()) return List.of(only.get());
    var out = new ArrayList<Path>();
    out.add(
        surroundings
            .path("XDG_RUNTIME_DIR")
            .map(dir -> dir.resolve("containers"))
            .orElseGet(() -> surroundings.system("run/containers/" + surroundings.userId()))
            .resolve("auth.json"));
    surroundings.config().ifPresent(dir -> out.add(dir.resolve("containers/auth.json")));
    surroundings
        .path("DOCKER_CONFIG")
        .or(() -> surroundings.home().map(home -> home.resolve(".docker")))
        .ifPresent(dir -> out.add(dir.resolve("config.json")));
    return out;
  }

  private CredentialLookup inFile(Path path, String registry, String repository) {
    AuthFile file;
    try {
      Optional<byte[]> bytes = Surroundings.read(path);
      if (bytes.isEmpty()) return new CredentialLookup.None();
      file = AuthFile.parse(path.toString(), bytes.get());
    } catch (InvalidJsonException malformed) {
      // Jackson's message may quote the document.
      return new CredentialLookup.Unusable(path.toString(), "it is not JSON");
    } catch (IOException unreadable) {
      return new CredentialLookup.Unusable(path.toString(), "it cannot be read");
    }
    Optional<String> own = file.helperFor(registry);
    if (own.isPresent()) {
      CredentialLookup found = helper.get(own.get(), serverOf(registry));
      if (!(found instanceof CredentialLookup.None)) return found;
    }
    CredentialLookup written = file.find(registry, repository);
    if (!(written instanceof CredentialLookup.None)) return written;
    return file.defaultHelper().map(name -> helper.get(name, serverOf(registry))).orElse(written);
  }

  /** The name under which Docker stores a registry in a helper. */
  private static String serverOf(String registry) {
    return AuthFile.hostOf(registry).equals("index.docker.io") ? HUB_SERVER : registry;
  }
}
