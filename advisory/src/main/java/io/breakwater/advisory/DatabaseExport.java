package io.breakwater.advisory;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A database in one file for a closed network: a tar archive, compressed with zstd or gzip, that
 * every system can unpack and {@code sha256sum -c} check. It holds, in this order, what is said
 * about the feeds, the checksums, and the database.
 */
public final class DatabaseExport {
  private static final String FOLDER = "breakwater-database/";
  private static final String ABOUT = "about.json";
  private static final String SUMS = "SHA256SUMS";
  private static final String DATABASE = "advisories.db";
  private static final int BLOCK = 512;
  private static final int LARGEST_TEXT = 4 << 20;

  private DatabaseExport() {}

  /**
   * Writes an export: the same database and words, the same bytes.
   *
   * @param about a JSON document
   */
  public static void write(Path database, byte[] about, Path target) throws IOException {
    String sums =
        hex(Files.newInputStream(database))
            + "  "
            + DATABASE
            + "\n"
            + hex(new java.io.ByteArrayInputStream(about))
            + "  "
            + ABOUT
            + "\n";
    boolean gzip = target.toString().endsWith("gz");
    Path fresh = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      try (OutputStream file = Files.newOutputStream(fresh);
          OutputStream packed =
              gzip ? new GZIPOutputStream(file, 1 << 16) : new ZstdOutputStream(file, 12);
          OutputStream out = new BufferedOutputStream(packed, 1 << 16)) {
        text(out, ABOUT, about);
        text(out, SUMS, sums.getBytes(StandardCharsets.UTF_8));
        long size = Files.size(database);
        out.write(header(DATABASE, size));
        Files.copy(database, out);
        out.write(new byte[padding(size) + 2 * BLOCK]);
      }
      Files.move(fresh, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether a file begins as an export does. */
  public static boolean is(Path file) {
    if (!Files.isRegularFile(file)) return false;
    try (InputStream in = open(file)) {
      byte[] head = in.readNBytes(BLOCK);
      return head.length == BLOCK && name(head).equals(FOLDER + ABOUT);
    } catch (IOException other) {
      return false;
    }
  }

  /**
   * What an import of an export gave.
   *
   * @param database now in place
   * @param about what its maker says about the feeds
   */
  public record Imported(DatabaseInfo database, Json.Obj about) {}

  /**
   * Puts the database of an export in its place, in one step, when everything in it is right.
   *
   * @throws ProblemException when it is not
   */
  public static Imported read(Path file, Path target) throws IOException {
    String name = file.toString();
    try (InputStream in = open(file)) {
      byte[] about = text(in, ABOUT, name);
      String sums = new String(text(in, SUMS, name), StandardCharsets.UTF_8);
      if (!sums.contains(hex(new java.io.ByteArrayInputStream(about)) + "  " + ABOUT + "\n")) {
        throw damaged(name, ABOUT + " has another checksum");
      }
      Json.Obj words = Json.parseObject(about);
      byte[] head = in.readNBytes(BLOCK);
      if (head.length < BLOCK || !name(head).equals(FOLDER + DATABASE)) {
        throw damaged(name, "the database is missing");
      }
      var content = new Part(in, size(head, name));
      DatabaseInfo info =
          DatabaseFile.install(name, content, Digest.parse(words.text("database")), target);
      return new Imported(info, words);
    } catch (ProblemException known) {
      throw known;
    } catch (IOException | InvalidDigestException broken) {
      throw damaged(name, String.valueOf(broken.getMessage()));
    }
  }

  /** The bytes of one file of the archive; an end before its end is an error. */
  private static final class Part extends InputStream {
    private final InputStream in;
    private long left;

    Part(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) return -1;
      int n = in.read(into, offset, (int) Math.min(length, left));
      if (n < 0) throw new java.io.EOFException("it was cut");
      left -= n;
      return n;
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(4);
    byte[] magic = raw.readNBytes(2);
    raw.reset();
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return new BufferedInputStream(
        gzip ? new GZIPInputStream(raw) : new ZstdInputStream(raw), 1 << 16);
  }

  private static void text(OutputStream out, String name, byte[] bytes) throws IOException {
    out.write(header(name, bytes.length));
    out.write(bytes);
    out.write(new byte[padding(bytes.length)]);
  }

  private static byte[] text(InputStream in, String name, String file) throws IOException {
    byte[] head = in.readNBytes(BLOCK);
    if (head.length < BLOCK || !name(head).equals(FOLDER + name)) {
      throw damaged(file, name + " is missing");
    }
    long size = size(head, file);
    if (size > LARGEST_TEXT) throw damaged(file, name + " is too long");
    byte[] bytes = in.readNBytes((int) size);
    in.skipNBytes(padding(size));
    if (bytes.length < size) throw damaged(file, "it was cut");
    return bytes;
  }

  private static int padding(long size) {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  /** A header in the form of ustar, with no owner and no date. */
  private static byte[] header(String name, long size) {
    byte[] out = new byte[BLOCK];
    put(out, 0, FOLDER + name);
    put(out, 100, "0000644");
    put(out, 108, "0000000");
    put(out, 116, "0000000");
    put(out, 124, String.format(java.util.Locale.ROOT, "%011o", size));
    put(out, 136, "00000000000");
    put(out, 148, "        ");
    put(out, 156, "0");
    put(out, 257, "ustar");
    put(out, 263, "00");
    int sum = 0;
    for (byte b : out) sum += b & 0xff;
    put(out, 148, String.format(java.util.Locale.ROOT, "%06o", sum));
    out[154] = 0;
    return out;
  }

  private static void put(byte[] out, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, out, at, bytes.length);
  }

  private static String name(byte[] header) {
    int end = 0;
    while (end < 100 && header[end] != 0) end++;
    return new String(header, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static long size(byte[] header, String file) throws ProblemException {
    long size = 0;
    for (byte b : Arrays.copyOfRange(header, 124, 135)) {
      if (b < '0' || b > '7') throw damaged(file, "a malformed header");
      size = size * 8 + (b - '0');
    }
    return size;
  }

  private static String hex(InputStream content) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(content, sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }

  private static ProblemException damaged(String file, String reason) {
    return ProblemException.of(ProblemCode.DATABASE_UNREADABLE, file, reason);
  }
}
