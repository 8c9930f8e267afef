package io.breakwater.cli;

import io.breakwater.oci.cache.LayerCache;
import java.io.IOException;

/** {@code bw cache}: look at the cache of results per layer, and clean it. */
final class CacheCommands {
  private CacheCommands() {}

  /** {@code bw cache status}. */
  static final class Status implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      LayerCache.Stats stats = Caches.open(arguments, terminal).stats();
      terminal
          .out()
          .println(
              terminal.say(
                  Msg.CACHE_LINE,
                  Caches.folder(arguments, terminal),
                  Sizes.count(stats.entries()),
                  Sizes.format(stats.bytes()),
                  Sizes.format(Caches.size(arguments))));
      return Main.OK;
    }
  }

  /** {@code bw cache clean}. */
  static final class Clean implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      LayerCache.Stats removed = Caches.open(arguments, terminal).clean();
      terminal
          .out()
          .println(
              terminal.say(
                  Msg.CACHE_CLEANED,
                  Sizes.count(removed.entries()),
                  Sizes.format(removed.bytes())));
      return Main.OK;
    }
  }
}
