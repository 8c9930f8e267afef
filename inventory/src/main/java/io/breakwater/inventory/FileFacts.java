package io.breakwater.inventory;

import io.breakwater.model.Digest;
import io.breakwater.model.FoundFile;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the files of one layer that can be run or loaded, and packs them: by path, each path as
 * what it shares with the one before and the rest, so that a file costs some thirty bytes. Nobody
 * unpacks them before they are asked for.
 *
 * <p>There is no digest among the facts. Hashing executables, libraries and archives means to read
 * most bytes of an image, which a scan otherwise never touches: see docs/files.md for numbers. Who
 * wants digests asks {@link FileDigests} for those of the files that matter.
 */
final class FileFacts {
  private static final int MOST = 200_000;
  private static final List<FoundFile.Type> TYPES = List.of(FoundFile.Type.values());
  private static final int MOST_CHARACTERS = 32_000_000;

  private final Map<String, Seen> files = new HashMap<>();
  private int characters;
  private boolean full;

  /** A file, and where in the layer it came. */
  private record Seen(FileEntry entry, FoundFile.Type type, int position) {}

  /** A file of the layer, whatever it is. */
  void file(FileEntry entry, Head head, int position) {
    FoundFile.Type type = type(entry, head);
    if (type != null) put(entry, type, position);
    else gone(entry.path());
  }

  /** Another name of a file of the layer. */
  void link(FileEntry entry, int position) {
    Seen target = files.get(entry.linkTarget());
    if (target == null) {
      gone(entry.path());
      return;
    }
    FileEntry file = target.entry();
    var named =
        new FileEntry(
            entry.path(),
            EntryType.FILE,
            file.size(),
            file.mode(),
            file.uid(),
            file.gid(),
            "",
            file.capabilities());
    put(named, target.type(), position);
  }

  /** Something else takes the place of what had this path. */
  void gone(String path) {
    if (!files.isEmpty()) files.remove(path);
  }

  /** Whether there were more than are kept. */
  boolean isFull() {
    return full;
  }

  private void put(FileEntry entry, FoundFile.Type type, int position) {
    if (files.size() == MOST || characters > MOST_CHARACTERS) {
      full = true;
      return;
    }
    characters += entry.path().length();
    files.put(entry.path(), new Seen(entry, type, position));
  }

  private static FoundFile.@Nullable Type type(FileEntry entry, Head head) {
    if (head.isElf()) return FoundFile.Type.ELF;
    if (head.startsWith('#', '!')) return FoundFile.Type.SCRIPT;
    if (head.startsWith('P', 'K', 3, 4)) return FoundFile.Type.ARCHIVE;
    boolean runs = entry.executable() || (entry.mode() & 06000) != 0 || entry.capabilities() != 0;
    return runs ? FoundFile.Type.OTHER : null;
  }

  /**
   * Packs them.
   *
   * @param survives whether a path that came at a position is still there at the end of the layer
   */
  byte[] pack(BiPredicate<String, Integer> survives) {
    var sorted = new ArrayList<Seen>(files.size());
    for (Seen seen : files.values()) {
      if (survives.test(seen.entry().path(), seen.position())) sorted.add(seen);
    }
    sorted.sort((a, b) -> a.entry().path().compareTo(b.entry().path()));
    var out = new ByteArrayOutputStream();
    number(out, sorted.size());
    byte[] last = new byte[0];
    for (Seen seen : sorted) {
      FileEntry entry = seen.entry();
      byte[] path = entry.path().getBytes(StandardCharsets.UTF_8);
      int same = Arrays.mismatch(last, path);
      if (same < 0) same = path.length;
      number(out, same);
      number(out, path.length - same);
      out.write(path, same, path.length - same);
      number(out, TYPES.indexOf(seen.type()));
      number(out, entry.size());
      number(out, entry.mode());
      number(out, entry.uid());
      number(out, entry.gid());
      number(out, entry.capabilities());
      last = path;
    }
    return out.toByteArray();
  }

  /**
   * Unpacks them, owners left open.
   *
   * @throws CorruptFactsException when the bytes are none of {@link #pack}
   */
  static List<FoundFile> unpack(byte[] packed, int layer, Optional<Digest> diffId) {
    try {
      var in = new Cursor(packed);
      int count = (int) in.number();
      var files = new ArrayList<FoundFile>(Math.clamp(count, 0, packed.length));
      byte[] path = new byte[0];
      for (int i = 0; i < count; i++) {
        int same = (int) in.number();
        int more = (int) in.number();
        if (same < 0 || same > path.length) throw new IndexOutOfBoundsException(same);
        path = in.appended(path, same, more);
        files.add(
            new FoundFile(
                "/" + new String(path, StandardCharsets.UTF_8),
                layer,
                diffId,
                TYPES.get((int) in.number()),
                in.number(),
                (int) in.number(),
                (int) in.number(),
                (int) in.number(),
                in.number(),
                Optional.empty()));
      }
      return files;
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptFactsException(new IllegalArgumentException(e));
    }
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte b = bytes[at++];
        value |= (b & 0x7fL) << shift;
        if (b >= 0) break;
      }
      return value;
    }

    /** So many bytes of an array and the next ones. */
    byte[] appended(byte[] to, int same, int more) {
      if (more < 0 || more > bytes.length - at) throw new IndexOutOfBoundsException(more);
      byte[] joined = Arrays.copyOf(to, same + more);
      System.arraycopy(bytes, at, joined, same, more);
      at += more;
      return joined;
    }
  }
}
