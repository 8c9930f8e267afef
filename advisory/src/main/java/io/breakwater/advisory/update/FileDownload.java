package io.breakwater.advisory.update;

import io.breakwater.advisory.update.FeedTrouble.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Fetches one file: only when it changed, and going on where an earlier attempt broke, within this
 * update or before it, as long as the server says that it is still the same file.
 */
final class FileDownload {
  private static final int MOST_BREAKS = 50;
  private static final int SMALL = 64 << 10;

  private final FeedWeb web;
  private final long largest;
  private final LongConsumer progress;

  FileDownload(FeedWeb web, long largest, LongConsumer progress) {
    this.web = web;
    this.largest = largest;
    this.progress = progress;
  }

  /** What came. */
  sealed interface Fetched {
    /** It is what is already there. */
    record Unchanged() implements Fetched {}

    /** A file, with what is to be asked the next time. */
    record Fresh(String etag, String modified, long size, String sha256) implements Fetched {}
  }

  /** What the bytes of a partial file are of. */
  private record Origin(String etag, String modified, String encoding, long whole) {
    static Origin of(FeedWeb.Answer answer, long whole) {
      return new Origin(
          answer.header("ETag").orElse(""),
          answer.header("Last-Modified").orElse(""),
          answer.header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT),
          whole);
    }

    /** What a server can tell the file by; a weak tag tells too little. */
    String validator() {
      return !etag.isEmpty() && !etag.startsWith("W/") ? etag : modified;
    }

    String line() {
      return String.join("\n", etag, modified, encoding, Long.toString(whole));
    }

