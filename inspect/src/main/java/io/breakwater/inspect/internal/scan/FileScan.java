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

  /** As much of the piece before is looked at again as a stretch may start before it is noticed. */
  private static final int TAIL = 8;

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

  /** Shows a file that is in no layer to inspectors. */
  public void scan(FileEntry entry, Content written, long who, Sightings out) throws IOException {
    scan(inspectors, entry, written, who, out);
  }

  /**
   * Shows a file to inspectors.
   *
   * @param layer those of the layer, in the order of all
   * @param who a bit for each, by its index
   */
  void scan(List<FileInspector> layer, FileEntry entry, Content written, long who, Sightings out)
      throws IOException {
    byte[] start = written.read(0, Math.min(64, written.size()), 64);
    Content read = Wide.narrowed(written, new Head(start, 0, start.length));
    if (read.equals(written)) {
      show(layer, entry, written, who, out);
    } else {
      show(layer, entry, read, who & ~asStored, out);
      show(layer, entry, written, who & asStored, out);
    }
  }

  private void show(
      List<FileInspector> layer, FileEntry entry, Content content, long who, Sightings out)
      throws IOException {
    if (who == 0) return;
    var hits = new KeywordHits[inspectors.size()];
    if ((who & withKeywords) != 0) find(content, who, hits);
    Throwable failure = null;
    for (int i = 0; i < hits.length; i++) {
      if ((who >> i & 1) == 0) continue;
      FileInspector inspector = layer.get(i);
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

  /**
   * Finds all keywords: in the stretches that may be text alone, unless somebody wants to see bytes
   * as they are. What is found there is as long as a word of text at least.
   */
  private void find(Content content, long who, KeywordHits[] hits) throws IOException {
    boolean everywhere = (who & asStored) != 0;
    byte[] buffer = new byte[(int) Math.min(BUFFER, content.size()) + TAIL];
    var places = new Places(who, hits);
    int tail = 0; // how many of the last bytes before stand at the start of the buffer
    for (long at = 0; at < content.size(); ) {
      int n = fill(content, at, buffer, tail);
      if (n == 0) return;
      places.base = at - tail;
      int end = tail + n;
      if (everywhere) places.all(buffer, tail, end);
      else TextRuns.each(buffer, 0, end, (from, to) -> places.stretch(buffer, from, to));
      at += n;
      if (end < TAIL) return;
      tail = TAIL;
      places.next(end);
      System.arraycopy(buffer, end - TAIL, buffer, 0, TAIL);
    }
  }

  /** Reads until the buffer is full, so that stretches stay in step with it. */
  private static int fill(Content content, long at, byte[] buffer, int from) throws IOException {
    int n = 0;
    while (from + n < buffer.length) {
      int more = content.read(at + n, buffer, from + n, buffer.length - from - n);
      if (more <= 0) break;
      n += more;
    }
    return n;
  }

  /** Notes where keywords are. */
  private final class Places implements Automaton.Hits {
    private final long who;
    private final KeywordHits[] hits;
    private long base;
    private int state = automaton.start();

    /** Up to where the automaton has read; what follows without a gap goes on from its state. */
    private int read;

    Places(long who, KeywordHits[] hits) {
      this.who = who;
      this.hits = hits;
    }

    void all(byte[] buffer, int from, int to) {
      state = automaton.scan(state, buffer, from, to, this);
    }

    void stretch(byte[] buffer, int from, int to) {
      boolean follows = from <= read;
      state =
          automaton.scan(
              follows ? state : automaton.start(), buffer, follows ? read : from, to, this);
      read = to;
    }

    /** The next piece begins with the last few bytes of this one. */
    void next(int end) {
      read = Math.max(0, read - (end - TAIL));
    }

    @Override
    public void hit(int word, int end) {
      int[] pairs = meanings[word];
      for (int p = 0; p < pairs.length; p += 2) {
        int i = pairs[p];
        if ((who >> i & 1) == 0) continue;
        if (hits[i] == null) hits[i] = new KeywordHits(inspectors.get(i).mostHits());
        hits[i].add(pairs[p + 1], base + end);
      }
    }
  }
}
