package io.breakwater.oci.internal.engine;

import io.breakwater.oci.internal.settings.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where engines listen. */
public enum EngineSockets {
  /** Docker's. */
  DOCKER("DOCKER_HOST"),
  /** Podman's, which speaks Docker's API too. */
  PODMAN("CONTAINER_HOST");

  private static final String UNIX = "unix://";

  private final String variable;

  EngineSockets(String variable) {
    this.variable = variable;
  }

  /** The variable that names the engine. */
  public String variable() {
    return variable;
  }

  /** Whether the user names an engine that is not at a socket of this machine. */
  public boolean isElsewhere(Surroundings surroundings) {
    String named = surroundings.variable(variable);
    return !named.isEmpty() && !named.startsWith(UNIX);
  }

  /** The sockets that there are, the likeliest first; only the one that the user names, if so. */
  public List<Path> find(Surroundings surroundings) {
    String named = surroundings.variable(variable);
    if (named.startsWith(UNIX)) return List.of(Path.of(named.substring(UNIX.length())));
    if (!named.isEmpty()) return List.of();
    var out = new ArrayList<Path>();
    Optional<Path> session = surroundings.path("XDG_RUNTIME_DIR");
    switch (this) {
      case DOCKER -> {
        out.add(surroundings.system("var/run/docker.sock"));
        session.ifPresent(dir -> out.add(dir.resolve("docker.sock")));
        surroundings.home().ifPresent(home -> out.add(home.resolve(".docker/run/docker.sock")));
      }
      case PODMAN -> {
        session.ifPresent(dir -> out.add(dir.resolve("podman/podman.sock")));
        out.add(surroundings.system("run/podman/podman.sock"));
      }
    }
    return out.stream().filter(Files::exists).toList();
  }
}