    static Optional<Origin> parse(Path file) {
      try {
        String[] parts = Files.readString(file).split("\n", -1);
        return parts.length == 4
            ? Optional.of(new Origin(parts[0], parts[1], parts[2], Long.parseLong(parts[3])))
            : Optional.empty();
      } catch (IOException | NumberFormatException none) {
        return Optional.empty();
      }
    }
  }

  /**
   * Fetches a file.
   *
   * @param known the state of the file that is there
   * @param partial where the download grows, kept when it breaks
   * @param target where the file is put when it is whole
   */
  Fetched fetch(URI uri, Optional<FeedState.File> known, Path partial, Path target)
      throws FeedFailedException, IOException {
    Path note = partial.resolveSibling(partial.getFileName() + ".origin");
    Optional<Origin> origin = Origin.parse(note).filter(o -> !o.validator().isEmpty());
    if (origin.isEmpty()) Files.deleteIfExists(partial);
    int breaks = 0;
    int attempts = 0;
    while (true) {
      long have = Files.exists(partial) ? Files.size(partial) : 0;
      Map<String, String> headers = headers(known, origin, have);
      try (FeedWeb.Answer answer = get(uri, headers)) {
        if (answer.status() == 304 && have == 0) return new Fetched.Unchanged();
        boolean goesOn =
            answer.status() == 206 && origin.isPresent() && continues(answer, origin.get(), have);
        if (!goesOn && answer.status() != 200) {
          boolean again = have > 0; // a range that the server does not like, or another file
          origin = Optional.empty();
          Files.deleteIfExists(partial);
          if (again && ++breaks < MOST_BREAKS) continue;
          throw new FeedFailedException(Kind.STATUS, Integer.toString(answer.status()));
        }
        if (!goesOn) {
          have = 0;
          Origin now = Origin.of(answer, length(answer, "Content-Length"));
          origin = Optional.of(now);
          Files.writeString(note, now.line());
        }
        long whole = origin.get().whole();
        if (whole > largest) throw tooLarge();
        long got = copy(answer.body(), partial, have);
        if (whole >= 0 && got != whole) {
          throw new IOException(got + " of " + whole + " bytes came");
        }
        break;
      } catch (FeedFailedException final_) {
        if (final_.trouble().kind() == Kind.TOO_LARGE) drop(partial, note);
        throw final_;
      } catch (IOException broken) {
        if (broken instanceof DiskException) throw broken;
        long now = Files.exists(partial) ? Files.size(partial) : 0;
        if (origin.map(o -> o.validator().isEmpty()).orElse(true)) Files.deleteIfExists(partial);
        breaks = now > have ? Math.max(1, breaks) : breaks + 1;
        if (++attempts > MOST_BREAKS || !web.pause(breaks)) {
          throw new FeedFailedException(Kind.BROKEN, String.valueOf(broken.getMessage()));
        }
        if (!Files.exists(partial)) origin = Optional.empty();
      }
    }
    Fetched.Fresh fresh = finish(partial, target, origin.get());
    Files.deleteIfExists(note);
    return fresh;
  }

  private FeedWeb.Answer get(URI uri, Map<String, String> headers) throws FeedFailedException {
    try {
      return web.get(uri, headers);
    } catch (IOException failed) {
      throw new FeedFailedException(Kind.UNREACHABLE, String.valueOf(failed.getMessage()));
    }
  }

  private static Map<String, String> headers(
      Optional<FeedState.File> known, Optional<Origin> origin, long have) {
    var out = new HashMap<String, String>();
    out.put("Accept-Encoding", "identity"); // ranges of what is compressed on the fly are not safe
    if (have > 0 && origin.isPresent()) {
      out.put("Range", "bytes=" + have + "-");
      out.put("If-Range", origin.get().validator());
    } else if (known.isPresent()) {
      if (!known.get().etag().isEmpty()) out.put("If-None-Match", known.get().etag());
      if (!known.get().modified().isEmpty()) {
        out.put("If-Modified-Since", known.get().modified());
      }
    }
    return out;
  }

  /** Whether a part begins where we are and is of the same file. */
  private static boolean continues(FeedWeb.Answer answer, Origin origin, long have) {
    String range = answer.header("Content-Range").orElse("").strip();
    if (!range.startsWith("bytes " + have + "-")) return false;
    String whole = range.substring(range.indexOf('/') + 1);
    if (origin.whole() >= 0 && !whole.equals("*") && !whole.equals("" + origin.whole())) {
      return false;
    }
    String etag = answer.header("ETag").orElse("");
    return etag.isEmpty() || origin.etag().isEmpty() || etag.equals(origin.etag());
  }

  private static long length(FeedWeb.Answer answer, String header) {
    String text = answer.header(header).orElse("").strip();
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() < 18 ? Long.parseLong(text) : -1;
  }

  private long copy(InputStream body, Path partial, long have)
      throws IOException, FeedFailedException {
    long size = have;
    try (OutputStream out = open(partial, have)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        size += n;
        if (size > largest) throw tooLarge();
        try {
          out.write(buffer, 0, n);
        } catch (IOException full) {
          throw new DiskException(full);
        }
        progress.accept(n);
      }
    }
    return size;
  }

  private static OutputStream open(Path partial, long have) throws IOException {
    try {
      return have > 0
          ? Files.newOutputStream(partial, StandardOpenOption.APPEND)
          : Files.newOutputStream(partial);
    } catch (IOException failed) {
      throw new DiskException(failed);
    }
  }

  /** Unpacks what was compressed for the way only, and puts the file in its place. */
  private Fetched.Fresh finish(Path partial, Path target, Origin origin)
      throws IOException, FeedFailedException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    boolean packed = origin.encoding().equals("gzip") || origin.encoding().equals("x-gzip");
    if (!packed && !origin.encoding().isEmpty() && !origin.encoding().equals("identity")) {
      Files.deleteIfExists(partial);
      throw new FeedFailedException(Kind.BROKEN, "the encoding " + origin.encoding());
    }
    MessageDigest sha256 = sha256();
    long size;
    try (InputStream raw = Files.newInputStream(partial);
        InputStream in =
            new DigestInputStream(
                new BufferedInputStream(packed ? new GZIPInputStream(raw) : raw), sha256);
        OutputStream out =
            packed ? Files.newOutputStream(target) : OutputStream.nullOutputStream()) {
      byte[] buffer = new byte[1 << 16];
      size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > largest) throw tooLarge();
        out.write(buffer, 0, n);
      }
    } catch (java.io.EOFException | java.util.zip.ZipException damaged) {
      Files.deleteIfExists(partial);
      throw new FeedFailedException(Kind.BROKEN, String.valueOf(damaged.getMessage()));
    }
    if (packed) Files.delete(partial);
    else Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    String hex = HexFormat.of().formatHex(sha256.digest());
    return new Fetched.Fresh(origin.etag(), origin.modified(), size, hex);
  }

  /** A small text, such as a checksum. */
  String text(URI uri) throws FeedFailedException {
    try (FeedWeb.Answer answer = get(uri, Map.of("Accept-Encoding", "identity"))) {
      if (answer.status() != 200) {
        throw new FeedFailedException(Kind.STATUS, answer.status() + " (" + uri + ")");
      }
      byte[] bytes = answer.body().readNBytes(SMALL);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new FeedFailedException(Kind.BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  private FeedFailedException tooLarge() {
    return new FeedFailedException(Kind.TOO_LARGE, (largest >> 20) + " MiB");
  }

  private static void drop(Path partial, Path note) throws IOException {
    Files.deleteIfExists(partial);
    Files.deleteIfExists(note);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }

  /** The disk's fault, which no other attempt mends. */
  private static final class DiskException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
