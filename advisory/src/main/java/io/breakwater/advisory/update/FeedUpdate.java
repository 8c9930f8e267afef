package io.breakwater.advisory.update;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.CodeVersion;
import io.breakwater.advisory.FeedSpool;
import io.breakwater.advisory.ImportListener;
import io.breakwater.advisory.ImportSummary;
import io.breakwater.advisory.update.FeedTrouble.Kind;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Updates feeds and the database that is made of them. Feeds are fetched beside each other and read
 * one after the other. A feed whose new content is sound replaces its old one in one step; one that
 * fails keeps its last good state. Killed at any moment, every feed is in its old or its new state
 * and the database is whole.
 */
public final class FeedUpdate {
  private static final int AT_ONCE = 6;
  private static final String MADE_OF = "database";

  /** Told of each step; tests end an update there. */
  interface Steps {
    void reached(String step) throws IOException;
  }

  private final FeedWeb web;
  private final InstantSource clock;
  private final Steps steps;
  private final ReentrantLock reading = new ReentrantLock();

  /** An updater that fetches so. */
  public FeedUpdate(FeedWeb web, InstantSource clock) {
    this(web, clock, step -> {});
  }

  FeedUpdate(FeedWeb web, InstantSource clock, Steps steps) {
    this.web = web;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Updates.
   *
   * @throws ProblemException when the folder cannot be used or the database not be written
   */
  public UpdateResult run(UpdateRequest request, UpdateListener listener) throws IOException {
    var store = new FeedStore(request.feeds());
    try (Closeable _ = store.lock()) {
      String code = CodeVersion.current().toString();
      List<FeedOutcome> outcomes = fetchAll(request, store, code, listener);
      return rebuild(outcomes, request, store, code, listener);
    } catch (ProblemException known) {
      throw known;
    } catch (IOException failed) {
      throw new ProblemException(
          io.breakwater.model.Problem.of(
              ProblemCode.OUTPUT_FAILED, request.feeds().toString(), String.valueOf(failed)),
          failed);
    }
  }

  private List<FeedOutcome> fetchAll(
      UpdateRequest request, FeedStore store, String code, UpdateListener listener)
      throws IOException {
    var done = new ConcurrentHashMap<String, FeedOutcome>();
    var defects = new ConcurrentLinkedQueue<Throwable>();
    var room = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (FeedProvider provider : request.providers()) {
        threads.execute(
            () -> {
              room.acquireUninterruptibly();
              try {
                FeedOutcome outcome = update(provider, request, store, code, listener);
                done.put(provider.name(), outcome);
                listener.done(outcome);
              } catch (IOException | RuntimeException | Error failed) {
                defects.add(failed);
              } finally {
                room.release();
              }
            });
      }
    }
    switch (defects.peek()) {
      case null -> {}
      case IOException failed -> throw failed;
      case RuntimeException failed -> throw failed;
      case Error failed -> throw failed;
      case Throwable other -> throw new IllegalStateException(other);
    }
    return done.values().stream()
        .sorted(java.util.Comparator.comparing(FeedOutcome::provider))
        .toList();
  }

  private FeedOutcome update(
      FeedProvider provider,
      UpdateRequest request,
      FeedStore store,
      String code,
      UpdateListener listener)
      throws IOException {
    String name = provider.name();
    store.tidy(name);
    FeedState before = store.state(name);
    try {
      FeedState after = renew(provider, request, before, store, code, listener);
      boolean same = after.generation().equals(before.generation());
      var kind = same ? FeedOutcome.Kind.UNCHANGED : FeedOutcome.Kind.UPDATED;
      return new FeedOutcome(name, kind, after, Optional.empty());
    } catch (FeedFailedException failed) {
      FeedState after = before.failed(clock.instant(), failed.trouble());
      store.put(name, after);
      var kind = before.isUsable() ? FeedOutcome.Kind.STALE : FeedOutcome.Kind.MISSING;
      return new FeedOutcome(name, kind, after, Optional.of(failed.trouble()));
    } finally {
      store.tidy(name);
    }
  }

  private FeedState renew(
      FeedProvider provider,
      UpdateRequest request,
      FeedState before,
      FeedStore store,
      String code,
      UpdateListener listener)
      throws FeedFailedException, IOException {
    String name = provider.name();
    String generation = store.newGeneration(name);
    Path folder = store.generation(name, generation);
    Path files = folder.resolve(FeedStore.FILES);
    FileDownload download =
        new FileDownload(web, provider.largest(), bytes -> listener.received(name, bytes));
    List<FeedState.File> fetched;
    if (request.from().isPresent() && !isAddress(request.from().get())) {
      var fetch = new FeedFetch(provider, store, before, download);
      fetched = fetch.copy(Path.of(request.from().get()), files);
    } else {
      FeedProvider asked = request.from().map(provider::from).orElse(provider);
      fetched = new FeedFetch(asked, store, before, download).into(files);
    }
    steps.reached("fetched");
    if (before.isUsable() && before.code().equals(code) && sameContent(before, fetched)) {
      FeedState same = before.checked(clock.instant(), withPathsOf(before, fetched));
      store.put(name, same);
      return same;
    }
    long bytes = fetched.stream().mapToLong(FeedState.File::size).sum();
    if (!request.acceptShrunk().contains(name)) shrunk(before.bytes(), bytes, "bytes");
    Path spool = folder.resolve(FeedStore.SPOOL);
    long records = read(name, files, spool, listener);
    if (!request.acceptShrunk().contains(name)) shrunk(before.records(), records, "records");
    steps.reached("read");
    var now = clock.instant();
    var after =
        new FeedState(
            generation,
            Optional.of(now),
            Optional.of(now),
            code,
            digest(spool),
            records,
            fetched,
            Optional.empty());
    store.put(name, after);
    steps.reached("swapped");
    return after;
  }

