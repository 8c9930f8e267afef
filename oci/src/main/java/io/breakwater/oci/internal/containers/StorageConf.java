package io.breakwater.oci.internal.containers;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the user's store as containers-storage.conf(5) tells: the file that {@code
 * CONTAINERS_STORAGE_CONF} names, the user's own, the system's; the usual places where nothing is
 * told. An ordinary user's store is in the home, root's in {@code /var/lib}.
 */
public final class StorageConf {
  private static final String SYSTEM_ROOT = "var/lib/containers/storage";

  private final Surroundings surroundings;

  /** Reads nothing yet. */
  public StorageConf(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Where the store should be; empty when there is no home to look in. */
  public Optional<StoreLocation> locate(String subject) throws ProblemException {
    boolean rootless = surroundings.userId() != 0;
    Optional<Path> user =
        surroundings.config().map(d -> d.resolve("containers/storage.conf")).filter(Files::exists);
    Optional<Path> own =
        surroundings.path("CONTAINERS_STORAGE_CONF").or(() -> rootless ? user : Optional.empty());
    Json.Obj document = Json.Obj.EMPTY;
    for (Path file : own.map(List::of).orElse(systemFiles())) {
      Optional<Json.Obj> found = read(file, subject);
      if (found.isEmpty()) continue;
      document = found.get();
      break;
    }
    Json.Obj storage = document.object("storage");
    // The graphroot of the system's file is root's.
    String key = rootless && own.isEmpty() ? "rootless_storage_path" : "graphroot";
    Optional<Path> root = path(storage.text(key)).or(() -> usual(rootless));
    String driver =
        surroundings.variable("STORAGE_DRIVER").isEmpty()
            ? storage.text("driver")
            : surroundings.variable("STORAGE_DRIVER");
    var more = new ArrayList<Path>();
    for (String text : storage.object("options").texts("additionalimagestores")) {
      path(text).ifPresent(more::add);
    }
    return root.map(r -> new StoreLocation(r, Optional.of(driver).filter(d -> !d.isEmpty()), more));
  }

  private List<Path> systemFiles() {
    return List.of(
        surroundings.system("etc/containers/storage.conf"),
        surroundings.system("usr/share/containers/storage.conf"));
  }

  private Optional<Path> usual(boolean rootless) {
    return rootless
        ? surroundings.data().map(d -> d.resolve("containers/storage"))
        : Optional.of(surroundings.system(SYSTEM_ROOT));
  }

  private static Optional<Json.Obj> read(Path file, String subject) throws ProblemException {
    try {
      Optional<byte[]> bytes = Surroundings.read(file);
      return bytes.isEmpty() ? Optional.empty() : Optional.of(Toml.object(bytes.get()));
    } catch (IOException unusable) {
      throw ProblemException.of(
          ProblemCode.SETTINGS_UNUSABLE, subject, file, String.valueOf(unusable.getMessage()));
    }
  }

  /** A path with the variables that the manual allows in it. */
  private Optional<Path> path(String text) {
    if (text.isEmpty()) return Optional.empty();
    String plain =
        text.replace("$HOME", surroundings.variable("HOME"))
            .replace("$UID", Integer.toString(surroundings.userId()))
            .replace("$USER", surroundings.variable("USER"));
    return plain.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(Path.of(plain));
  }
}
