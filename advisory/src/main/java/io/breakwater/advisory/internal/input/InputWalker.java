package io.breakwater.advisory.internal.input;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.advisory.SkipReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Finds the files in an input: a file, a folder, or an archive (tar, zip, each also compressed with
 * gzip, bzip2, xz or zstd), and archives in those. What is an archive is told by its first bytes.
 * Symbolic links in folders are not followed.
 */
public final class InputWalker {
  private static final int HEAD = 512;
  private static final int MAX_WINDOW_LOG = 27;
  private static final int MAX_FOLDERS = 64;

  private final Limits limits;
  private final Visitor visitor;
  private long files;
  private long total;

  /** Takes what is found. */
  public interface Visitor {
    /** A file. */
    void file(String path, byte[] content) throws IOException;

    /** A file that could not be read, or not in whole; details may be empty. */
    void skipped(String path, SkipReason reason, String details);
  }

  /** A walker for one input. */
  public InputWalker(Limits limits, Visitor visitor) {
    this.limits = limits;
    this.visitor = visitor;
  }

  /**
   * Walks an input.
   *
   * @throws LimitExceededException when it is larger than anything that is read
   * @throws IOException when the visitor fails, or the input itself cannot be read
   */
  public void walk(Path input) throws IOException {
    if (Files.isDirectory(input)) {
      folder(input, "", 0);
      return;
    }
    try (InputStream in = Files.newInputStream(input)) {
      stream(name(input), in, 0);
    }
  }

  private void folder(Path folder, String prefix, int depth) throws IOException {
    if (depth > MAX_FOLDERS) {
      visitor.skipped(prefix, SkipReason.TOO_DEEP, "");
      return;
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (java.nio.file.DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    children.sort(null);
    for (Path child : children) {
      String path = prefix + name(child);
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        if (!name(child).equals(".git")) folder(child, path + "/", depth + 1);
      } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
        try (InputStream in = Files.newInputStream(child)) {
          guarded(path, in, 0);
        }
      }
    }
  }

  /** Reads a part of an input; what is wrong with it costs this part. */
  private void guarded(String path, InputStream in, int depth) throws IOException {
    try {
      stream(path, in, depth);
    } catch (LimitExceededException tooMuch) {
      throw tooMuch;
    } catch (VisitorException failed) {
      throw failed;
    } catch (IOException unreadable) {
      visitor.skipped(path, SkipReason.UNREADABLE, details(unreadable));
    }
  }

  private static String details(IOException unreadable) {
    String message = unreadable.getMessage();
    return message == null ? "" : message;
  }

  private void stream(String path, InputStream raw, int depth) throws IOException {
    var in = new BufferedInputStream(raw, 1 << 16);
    in.mark(HEAD + 1);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    boolean deeper = depth < limits.depth();
    if (isGzip(head)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else stream(stem(path, "gz"), bounded(new GZIPInputStream(in, 1 << 16)), depth + 1);
    } else if (isZstd(head)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else stream(stem(path, "zst"), bounded(zstd(in)), depth + 1);
    } else if (Bzip2Stream.recognises(head)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else stream(stem(path, "bz2"), bounded(new Bzip2Stream(in)), depth + 1);
    } else if (Xz.recognises(head)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else stream(stem(path, "xz"), bounded(Xz.unpacked(in)), depth + 1);
    } else if (isZip(head)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else zip(path, in, depth + 1);
    } else if (TarReader.recognises(head, head.length)) {
      if (!deeper) visitor.skipped(path, SkipReason.TOO_DEEP, "");
      else tar(path, in, depth + 1);
    } else {
      file(path, in);
    }
  }

  /** Also what an archive skips has an end. */
  private InputStream bounded(InputStream unpacked) {
    return new BoundedStream(unpacked, limits.total());
  }

  private static InputStream zstd(InputStream in) throws IOException {
    return new ZstdInputStream(in).setLongMax(MAX_WINDOW_LOG);
  }

  private void tar(String path, InputStream in, int depth) throws IOException {
    var tar = new TarReader(in);
    for (Optional<String> name = tar.next(); name.isPresent(); name = tar.next()) {
      guarded(path + "!/" + relative(name.get()), tar.content(), depth);
    }
  }

  private void zip(String path, InputStream in, int depth) throws IOException {
    var zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.isDirectory()) continue;
      try {
        guarded(path + "!/" + relative(entry.getName()), new Unclosable(zip), depth);
      } catch (IllegalArgumentException badName) {
        throw new ZipException("a name in the archive is none");
      }
    }
  }

  private void file(String path, InputStream in) throws IOException {
    if (++files > limits.files()) {
      throw new LimitExceededException("it holds more than " + limits.files() + " files");
    }
    byte[] content;
    try {
      content = new BoundedStream(in, limits.file()).readAllBytes();
    } catch (LimitExceededException tooLong) {
      visitor.skipped(path, SkipReason.TOO_LONG, "");
      return;
    }
    total += content.length;
    if (total > limits.total()) {
      throw new LimitExceededException("it holds more than " + (limits.total() >> 30) + " GiB");
    }
    try {
      visitor.file(path, content);
    } catch (IOException failed) {
      throw new VisitorException(failed);
    }
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
  }

  private static boolean isZstd(byte[] head) {
    return head.length > 4
        && (head[0] & 0xff) == 0x28
        && (head[1] & 0xff) == 0xb5
        && (head[2] & 0xff) == 0x2f
        && (head[3] & 0xff) == 0xfd;
  }

  private static boolean isZip(byte[] head) {
    return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  private static String stem(String path, String extension) {
    String ending = "." + extension;
    return path.toLowerCase(Locale.ROOT).endsWith(ending)
        ? path.substring(0, path.length() - ending.length())
        : path;
  }

  private static String relative(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Where the visitor failed, not the input. */
  private static final class VisitorException extends IOException {
    private static final long serialVersionUID = 1L;

    VisitorException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** One entry of an archive that goes on behind it. */
  private static final class Unclosable extends java.io.FilterInputStream {
    Unclosable(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