  static boolean isAddress(String from) {
    return from.startsWith("http://") || from.startsWith("https://");
  }

  private static boolean sameContent(FeedState before, List<FeedState.File> files) {
    return sums(before.files()).equals(sums(files));
  }

  private static List<String> sums(List<FeedState.File> files) {
    return files.stream().map(FeedState.File::sha256).sorted().toList();
  }

  /** New tags with the places at which the old files lie. */
  private static List<FeedState.File> withPathsOf(FeedState before, List<FeedState.File> files) {
    Map<String, String> places = new HashMap<>();
    for (FeedState.File file : before.files()) places.put(file.sha256(), file.path());
    var out = new ArrayList<FeedState.File>();
    for (FeedState.File f : files) {
      String path = places.getOrDefault(f.sha256(), f.path());
      out.add(new FeedState.File(f.url(), path, f.etag(), f.modified(), f.size(), f.sha256()));
    }
    return out;
  }

  private static void shrunk(long before, long now, String what) throws FeedFailedException {
    if (now < before / 2) {
      throw new FeedFailedException(Kind.SHRUNK, before + " → " + now + " " + what);
    }
  }

  private long read(String name, Path files, Path spool, UpdateListener listener)
      throws FeedFailedException {
    reading.lock();
    try {
      listener.reading(name);
      ImportSummary.Input summary = FeedSpool.write(files, spool, ImportListener.NONE);
      long records = summary.feeds().stream().mapToLong(ImportSummary.Recognised::records).sum();
      if (records > 0) return records;
      String skipped =
          summary.skipped().isEmpty()
              ? ""
              : " (" + summary.skipped().getFirst().reason().text().english() + ")";
      throw new FeedFailedException(Kind.UNREADABLE, skipped);
    } catch (ProblemException unreadable) {
      var language = io.breakwater.model.Language.ENGLISH;
      throw new FeedFailedException(
          unreadable.problem().code() == ProblemCode.OUTPUT_FAILED ? Kind.DISK : Kind.UNREADABLE,
          ": " + unreadable.problem().cause(language));
    } finally {
      reading.unlock();
    }
  }

  private UpdateResult rebuild(
      List<FeedOutcome> outcomes,
      UpdateRequest request,
      FeedStore store,
      String code,
      UpdateListener listener)
      throws IOException {
    boolean again = false;
    while (true) {
      var spools = new ArrayList<Path>();
      var key = new StringBuilder(code);
      for (Map.Entry<String, FeedState> feed : store.states().entrySet()) {
        if (!feed.getValue().isUsable()) continue;
        FeedState state = current(feed.getKey(), feed.getValue(), store, code, listener);
        spools.add(spool(feed.getKey(), state, store));
        key.append(' ').append(state.spool());
      }
      if (spools.isEmpty()) return new UpdateResult(outcomes, Optional.empty(), false);
      Path note = store.folder().resolve(MADE_OF);
      Optional<DatabaseInfo> there = there(request.target());
      String madeOf = key + "\n";
      if (there.isPresent()
          && Files.exists(note)
          && Files.readString(note).equals(madeOf + there.get().digest())) {
        return new UpdateResult(outcomes, there, false);
      }
      listener.writing();
      steps.reached("merging");
      try {
        Files.createDirectories(request.target().toAbsolutePath().getParent());
        DatabaseInfo info = FeedSpool.merge(spools, request.target());
        steps.reached("merged");
        FeedStore.replace(note, (madeOf + info.digest()).getBytes(StandardCharsets.UTF_8));
        return new UpdateResult(outcomes, Optional.of(info), true);
      } catch (FeedSpool.UnusableException damaged) {
        if (again) {
          throw ProblemException.of(
              ProblemCode.OUTPUT_FAILED,
              request.target().toString(),
              String.valueOf(damaged.getMessage()));
        }
        again = true;
        Files.deleteIfExists(damaged.spool());
      }
    }
  }

  /** The state with a spool that this program can use; the files are read again for it. */
  private FeedState current(
      String name, FeedState state, FeedStore store, String code, UpdateListener listener)
      throws IOException {
    Path spool = spool(name, state, store);
    if (state.code().equals(code) && Files.exists(spool)) return state;
    Path fresh = spool.resolveSibling(FeedStore.SPOOL + ".new");
    try {
      Path files = spool.resolveSibling(FeedStore.FILES);
      long records = read(name, files, fresh, listener);
      Files.move(
          fresh,
          spool,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      FeedState now = state.read(code, digest(spool), records);
      store.put(name, now);
      return now;
    } catch (FeedFailedException unreadable) {
      throw ProblemException.of(ProblemCode.FEED_UNREADABLE, name, unreadable.trouble().details());
    }
  }

  private static Path spool(String name, FeedState state, FeedStore store) {
    return store.generation(name, state.generation()).resolve(FeedStore.SPOOL);
  }

  private static Optional<DatabaseInfo> there(Path target) throws IOException {
    if (!Files.exists(target)) return Optional.empty();
    try (AdvisoryDatabase database = AdvisoryDatabase.open(target)) {
      return Optional.of(database.info());
    } catch (ProblemException damaged) {
      return Optional.empty();
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest sha256 = FileDownload.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
