package io.breakwater.inventory.internal.classifier;

import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.inventory.internal.classifier.Pattern.Match;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks through one file for what some classifiers know it by. */
final class BinaryScan {
  private static final int CHUNK = 128 << 10;
  private static final long MOST_BYTES = 256L << 20;

  /** After so many anchors that led to nothing a classifier gives up on the file. */
  private static final int MOST_FAILURES = 500;

  /** Where linkers put constants; code, symbols and debug information are passed over. */
  private static final List<String> SECTIONS =
      List.of(".rodata", ".data", ".data.rel.ro", ".rodata1", ".lrodata", ".rdata");

  private final ClassifierCatalog catalog;
  private final ClassifierCatalog.Compiled compiled;
  private final Content content;
  private final boolean[] wanted;
  private final int[] failures;
  private final @Nullable Hit[] hits;
  private int open;
  private long position;
  private @Nullable IOException failure;

  /**
   * What a file says.
   *
   * @param at the position in the file
   * @param evidence the bytes that say it, in quotes
   */
  record Hit(Classifier classifier, String version, long at, String evidence) {}

  private BinaryScan(ClassifierCatalog catalog, Content content, boolean[] wanted) {
    this.catalog = catalog;
    this.compiled = catalog.compiled();
    this.content = content;
    this.wanted = wanted;
    failures = new int[catalog.size()];
    hits = new Hit[catalog.size()];
    for (boolean one : wanted) if (one) open++;
  }

  /**
   * Looks through a file, for each classifier until it is found.
   *
   * @param wanted by number the classifiers in question
   */
  static List<Hit> of(ClassifierCatalog catalog, Content content, boolean[] wanted)
      throws IOException {
    var scan = new BinaryScan(catalog, content, wanted);
    scan.run();
    return scan.result();
  }

  private void run() throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, content.size())];
    long left = MOST_BYTES;
    for (Range range : ranges()) {
      long end = Math.min(range.offset() + Math.min(range.size(), left), content.size());
      int state = AnchorAutomaton.START;
      for (position = range.offset(); position < end && state >= 0; ) {
        int n = content.read(position, chunk, 0, (int) Math.min(chunk.length, end - position));
        if (n <= 0) break;
        state = compiled.automaton().scan(chunk, 0, n, state, this::hit);
        position += n;
      }
      if (failure != null) throw failure;
      if (state < 0) return;
      left -= Math.max(0, end - range.offset());
    }
  }

  private List<Range> ranges() throws IOException {
    var whole = List.of(new Range(0, 0, content.size()));
    Optional<Executable> executable = Executable.open(content);
    if (executable.isEmpty()) return whole;
    var ranges = new ArrayList<Range>();
    for (String name : SECTIONS) {
      Optional<Range> section = executable.get().section(name);
      if (section.isPresent() && section.get().offset() >= 0 && section.get().size() > 0) {
        ranges.add(section.get());
      }
    }
    return ranges.isEmpty() ? whole : ranges;
  }

  private boolean hit(int pattern, int end) {
    int classifier = catalog.owner(pattern);
    if (!wanted[classifier]) return true;
    Pattern known = compiled.patterns().get(pattern);
    long anchor = position + end - known.anchor().length();
    long from = Math.max(0, anchor - 2 * Pattern.MOST_BEFORE);
    byte[] window = new byte[2 * Pattern.MOST_BEFORE + Pattern.MOST_AFTER];
    int length;
    try {
      length = content.read(from, window, 0, window.length);
    } catch (IOException e) {
      failure = e;
      return false;
    }
    Match match = known.match(window, length, (int) (anchor - from));
    if (match != null) {
      hits[classifier] =
          new Hit(
              catalog.get(classifier),
              match.version(),
              from + match.start(),
              Escapes.quoted(window, match.start(), match.end(), 160));
    } else if (++failures[classifier] < MOST_FAILURES) {
      return true;
    }
    wanted[classifier] = false;
    return --open > 0;
  }

  private List<Hit> result() {
    var found = new ArrayList<Hit>();
    for (Hit hit : hits) {
      if (hit != null) found.add(hit);
    }
    var mistaken = new ArrayList<String>();
    for (Hit hit : found) mistaken.addAll(hit.classifier().over());
    found.removeIf(hit -> mistaken.contains(hit.classifier().id()));
    return found;
  }
}
