package io.breakwater.cli;

import io.breakwater.advisory.update.FeedCatalog;
import io.breakwater.advisory.update.FeedOutcome;
import io.breakwater.advisory.update.FeedProvider;
import io.breakwater.advisory.update.FeedState;
import io.breakwater.advisory.update.FeedUpdate;
import io.breakwater.advisory.update.UpdateListener;
import io.breakwater.advisory.update.UpdateRequest;
import io.breakwater.advisory.update.UpdateResult;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.ProgressListener;
import io.breakwater.oci.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** {@code bw db update}: fetches feeds and makes the database of them. */
final class UpdateCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.has(Opt.OFFLINE) && !isLocal(arguments)) {
      throw ProblemException.of(ProblemCode.NETWORK_FORBIDDEN, terminal.say(Msg.THE_FEEDS));
    }
    var request =
        new UpdateRequest(
            providers(arguments, catalog(arguments, terminal)),
            arguments.value(Opt.FROM),
            Set.copyOf(arguments.values(Opt.ACCEPT_SHRUNK)),
            Databases.feeds(arguments, terminal),
            Databases.target(arguments, terminal));
    if (request.from().isPresent() && request.providers().size() != 1) {
      throw new UsageException(arguments.path(), Msg.FROM_WANTS_ONE);
    }
    boolean quiet = arguments.has(Opt.QUIET);
    UpdateResult result;
    try (Web web = Web.of(Images.options(arguments, terminal, ProgressListener.NONE))) {
      var update = new FeedUpdate(new WebFeeds(web), InstantSource.system());
      result = update.run(request, quiet ? UpdateListener.NONE : new Progress(terminal));
    }
    if (!quiet) table(result, terminal);
    if (result.database().isEmpty()) {
      terminal.err().println("bw: " + terminal.say(Msg.NOTHING_UPDATED));
      return Main.ERROR;
    }
    if (!quiet) {
      terminal.line("");
      terminal.line(
          terminal.say(
              result.written() ? Msg.UPDATE_WRITTEN : Msg.UPDATE_SAME,
              request.target(),
              Sizes.count(result.database().get().records())));
    }
    if (result.isPartial()) terminal.err().println("bw: " + terminal.say(Msg.UPDATE_PARTIAL));
    return result.isPartial() && arguments.has(Opt.STRICT) ? Main.REFUSED : Main.OK;
  }

  private static boolean isLocal(Arguments arguments) {
    return arguments.value(Opt.FROM).filter(f -> !f.contains("://")).isPresent();
  }

  private static FeedCatalog catalog(Arguments arguments, Terminal terminal)
      throws ProblemException {
    FeedCatalog shipped = FeedCatalog.shipped();
    Optional<Path> said = arguments.value(Opt.FEEDS_FILE).map(Path::of);
    if (said.isPresent()) return shipped.with(said.get());
    Path usual = Folders.feedsFile(terminal.environment());
    return Files.exists(usual) ? shipped.with(usual) : shipped;
  }

  private static List<FeedProvider> providers(Arguments arguments, FeedCatalog catalog)
      throws ProblemException {
    List<String> names = arguments.values(Opt.PROVIDER);
    if (names.isEmpty()) {
      return catalog.providers().stream().filter(FeedProvider::enabled).toList();
    }
    var out = new ArrayList<FeedProvider>();
    var known = catalog.providers().stream().map(FeedProvider::name).toList();
    for (String name : names.stream().distinct().toList()) {
      out.add(
          catalog
              .provider(name)
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          ProblemCode.UNKNOWN_NAME, name, "feed", String.join(", ", known))));
    }
    return out;
  }

  private static void table(UpdateResult result, Terminal terminal) {
    terminal.line(
        Cells.left(terminal.say(Msg.FEED), 20)
            + Cells.right(terminal.say(Msg.RECORDS), 12)
            + Cells.right(terminal.say(Msg.SIZE), 10)
            + "  "
            + terminal.say(Msg.STATE));
    for (FeedOutcome outcome : result.outcomes()) {
      FeedState state = outcome.state();
      terminal.line(
          Cells.left(Cells.clean(outcome.provider()), 20)
              + Cells.right(state.isUsable() ? Sizes.count(state.records()) : "-", 12)
              + Cells.right(state.isUsable() ? Sizes.format(state.bytes()) : "-", 10)
              + "  "
              + words(outcome, terminal));
    }
  }

  private static String words(FeedOutcome outcome, Terminal terminal) {
    return switch (outcome.kind()) {
      case UPDATED -> terminal.say(Msg.FEED_UPDATED);
      case UNCHANGED -> terminal.say(Msg.FEED_UNCHANGED);
      case STALE, MISSING -> FeedsTable.words(outcome.state(), terminal);
    };
  }

  /** Tells what came, one line at a time. */
  private static final class Progress implements UpdateListener {
    private static final long EVERY = 500_000_000L;
    private final Terminal terminal;
    private final AtomicLong bytes = new AtomicLong();
    private long next = System.nanoTime() + EVERY;

    Progress(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void received(String provider, long more) {
      long all = bytes.addAndGet(more);
      if (!terminal.interactive()) return;
      synchronized (this) {
        if (System.nanoTime() < next) return;
        next = System.nanoTime() + EVERY;
        String line = terminal.say(Msg.RECEIVING, provider, Sizes.format(all));
        terminal.err().print("\r\u001b[K" + Cells.cut(Cells.clean(line), terminal.width() - 1));
        terminal.err().flush();
      }
    }

    @Override
    public synchronized void reading(String provider) {
      say(Msg.READING, provider);
    }

    @Override
    public synchronized void writing() {
      say(Msg.IMPORT_WRITING);
    }

    private void say(Msg message, Object... details) {
      if (terminal.interactive()) terminal.err().print("\r\u001b[K");
      terminal.err().println(Cells.clean(terminal.say(message, details)));
      terminal.err().flush();
    }
  }
}
