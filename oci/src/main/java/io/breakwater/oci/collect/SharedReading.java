package io.breakwater.oci.collect;

import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets several visitors read a layer at once; each gets the content that it asked for. */
final class SharedReading implements LayerVisitor {
  private final List<? extends LayerVisitor> visitors;
  private final Map<String, Long> wantedLinks = new HashMap<>();
  private long wanted;

  /** For up to 64 visitors. */
  SharedReading(List<? extends LayerVisitor> visitors) {
    if (visitors.size() > Long.SIZE) throw new IllegalArgumentException("too many visitors");
    this.visitors = visitors;
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    long who = 0;
    for (int i = 0; i < visitors.size(); i++) {
      if (visitors.get(i).entry(entry, head)) who |= 1L << i;
    }
    // The content of a file follows at once, that of a hard link when all else was seen.
    if (entry.type() != EntryType.HARD_LINK) wanted = who;
    else if (who != 0) wantedLinks.put(entry.path(), who);
    return who != 0;
  }

  @Override
  public void content(FileEntry entry, Content content) throws IOException {
    long who =
        entry.type() == EntryType.HARD_LINK ? wantedLinks.getOrDefault(entry.path(), 0L) : wanted;
    for (int i = 0; i < visitors.size(); i++) {
      if ((who >> i & 1) != 0) visitors.get(i).content(entry, content);
    }
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    for (LayerVisitor visitor : visitors) visitor.notAnalysed(path, reason, detail);
  }
}
