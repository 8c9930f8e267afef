package io.breakwater.inventory;

import io.breakwater.inventory.LayerAnalysis.Journalled;
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

/**
 * The second reading of a layer in which files have journals: it keeps a file in memory until its
 * journal comes, or the other way round. What one of them said alone stands where they are too
 * large.
 */
final class JournalPass implements LayerVisitor {
  private static final int LARGEST = 128 * 1024 * 1024;

  private final List<Journalled> pairs;
  private final LayerAnalysis analysis;
  private final Map<String, byte[]> kept = new HashMap<>();

  JournalPass(List<Journalled> pairs, LayerAnalysis analysis) {
    this.pairs = pairs;
    this.analysis = analysis;
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    if (entry.type() != EntryType.FILE || entry.size() > LARGEST) return false;
    for (Journalled pair : pairs) {
      if (entry.path().equals(pair.file()) || entry.path().equals(pair.journal())) return true;
    }
    return false;
  }

  @Override
  public void content(FileEntry entry, Content content) throws IOException {
    kept.put(entry.path(), content.readAll(LARGEST));
    for (Journalled pair : pairs) {
      byte[] file = kept.get(pair.file());
      byte[] journal = kept.get(pair.journal());
      boolean complete = entry.path().equals(pair.file()) || entry.path().equals(pair.journal());
      if (!complete || file == null || journal == null) continue;
      analysis.analyseWithJournal(pair, Content.of(file), Content.of(journal));
    }
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    // Told in the first reading.
  }
}
