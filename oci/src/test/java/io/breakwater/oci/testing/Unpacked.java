package io.breakwater.oci.testing;

import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.internal.layer.LayerPath;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a runtime would see after unpacking layer after layer, in memory. */
public final class Unpacked {
  private final TreeMap<String, FileEntry> entries = new TreeMap<>();
  private final TreeMap<String, String> contents = new TreeMap<>();

  /** Puts a layer on top. */
  public void put(ImageLayer layer) throws IOException {
    Seen seen = Seen.all();
    layer.read(seen);
    for (FileEntry entry : seen.entries) {
      if (entry.type() == EntryType.WHITEOUT) remove(entry.path(), true);
      if (entry.type() == EntryType.OPAQUE) remove(entry.path(), false);
    }
    for (FileEntry entry : seen.entries) {
      if (entry.type() == EntryType.WHITEOUT || entry.type() == EntryType.OPAQUE) continue;
      entries.put(entry.path(), entry);
      contents.remove(entry.path());
    }
    contents.putAll(seen.contents);
  }

  private void remove(String path, boolean itself) {
    String inside = path.isEmpty() ? "" : path + "/";
    entries.keySet().removeIf(p -> p.startsWith(inside) || (itself && p.equals(path)));
  }

  /** All paths that are there. */
  public Set<String> paths() {
    return entries.keySet();
  }

  /** The content of a file, links followed inside the root; empty where they lead nowhere. */
  public Optional<String> read(String path) {
    String at = path;
    for (int hops = 0; hops < 40; hops++) {
      FileEntry entry = entries.get(at);
      if (entry == null) return Optional.empty();
      if (entry.type() != EntryType.SYMLINK) return Optional.ofNullable(contents.get(at));
      String folder = at.substring(0, at.lastIndexOf('/') + 1);
      String target = entry.linkTarget();
      at = LayerPath.of(target.startsWith("/") ? target : folder + target).path();
    }
    return Optional.empty();
  }
}
