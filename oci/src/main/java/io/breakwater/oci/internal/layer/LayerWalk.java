package io.breakwater.oci.internal.layer;

import static io.breakwater.oci.internal.tar.TarEntry.CHARACTER_DEVICE;
import static io.breakwater.oci.internal.tar.TarEntry.DIRECTORY;
import static io.breakwater.oci.internal.tar.TarEntry.FILE;
import static io.breakwater.oci.internal.tar.TarEntry.HARD_LINK;
import static io.breakwater.oci.internal.tar.TarEntry.SYMLINK;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.tar.TarEntry;
import io.breakwater.oci.internal.tar.TarInput;
import io.breakwater.oci.internal.tar.TarReader;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells a visitor what the archive of a layer says: paths inside the root, whiteouts in the words
 * of aufs ({@code .wh.}) and of overlay (devices 0/0, attributes), links as they are written.
 */
final class LayerWalk {
  /** Twenty times the entries of the largest images that are known. */
  static final int MAX_ENTRIES = 20_000_000;

  /** Four times what Linux takes. */
  static final int MAX_NAME = 16 << 10;

  private static final String PREFIX = ".wh.";
  private static final String META = ".wh..wh.";
  private static final String OPAQUE = ".wh..wh..opq";

  private final LayerVisitor visitor;
  private final Notes notes;
  private final HardLinks links;

  LayerWalk(LayerVisitor visitor, Notes notes) {
    this.visitor = visitor;
    this.notes = notes;
    this.links = new HardLinks(visitor, notes);
  }

  /** The hard links met, some of which may still want their content. */
  HardLinks links() {
    return links;
  }

  /**
   * Walks to the end.
   *
   * @throws DefectException where the archive cannot be followed any further
   */
  void walk(TarInput in) throws IOException {
    var reader = new TarReader(in);
    for (int i = 0; i < MAX_ENTRIES; i++) {
      Optional<TarEntry> next = reader.next();
      if (next.isEmpty()) return;
      tell(reader, next.get());
    }
    throw new DefectException(Reason.LIMIT, "more than " + MAX_ENTRIES + " entries");
  }

  private void tell(TarReader reader, TarEntry entry) throws IOException {
    LayerPath name = LayerPath.of(entry.name());
    String path = name.path();
    if (path.length() > MAX_NAME || entry.link().length() > MAX_NAME) {
      notes.tell("", Reason.LIMIT, "a name of " + entry.name().length() + " characters");
      return;
    }
    if (name.outside()) notes.tell(path, Reason.OUTSIDE, "its name has too many ..");
    String base = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith(META) && !path.equals(OPAQUE)) return; // aufs's own notes
    if (base.startsWith(PREFIX)) {
      whiteout(path, base);
    } else if (entry.type() == CHARACTER_DEVICE && entry.device().isNone()) {
      mark(path, EntryType.WHITEOUT);
    } else {
      tell(reader, entry, path);
    }
  }

  private void whiteout(String path, String base) {
    String folder = path.substring(0, path.length() - base.length());
    String gone = base.substring(PREFIX.length());
    if (base.equals(OPAQUE)) {
      mark(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1), EntryType.OPAQUE);
    } else if (base.startsWith(META)) {
      return; // aufs's own notes
    } else if (gone.isEmpty() || gone.equals(".") || gone.equals("..")) {
      notes.tell(path, Reason.MALFORMED, "a whiteout of nothing");
    } else {
      mark(folder + gone, EntryType.WHITEOUT);
    }
  }

  private void mark(String path, EntryType type) {
    visitor.entry(new FileEntry(path, type, 0, 0, 0, 0, ""), Head.EMPTY);
  }

  private void tell(TarReader reader, TarEntry entry, String path) throws IOException {
    switch (entry.type()) {
      case FILE -> file(reader, facts(entry, path, EntryType.FILE, ""));
      case DIRECTORY -> {
        visitor.entry(facts(entry, path, EntryType.DIRECTORY, ""), Head.EMPTY);
        if (entry.opaque()) mark(path, EntryType.OPAQUE);
      }
      case SYMLINK ->
          visitor.entry(facts(entry, path, EntryType.SYMLINK, entry.link()), Head.EMPTY);
      case HARD_LINK -> {
        LayerPath target = LayerPath.of(entry.link());
        if (target.outside()) notes.tell(path, Reason.OUTSIDE, "its link has too many ..");
        links.tell(facts(entry, path, EntryType.HARD_LINK, target.path()));
      }
      default -> visitor.entry(facts(entry, path, EntryType.SPECIAL, ""), Head.EMPTY);
    }
  }

  private static FileEntry facts(TarEntry entry, String path, EntryType type, String link) {
    return new FileEntry(
        path,
        type,
        entry.size(),
        entry.mode(),
        entry.uid(),
        entry.gid(),
        link,
        entry.capabilities());
  }

  private void file(TarReader reader, FileEntry file) throws IOException {
    if (!visitor.entry(file, reader.head())) return;
    if (reader.storedSize() > ContentKeeper.MOST) {
      notes.tell(file.path(), Reason.LIMIT, file.size() + " bytes");
      return;
    }
    try (TarInput.Kept kept = reader.keep()) {
      visitor.content(file, kept.content());
    }
  }
}
