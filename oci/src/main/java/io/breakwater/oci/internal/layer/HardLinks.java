package io.breakwater.oci.internal.layer;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.internal.tar.TarEntry;
import io.breakwater.oci.internal.tar.TarInput;
import io.breakwater.oci.internal.tar.TarReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hard links of one layer. That a link is wanted turns out after its target went by, so its
 * content comes from a second walk, which only layers with such a link need.
 */
final class HardLinks {
  private static final int MOST = 200_000;

  private final LayerVisitor visitor;
  private final Notes notes;
  private final Map<String, String> targets = new HashMap<>();
  private final ArrayDeque<FileEntry> wanted = new ArrayDeque<>();

  HardLinks(LayerVisitor visitor, Notes notes) {
    this.visitor = visitor;
    this.notes = notes;
  }

  /** Tells the visitor of a link and remembers whether it is wanted. */
  void tell(FileEntry link) {
    if (targets.size() < MOST) targets.put(link.path(), link.linkTarget());
    if (!visitor.entry(link, Head.EMPTY)) return;
    if (wanted.size() < MOST) {
      wanted.add(link);
    } else {
      notes.tell(link.path(), Reason.LIMIT, "more than " + MOST + " hard links");
    }
  }

  boolean areWanted() {
    return !wanted.isEmpty();
  }

  /** Hands out the content of the wanted links, from a second walk of the same archive. */
  void deliver(TarInput in) throws IOException {
    var counts = new HashMap<String, Integer>();
    for (FileEntry link : wanted) counts.merge(file(link), 1, Integer::sum);
    var files = new HashMap<String, TarInput.Kept>();
    var reader = new TarReader(in);
    while (!wanted.isEmpty()) {
      Optional<TarEntry> next = reader.next();
      if (next.isEmpty()) break;
      TarEntry entry = next.get();
      String path = LayerPath.of(entry.name()).path();
      if (entry.type() == TarEntry.FILE && counts.containsKey(path)) {
        close(files.put(path, reader.keep()));
      } else if (entry.type() == TarEntry.HARD_LINK && path.equals(wanted.getFirst().path())) {
        FileEntry link = wanted.removeFirst();
        String file = file(link);
        content(link, files.get(file));
        if (counts.merge(file, -1, Integer::sum) == 0) close(files.remove(file));
      }
    }
  }

  private void content(FileEntry link, TarInput.@Nullable Kept kept) throws IOException {
    if (kept == null) {
      String detail = "a hard link to " + link.linkTarget() + ", which is not in this layer";
      notes.tell(link.path(), Reason.UNSUPPORTED, detail);
    } else {
      visitor.content(link, kept.content());
    }
  }

  private static void close(TarInput.@Nullable Kept kept) throws IOException {
    if (kept != null) kept.close();
  }

  /** The file at the end of a chain of links; where the chain is a loop, some link in it. */
  private String file(FileEntry link) {
    String file = link.linkTarget();
    for (int hops = 0; hops < 40; hops++) {
      String next = targets.get(file);
      if (next == null) return file;
      file = next;
    }
    return file;
  }
}
