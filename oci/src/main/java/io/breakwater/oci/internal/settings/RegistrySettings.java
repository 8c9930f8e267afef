package io.breakwater.oci.internal.settings;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.settings.RegistryPlaces.Security;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gathers the settings of registries from the files of podman and docker. */
public final class RegistrySettings {
  private static final int MOST_FILES = 1000;

  private final Surroundings surroundings;

  /** Reads nothing yet. */
  public RegistrySettings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads them.
   *
   * @param subject the image that they are read for, for the message when they cannot be used
   */
  public RegistryPlaces places(String subject) throws ProblemException {
    return new RegistryPlaces(conf(subject), dockerMirrors());
  }

  private RegistriesConf conf(String subject) throws ProblemException {
    var files = new ArrayList<Path>();
    Path user = surroundings.config().map(d -> d.resolve("containers")).orElse(Path.of("none"));
    Path system = surroundings.system("etc/containers");
    Path own = user.resolve("registries.conf");
    files.add(
        surroundings
            .path("CONTAINERS_REGISTRIES_CONF")
            .orElse(Files.exists(own) ? own : system.resolve("registries.conf")));
    files.addAll(dropIns(system.resolve("registries.conf.d")));
    files.addAll(dropIns(user.resolve("registries.conf.d")));
    RegistriesConf all = RegistriesConf.NONE;
    for (Path file : files) {
      try {
        Optional<byte[]> bytes = Surroundings.read(file);
        if (bytes.isPresent()) all = all.with(RegistriesConf.parse(bytes.get()));
      } catch (IOException unusable) {
        throw ProblemException.of(
            ProblemCode.SETTINGS_UNUSABLE, subject, file, String.valueOf(unusable.getMessage()));
      }
    }
    return all;
  }

  private static List<Path> dropIns(Path folder) throws ProblemException {
    var out = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.conf")) {
      for (Path file : files) {
        if (out.size() == MOST_FILES) break;
        out.add(file);
      }
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    } catch (IOException unreadable) {
      return List.of(); // as the tools do: root's folder may be closed to others
    }
    Collections.sort(out);
    return out;
  }

  /** The mirrors of Docker Hub of the first daemon.json; Docker itself reports a broken one. */
  private List<RegistryPlaces.DockerMirror> dockerMirrors() {
    var files = new ArrayList<Path>();
    surroundings.config().ifPresent(dir -> files.add(dir.resolve("docker/daemon.json")));
    files.add(surroundings.system("etc/docker/daemon.json"));
    for (Path file : files) {
      try {
        Optional<byte[]> bytes = Surroundings.read(file);
        if (bytes.isPresent()) return dockerMirrors(bytes.get());
      } catch (IOException _) {
        // the next file, then
      }
    }
    return List.of();
  }

  /** The usable addresses of {@code registry-mirrors}. */
  static List<RegistryPlaces.DockerMirror> dockerMirrors(byte[] daemonJson) throws IOException {
    var out = new ArrayList<RegistryPlaces.DockerMirror>();
    for (String address : Json.parseObject(daemonJson).texts("registry-mirrors")) {
      try {
        URI uri = new URI(address);
        boolean plain = "http".equals(uri.getScheme());
        if ((plain || "https".equals(uri.getScheme())) && uri.getHost() != null) {
          String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
          out.add(
              new RegistryPlaces.DockerMirror(
                  uri.getHost() + port, plain ? Security.PLAIN : Security.TLS));
        }
      } catch (URISyntaxException _) {
        // no mirror, then
      }
    }
    return out;
  }
}
