package io.breakwater.oci;

import io.breakwater.model.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How images are to be opened.
 *
 * @param platform which image of an index to take; empty: the one for this machine, or the only one
 * @param offline never use the network
 * @param insecure allow plain HTTP and certificates that are not trusted
 * @param caFile more authorities to trust, PEM
 * @param environment the process's environment, for credentials, proxies and socket addresses
 * @param temporary a folder for what does not fit into memory
 * @param progress told what is being read
 */
public record OpenOptions(
    Optional<Platform> platform,
    boolean offline,
    boolean insecure,
    Optional<Path> caFile,
    Map<String, String> environment,
    Path temporary,
    ProgressListener progress) {
  /** Copies the environment. */
  public OpenOptions {
    environment = Map.copyOf(environment);
  }

  /** What holds when nothing is said: online, secure, this process's environment, no progress. */
  public static OpenOptions defaults() {
    return new OpenOptions(
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        System.getenv(),
        Path.of(System.getProperty("java.io.tmpdir")),
        ProgressListener.NONE);
  }
}
