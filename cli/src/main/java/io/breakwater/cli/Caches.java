package io.breakwater.cli;

import io.breakwater.oci.cache.LayerCache;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The cache of results per layer that a command shall use. */
final class Caches {
  private static final long DEFAULT_SIZE = 1_000_000_000L;

  private Caches() {}

  /**
   * The cache as the analysis of layers uses it; one that keeps nothing with {@code --no-cache}.
   */
  static LayerResults results(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.has(Opt.NO_CACHE)) return LayerResults.none();
    LayerCache cache = open(arguments, terminal);
    return new LayerResults() {
      @Override
      public Optional<byte[]> get(String key) {
        return cache.get(key);
      }

      @Override
      public void put(String key, byte[] value) {
        cache.put(key, value);
      }
    };
  }

  /** The cache itself. */
  static LayerCache open(Arguments arguments, Terminal terminal) throws IOException {
    return LayerCache.open(folder(arguments, terminal), size(arguments));
  }

  /** Where it lies. */
  static Path folder(Arguments arguments, Terminal terminal) {
    return arguments
        .value(Opt.CACHE)
        .map(Path::of)
        .orElseGet(() -> Folders.cache(terminal.environment()));
  }

  /** The most that it may hold, in bytes. */
  static long size(Arguments arguments) {
    Optional<String> said = arguments.value(Opt.CACHE_SIZE);
    if (said.isEmpty()) return DEFAULT_SIZE;
    return Sizes.parse(said.get())
        .orElseThrow(() -> arguments.bad(Opt.CACHE_SIZE, said.get(), Msg.A_SIZE));
  }
}
