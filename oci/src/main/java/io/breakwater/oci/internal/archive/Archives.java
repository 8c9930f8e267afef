package io.breakwater.oci.internal.archive;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.compress.Compression;
import io.breakwater.oci.internal.compress.CountedInput;
import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Archives of images, wherever they come from, as mapped files: a plain one in place, a packed or
 * streamed one through a nameless temporary file.
 */
public final class Archives {
  private static final long MAX_SPOOL = 256L << 30;

  private Archives() {}

  /** Whether a file starts like an archive, packed or not; false where that cannot be told. */
  public static boolean looksLikeOne(Path file) {
    if (!Files.isRegularFile(file)) return false;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(262);
      boolean packed = Compression.of(first, 0, first.length) != Compression.NONE;
      return packed || new String(first, StandardCharsets.ISO_8859_1).endsWith("ustar");
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * An archive in a file, which may also be a pipe.
   *
   * @throws ProblemException when it is missing, unreadable or packed in a broken way
   */
  public static FileRegion open(Path file, String subject, Path temporary) throws IOException {
    try {
      if (!Files.isRegularFile(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          return spool(in, subject, temporary);
        }
      }
      FileRegion region = FileRegion.map(file);
      byte[] magic = new byte[Compression.MAGIC];
      int n = region.read(0, magic, 0, magic.length);
      if (Compression.of(magic, 0, n) == Compression.NONE) return region;
      try (InputStream in = region.stream()) {
        return spool(in, subject, temporary);
      }
    } catch (ProblemException told) {
      throw told;
    } catch (NoSuchFileException _) {
      throw ProblemException.of(ProblemCode.FILE_MISSING, subject);
    } catch (AccessDeniedException _) {
      throw ProblemException.of(ProblemCode.FILE_UNREADABLE, subject, "permission denied");
    } catch (IOException failure) {
      throw new ProblemException(
          Problem.of(ProblemCode.FILE_UNREADABLE, subject, String.valueOf(failure.getMessage())),
          failure);
    }
  }

  /**
   * An archive from a stream, which is read to its end.
   *
   * @throws ProblemException when it is packed in a broken way, or there is no space for it
   */
  public static FileRegion spool(InputStream in, String subject, Path temporary)
      throws IOException {
    var counted = new CountedInput(in);
    byte[] first = counted.peek(Compression.MAGIC);
    try (InputStream plain = Compression.of(first, 0, first.length).unpack(counted)) {
      return copy(plain, subject, temporary);
    } catch (DefectException defect) {
      throw new ProblemException(
          Problem.of(ProblemCode.ARCHIVE_MALFORMED, subject, "the archive", defect.detail()),
          defect);
    }
  }

  private static FileRegion copy(InputStream plain, String subject, Path temporary)
      throws IOException {
    Path path = temporaryFile(temporary);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Files.delete(path);
      ByteBuffer piece = ByteBuffer.allocate(256 << 10);
      long size = 0;
      for (int n; (n = plain.read(piece.array(), 0, piece.capacity())) >= 0; size += n) {
        if (size > MAX_SPOOL) {
          throw ProblemException.of(ProblemCode.LIMIT_EXCEEDED, subject, "its size", MAX_SPOOL);
        }
        write(channel, piece.position(0).limit(n), temporary);
      }
      return FileRegion.map(channel);
    }
  }

  private static Path temporaryFile(Path folder) throws ProblemException {
    try {
      return Files.createTempFile(folder, "breakwater-", ".tar");
    } catch (IOException failure) {
      throw noSpace(folder, failure);
    }
  }

  private static void write(FileChannel channel, ByteBuffer piece, Path folder)
      throws ProblemException {
    try {
      while (piece.hasRemaining()) channel.write(piece);
    } catch (IOException failure) {
      throw noSpace(folder, failure);
    }
  }

  private static ProblemException noSpace(Path folder, IOException failure) {
    return new ProblemException(
        Problem.of(
            ProblemCode.OUTPUT_FAILED, folder.toString(), String.valueOf(failure.getMessage())),
        failure);
  }
}
