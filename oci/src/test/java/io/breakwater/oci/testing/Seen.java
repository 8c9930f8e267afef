package io.breakwater.oci.testing;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Notes all that a layer tells. */
public final class Seen implements LayerVisitor {
  private static final int MOST = 64 << 20;

  /** The entries in order. */
  public final List<FileEntry> entries = new ArrayList<>();

  /** The first bytes of each file by path. */
  public final Map<String, String> heads = new LinkedHashMap<>();

  /** The content of each wanted file by path, the last where there are several. */
  public final Map<String, String> contents = new LinkedHashMap<>();

  /** What could not be read: path and reason. */
  public final List<String> notes = new ArrayList<>();

  /** What exactly was wrong with it. */
  public final List<String> details = new ArrayList<>();

  private final Predicate<FileEntry> wanted;

  /** Wants some of the files. */
  public Seen(Predicate<FileEntry> wanted) {
    this.wanted = wanted;
  }

  /** Wants everything. */
  public static Seen all() {
    return new Seen(_ -> true);
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    entries.add(entry);
    if (entry.type() == EntryType.FILE) {
      heads.put(
          entry.path(),
          new String(head.bytes(), head.offset(), head.length(), StandardCharsets.ISO_8859_1));
    }
    return wanted.test(entry);
  }

  @Override
  public void content(FileEntry entry, Content content) throws IOException {
    byte[] bytes = content.readAll(MOST);
    contents.put(entry.path(), new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void notAnalysed(String path, Reason reason, String detail) {
    notes.add(path + " " + reason);
    details.add(detail);
  }

  /** The paths in order, with their types unless they are files. */
  public List<String> paths() {
    return entries.stream()
        .map(e -> e.type() == EntryType.FILE ? e.path() : e.type() + " " + e.path())
        .toList();
  }

  /** The content of a wanted file. */
  public String contentOf(String path) {
    String content = contents.get(path);
    if (content == null) throw new AssertionError("no content of " + path + " in " + paths());
    return content;
  }

  /** The last entry of a path. */
  public FileEntry entry(String path) {
    Optional<FileEntry> last =
        entries.reversed().stream().filter(e -> e.path().equals(path)).findFirst();
    return last.orElseThrow(() -> new AssertionError("no entry " + path + " in " + paths()));
  }
}
