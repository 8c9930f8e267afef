package io.breakwater.oci.internal.layer;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Capabilities;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The walk of one {@link DirectoryLayer}. */
final class TreeWalk {
  /** Each level in work holds an open folder. */
  private static final int MAX_DEPTH = 200;

  private static final int MAX_ENTRIES = 20_000_000;
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int CHARACTER_DEVICE = 0020000;

  private final Path root;
  private final boolean overlay;
  private final LayerVisitor visitor;
  private final Notes notes;
  private final byte[] head = new byte[Head.MAX];

  TreeWalk(Path root, boolean overlay, LayerVisitor visitor, Notes notes) {
    this.root = root;
    this.overlay = overlay;
    this.visitor = visitor;
    this.notes = notes;
  }

  /** A folder in work. */
  private record Level(
      String path, Path real, SecureDirectoryStream<Path> stream, Deque<Path> names) {}

  void walk(SecureDirectoryStream<Path> top) throws IOException {
    Facts rootFacts = Facts.of(root);
    var levels = new ArrayDeque<Level>();
    levels.push(level("", root, top));
    if (overlay && Xattrs.isOpaque(root)) mark("", EntryType.OPAQUE);
    try {
      for (int i = 0; !levels.isEmpty(); ) {
        Level level = levels.getFirst();
        Path name = level.names().poll();
        if (name == null) {
          if (levels.size() > 1) level.stream().close();
          levels.pop();
        } else if (++i > MAX_ENTRIES) {
          notes.tell(level.path(), Reason.LIMIT, "more than " + MAX_ENTRIES + " entries");
          return;
        } else {
          entry(level, name, rootFacts, levels);
        }
      }
    } finally {
      while (levels.size() > 1) levels.pop().stream().close();
    }
  }

  private Level level(String path, Path real, SecureDirectoryStream<Path> stream) {
    var names = new ArrayList<Path>();
    try {
      for (Path name : stream) names.add(name.getFileName());
    } catch (DirectoryIteratorException refused) {
      notes.tell(path, Reason.REFUSED, cause(refused.getCause()));
    }
    Collections.sort(names);
    return new Level(path, real, stream, new ArrayDeque<>(names));
  }

  private void entry(Level level, Path name, Facts rootFacts, Deque<Level> levels)
      throws IOException {
    String path = level.path().isEmpty() ? name.toString() : level.path() + "/" + name;
    Path real = level.real().resolve(name); // keeps the bytes of names that are no text
    Facts facts;
    try {
      facts = Facts.of(real);
    } catch (IOException refused) {
      notes.tell(path, Reason.REFUSED, cause(refused));
      return;
    }
    switch (facts.mode() & TYPE) {
      case DIRECTORY -> {
        visitor.entry(facts.entry(path, EntryType.DIRECTORY, ""), Head.EMPTY);
        if (overlay && Xattrs.isOpaque(real)) mark(path, EntryType.OPAQUE);
        if (isKernels(path, facts, rootFacts)) return;
        if (levels.size() == MAX_DEPTH) {
          notes.tell(path, Reason.LIMIT, "deeper than " + MAX_DEPTH + " folders");
        } else {
          descend(level, name, path, levels);
        }
      }
      case FILE -> file(level, name, facts.file(path, capabilities(real, facts)));
      case LINK -> link(real, facts, path);
      case CHARACTER_DEVICE -> {
        if (overlay && facts.device() == 0) mark(path, EntryType.WHITEOUT);
        else visitor.entry(facts.entry(path, EntryType.SPECIAL, ""), Head.EMPTY);
      }
      default -> visitor.entry(facts.entry(path, EntryType.SPECIAL, ""), Head.EMPTY);
    }
  }

  /** A mounted /proc, /sys or /dev, when the root is that of a running system. */
  private static boolean isKernels(String path, Facts facts, Facts rootFacts) {
    boolean named = path.equals("proc") || path.equals("sys") || path.equals("dev");
    return named && facts.fileSystem() != rootFacts.fileSystem();
  }

  /** Only of what somebody may execute: to others they are of no use. */
  private static long capabilities(Path real, Facts facts) {
    return (facts.mode() & 0111) == 0 ? 0 : Capabilities.of(Xattrs.capability(real));
  }

  private void descend(Level level, Path name, String path, Deque<Level> levels)
      throws IOException {
    try {
      levels.push(
          level(
              path,
              level.real().resolve(name),
              level.stream().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)));
    } catch (FileSystemException refused) {
      notes.tell(path, Reason.REFUSED, cause(refused));
    }
  }

  private void link(Path real, Facts facts, String path) {
    String target;
    try {
      target = Files.readSymbolicLink(real).toString();
    } catch (IOException refused) {
      notes.tell(path, Reason.REFUSED, cause(refused));
      return;
    }
    visitor.entry(facts.entry(path, EntryType.SYMLINK, target), Head.EMPTY);
  }

  private void file(Level level, Path name, FileEntry file) throws IOException {
    SeekableByteChannel channel;
    int headLength;
    try {
      channel = level.stream().newByteChannel(name, READ);
    } catch (FileSystemException refused) {
      notes.tell(file.path(), Reason.REFUSED, cause(refused));
      return;
    }
    try (channel) {
      var content = new ChannelContent(channel, file.size());
      try {
        headLength = content.read(0, head, 0, head.length);
      } catch (IOException refused) {
        notes.tell(file.path(), Reason.REFUSED, cause(refused));
        return;
      }
      if (visitor.entry(file, new Head(head, 0, headLength))) visitor.content(file, content);
    }
  }

  private void mark(String path, EntryType type) {
    visitor.entry(new FileEntry(path, type, 0, 0, 0, 0, ""), Head.EMPTY);
  }

  private static String cause(@Nullable IOException refused) {
    if (refused instanceof java.nio.file.AccessDeniedException) return "permission denied";
    if (refused instanceof FileSystemException fault && fault.getReason() != null) {
      return fault.getReason();
    }
    return refused == null ? "unknown" : refused.getClass().getSimpleName();
  }

  /** What {@code lstat} tells. */
  private record Facts(int mode, int uid, int gid, long size, long device, long fileSystem) {
    static Facts of(Path path) throws IOException {
      Map<String, Object> told =
          Files.readAttributes(path, "unix:mode,uid,gid,size,rdev,dev", LinkOption.NOFOLLOW_LINKS);
      return new Facts(
          (int) number(told, "mode"),
          (int) number(told, "uid"),
          (int) number(told, "gid"),
          number(told, "size"),
          number(told, "rdev"),
          number(told, "dev"));
    }

    private static long number(Map<String, Object> told, String name) {
      return told.get(name) instanceof Number number ? number.longValue() : 0;
    }

    FileEntry file(String path, long capabilities) {
      return new FileEntry(path, EntryType.FILE, size, mode & 07777, uid, gid, "", capabilities);
    }

    FileEntry entry(String path, EntryType type, String link) {
      long bytes = type == EntryType.FILE ? size : 0;
      return new FileEntry(path, type, bytes, mode & 07777, uid, gid, link);
    }
  }

  /** An open file. Its size is that of the entry, also when it changes. */
  private record ChannelContent(SeekableByteChannel channel, long size) implements Content {
    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      if (position < 0 || position >= size) return 0;
      ByteBuffer buffer = ByteBuffer.wrap(into, offset, (int) Math.min(length, size - position));
      channel.position(position);
      while (buffer.hasRemaining()) if (channel.read(buffer) < 0) break;
      return buffer.position() - offset;
    }
  }
}
