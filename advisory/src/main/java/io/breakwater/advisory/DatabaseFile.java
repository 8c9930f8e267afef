package io.breakwater.advisory;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Database files on their way from one machine to another. */
public final class DatabaseFile {
  /** More than a database can have. */
  public static final long LARGEST = 2L << 30;

  private static final int LEVEL = 12;

  private DatabaseFile() {}

  /** Compresses a database with zstd: the same database, the same bytes. */
  public static void pack(Path database, OutputStream out) throws IOException {
    var packed = new ZstdOutputStream(out, LEVEL);
    packed.setChecksum(true);
    packed.setCloseFrameOnFlush(false);
    try (var buffered = new BufferedOutputStream(packed, 1 << 16)) {
      Files.copy(database, buffered);
    }
  }

  /** What {@link #pack} wrote, as it was. */
  public static InputStream unpack(InputStream packed) throws IOException {
    return new ZstdInputStream(packed);
  }

  /**
   * Puts a database that came from elsewhere in its place: in one step, and only when every byte of
   * it is right.
   *
   * @param expected the digest that it must have
   * @throws ProblemException when it is no database, damaged, or another one
   */
  public static DatabaseInfo install(
      String name, InputStream database, Digest expected, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) throw new IOException("not a file name: " + target);
    Files.createDirectories(folder);
    Path whole = folder.resolve(".bw-database-" + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(whole)) {
        copy(name, database, out);
      }
      DatabaseInfo info;
      try (AdvisoryDatabase opened = AdvisoryDatabase.open(whole, name)) {
        info = opened.info();
        opened.verify();
      }
      if (!info.digest().equals(expected)) {
        throw ProblemException.of(
            ProblemCode.DIGEST_MISMATCH, name, "the database", expected, info.digest());
      }
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return info;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void copy(String name, InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > LARGEST) {
        throw ProblemException.of(
            ProblemCode.LIMIT_EXCEEDED, name, "the database", (LARGEST >> 30) + " GiB");
      }
      out.write(buffer, 0, n);
    }
  }
}
