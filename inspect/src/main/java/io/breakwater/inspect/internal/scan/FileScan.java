package io.breakwater.inspect.internal.scan;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.KeywordHits;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inspectors joined: all their keywords are found in one pass over a file. Immutable, safe for use
 * by several threads.
 */
public final class FileScan {
  private static final int BUFFER = 256 * 1024;

  private final List<FileInspector> inspectors;
  private final Automaton automaton;

  /** By the word of the automaton: which inspector, and which of its keywords, in pairs. */
  private final int[][] meanings;

  /** Bits of those who have keywords, and of those who read text as it is stored. */
  private final long withKeywords;

  private final long asStored;

  /** Joins inspectors. */
  public FileScan(List<FileInspector> inspectors) {
    this.inspectors = List.copyOf(inspectors);
    var words = new java.util.LinkedHashMap<String, List<Integer>>();
    long keyed = 0;
    long stored = 0;
    for (int i = 0; i < inspectors.size(); i++) {
      List<String> keywords = inspectors.get(i).keywords();
      if (!keywords.isEmpty()) keyed |= 1L << i;
      if (inspectors.get(i).readsAsStored()) stored |= 1L << i;
      for (int k = 0; k < keywords.size(); k++) {
        List<Integer> pairs = words.computeIfAbsent(keywords.get(k), w -> new ArrayList<>());
        pairs.add(i);
        pairs.add(k);
      }
    }
    this.withKeywords = keyed;
    this.asStored = stored;
    this.automaton = new Automaton(List.copyOf(words.keySet()));
    this.meanings =
        words.values().stream()
            .map(pairs -> pairs.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Who is joined. */
  List<FileInspector> inspectors() {
    return inspectors;
  }

  /**
   * Shows a file to inspectors.
   *
   * @param who a bit for each, by its index
   */
  public void scan(FileEntry entry, Content written, long who, Sightings out) throws IOException {
    byte[] start = written.read(0, Math.min(64, written.size()), 64);
    Content read = Wide.narrowed(written, new Head(start, 0, start.length));
    if (read.equals(written)) {
      show(entry, written, who, out);
    } else {
      show(entry, read, who & ~asStored, out);
      show(entry, written, who & asStored, out);
    }
  }

  private void show(FileEntry entry, Content content, long who, Sightings out) throws IOException {
    if (who == 0) return;
    var hits = new KeywordHits[inspectors.size()];
    if ((who & withKeywords) != 0) find(content, who, hits);
    Throwable failure = null;
    for (int i = 0; i < hits.length; i++) {
      if ((who >> i & 1) == 0) continue;
      FileInspector inspector = inspectors.get(i);
      if (hits[i] == null && !inspector.needsEveryFile()) continue;
      KeywordHits found = hits[i] == null ? KeywordHits.NONE : hits[i];
      try {
        inspector.inspect(new InspectedFile(entry, content, found), out);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // What one cannot read may be read by the next; the first failure is told.
        if (failure == null) failure = e;
      }
    }
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IOException(failure);
    }
  }

  private void find(Content content, long who, KeywordHits[] hits) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(content.size(), 1))];
    int state = automaton.start();
    for (long at = 0; ; ) {
      int n = content.read(at, buffer, 0, buffer.length);
      if (n <= 0) return;
      long base = at;
      state =
          automaton.scan(
              state,
              buffer,
              0,
              n,
              (word, end) -> {
                int[] pairs = meanings[word];
                for (int p = 0; p < pairs.length; p += 2) {
                  int i = pairs[p];
                  if ((who >> i & 1) == 0) continue;
                  if (hits[i] == null) hits[i] = new KeywordHits(inspectors.get(i).mostHits());
                  hits[i].add(pairs[p + 1], base + end);
                }
              });
      at += n;
    }
  }
}
