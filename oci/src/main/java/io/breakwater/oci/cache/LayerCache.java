package io.breakwater.oci.cache;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Values under keys, in a folder that many threads and processes share without locks. A value
 * appears whole or not at all: it is written aside and moved to its place. A value that is torn or
 * damaged is a miss, and goes. What was used longest ago goes first when the folder grows over its
 * limit. Once it is open, nothing that goes wrong with it fails its user.
 */
public final class LayerCache {
  private static final int MAGIC = 0x42_57_43_31; // BWC1
  private static final int HEADER = 12;
  private static final int MAX_VALUE = 256 << 20;

  /** Use is noted this often at most, so that reading does not write. */
  private static final Duration NOTED = Duration.ofHours(1);

  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final long maxBytes;
  private boolean shrunk;

  private LayerCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /**
   * What a cache holds.
   *
   * @param entries how many values
   * @param bytes how much room their files take
   */
  public record Stats(int entries, long bytes) {}

  /**
   * Opens a cache, and makes its folder, for its owner alone, where there is none.
   *
   * @param maxBytes the most that it may hold; kept roughly
   * @throws ProblemException when the folder cannot be made or written to, or when others may write
   *     to it and so choose what a scan finds
   */
  public static LayerCache open(Path folder, long maxBytes) throws ProblemException {
    try {
      makeFolder(folder);
      if (!Files.isWritable(folder)) throw new IOException("the folder cannot be written to");
      if (othersMayWrite(folder)) throw new IOException("other users may write to the folder");
    } catch (IOException failed) {
      String reason = failed.getMessage() == null ? failed.toString() : failed.getMessage();
      throw ProblemException.of(ProblemCode.CACHE_UNUSABLE, folder.toString(), reason);
    }
    return new LayerCache(folder, maxBytes);
  }

  /** The value under a key; empty when there is none, or it is damaged. */
  public Optional<byte[]> get(String key) {
    String name = name(key);
    Path file = shelf(name).resolve(name);
    byte[] stored;
    try {
      if (Files.size(file) > MAX_VALUE + HEADER) return Optional.empty();
      stored = Files.readAllBytes(file);
    } catch (IOException absent) {
      return Optional.empty();
    }
    Optional<byte[]> value = unpacked(stored);
    if (value.isEmpty()) delete(file);
    else noteUse(file);
    return value;
  }

  /** Keeps a value under a key, if it can. */
  public void put(String key, byte[] value) {
    if (value.length > MAX_VALUE || value.length > maxBytes) return;
    String name = name(key);
    Path file = shelf(name).resolve(name);
    try {
      makeFolder(shelf(name));
      Path aside = Files.createTempFile(folder, "new-", "");
      try {
        Files.write(aside, packed(value));
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
      shrinkOnce();
    } catch (IOException noRoomOrNoRight) {
      // A scan does not fail for want of a cache; bw cache status shows that nothing is kept.
      delete(file);
    }
  }

  /** What it holds now. */
  public Stats stats() throws IOException {
    List<Kept> kept = kept();
    return new Stats(kept.size(), kept.stream().mapToLong(Kept::bytes).sum());
  }

  /** Empties it, and says what went. Values that other processes are writing may stay. */
  public Stats clean() throws IOException {
    int entries = 0;
    long bytes = 0;
    for (Kept one : kept()) {
      if (!delete(one.file())) continue;
      entries++;
      bytes += one.bytes();
    }
    return new Stats(entries, bytes);
  }

  /** A value's file, how large it is, when it was last used. */
  private record Kept(Path file, long bytes, Instant used) {}

  /** Once a process, as counting takes longer than reading. */
  private synchronized void shrinkOnce() throws IOException {
    if (shrunk) return;
    shrunk = true;
    List<Kept> kept = kept();
    long total = kept.stream().mapToLong(Kept::bytes).sum();
    if (total <= maxBytes) return;
    kept.sort(Comparator.comparing(Kept::used));
    for (Kept oldest : kept) {
      if (total <= maxBytes / 10 * 9) break;
      if (delete(oldest.file())) total -= oldest.bytes();
    }
  }

  private List<Kept> kept() throws IOException {
    var kept = new ArrayList<Kept>();
    try (Stream<Path> shelves = Files.list(folder)) {
      for (Path shelf : shelves.toList()) {
        if (Files.isDirectory(shelf)) {
          try (Stream<Path> files = Files.list(shelf)) {
            for (Path file : files.toList()) look(file).ifPresent(kept::add);
          }
        } else if (shelf.getFileName().toString().startsWith("new-")) {
          dropAbandoned(shelf);
        }
      }
    }
    return kept;
  }

  private static void dropAbandoned(Path aside) {
    Optional<Kept> left = look(aside);
    if (left.isPresent() && left.get().used().isBefore(Instant.now().minus(ABANDONED))) {
      delete(aside);
    }
  }

  private static Optional<Kept> look(Path file) {
    try {
      return Optional.of(
          new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException goneMeanwhile) {
      return Optional.empty();
    }
  }

  private static void noteUse(Path file) {
    try {
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(NOTED))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException goneMeanwhile) {
      return;
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException notOurs) {
      return false;
    }
  }

  /** Names are hashes of keys: no key is a path. */
  private static String name(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** Folders of fewer files each. */
  private Path shelf(String name) {
    return folder.resolve(name.substring(0, 2));
  }

  private static byte[] packed(byte[] value) {
    return ByteBuffer.allocate(HEADER + value.length)
        .putInt(MAGIC)
        .putInt(value.length)
        .putInt(checksum(value, 0))
        .put(value)
        .array();
  }

  private static Optional<byte[]> unpacked(byte[] stored) {
    if (stored.length < HEADER) return Optional.empty();
    var header = ByteBuffer.wrap(stored);
    if (header.getInt() != MAGIC
        || header.getInt() != stored.length - HEADER
        || header.getInt() != checksum(stored, HEADER)) {
      return Optional.empty();
    }
    return Optional.of(java.util.Arrays.copyOfRange(stored, HEADER, stored.length));
  }

  private static int checksum(byte[] bytes, int from) {
    var checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return (int) checksum.getValue();
  }

  private static boolean othersMayWrite(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null) return false; // a system without such permissions
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    return permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
    if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder.toString());
  }
}
