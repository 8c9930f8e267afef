package io.breakwater.advisory.update;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The folder in which feeds are kept:
 *
 * <pre>
 * NAME/state.json          says which generation holds; replaced at once, so that a swap is one step
 * NAME/GENERATION/files/   the files as published
 * NAME/GENERATION/spool    what was read of them
 * NAME/partial/            downloads that broke, to go on with
 * </pre>
 */
public final class FeedStore {
  private static final String STATE = "state.json";
  private static final String PARTIAL = "partial";
  static final String FILES = "files";
  static final String SPOOL = "spool";

  private final Path folder;

  /** The store in a folder, which need not exist yet. */
  public FeedStore(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The state of every feed that was ever updated, by name. */
  public Map<String, FeedState> states() throws IOException {
    var out = new TreeMap<String, FeedState>();
    if (!Files.isDirectory(folder)) return out;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path one : all) {
        String name = String.valueOf(one.getFileName());
        FeedState state = state(name);
        if (!state.equals(FeedState.NONE)) out.put(name, state);
      }
    }
    return out;
  }

  /** The state of a feed; a damaged one counts as none. */
  FeedState state(String name) throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(folder.resolve(name).resolve(STATE));
    } catch (NoSuchFileException none) {
      return FeedState.NONE;
    }
    FeedState state;
    try {
      state = FeedState.parse(json);
    } catch (IOException damaged) {
      return FeedState.NONE;
    }
    boolean plain = state.generation().matches("g-[0-9a-f-]{36}");
    boolean whole = plain && Files.isDirectory(folder.resolve(name).resolve(state.generation()));
    return state.isUsable() && !whole ? FeedState.NONE : state;
  }

  /** Makes a state hold, in one step. */
  void put(String name, FeedState state) throws IOException {
    Path file = folder.resolve(name).resolve(STATE);
    replace(file, state.toJson());
  }

  static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A folder for a state that does not hold yet. */
  String newGeneration(String name) throws IOException {
    String generation = "g-" + UUID.randomUUID();
    Files.createDirectories(folder.resolve(name).resolve(generation).resolve(FILES));
    return generation;
  }

  Path generation(String name, String generation) {
    return folder.resolve(name).resolve(generation);
  }

  Path partial(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name).resolve(PARTIAL));
  }

  /** Removes what no state leads to: what an update left that was killed, and old states. */
  void tidy(String name) throws IOException {
    Path feed = folder.resolve(name);
    if (!Files.isDirectory(feed)) return;
    String holds = state(name).generation();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(feed)) {
      for (Path one : all) {
        String file = String.valueOf(one.getFileName());
        boolean stale = file.startsWith("g-") && !file.equals(holds);
        if (stale || file.endsWith(".tmp")) remove(one);
      }
    }
  }

  static void remove(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Holds the folder against another update. */
  Closeable lock() throws ProblemException {
    Path file = folder.resolve(".lock");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException sameProcess) {
        lock = null;
      }
      if (lock != null) return channel;
      channel.close();
    } catch (IOException failed) {
      throw ProblemException.of(ProblemCode.OUTPUT_FAILED, folder.toString(), failed);
    }
    throw ProblemException.of(
        ProblemCode.OUTPUT_FAILED, folder.toString(), "another bw db update is at work there");
  }
}
