package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.KeywordHits;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds secrets in the content of files. */
final class SecretInspector implements FileInspector {
  private static final int VERSION = 1;
  private static final int PIECE = 1 << 20;

  /** How far before a keyword and behind it its secret may be. */
  private static final int BEFORE = 1_024;

  private static final int BEHIND = 16_384;

  private final SecretOptions options;
  private final SecretFinder finder;

  SecretInspector(SecretOptions options) {
    this.options = options;
    this.finder = new SecretFinder(options);
  }

  @Override
  public String name() {
    return "secrets" + options.name();
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return Wanted.is(file, head);
  }

  @Override
  public List<String> keywords() {
    return finder.keywords();
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    KeywordHits hits = file.hits();
    if (hits.count() == 0 || options.user().allowsFile(file.path())) return;
    byte[] head = file.window(0, 8_192);
    Place place = Place.of(file.path());
    TextScan scan = finder.scan(place, isBinary(head));
    for (int hit = 0; hit < hits.count(); ) {
      long base = Math.max(0, hits.end(hit) - BEFORE);
      byte[] text = file.window(base, PIECE);
      boolean last = base + text.length >= file.content().size();
      long limit = last ? Long.MAX_VALUE : base + text.length - BEHIND;
      do {
        finder.at(scan, text, text.length, base, hits.keyword(hit), (int) (hits.end(hit) - base));
        hit++;
      } while (hit < hits.count() && hits.end(hit) <= limit);
    }
    report(file, scan, out);
  }

  private void report(InspectedFile file, TextScan scan, Sightings out) throws IOException {
    var found = new ArrayList<>(scan.found());
    found.sort(Comparator.comparingLong(Found::start).thenComparing(f -> f.rule().id()));
    var lines = new LineCount(file);
    for (Found one : found) {
      int line = lines.of(one.start());
      options.tell(file, one, line, out);
    }
  }

  private static boolean isBinary(byte[] head) {
    for (byte b : head) if (b == 0) return true;
    return false;
  }

  /** Counts lines once, for places in order. */
  private static final class LineCount {
    private final InspectedFile file;
    private final byte[] buffer = new byte[16_384];
    private long at;
    private int line = 1;

    LineCount(InspectedFile file) {
      this.file = file;
    }

    int of(long position) throws IOException {
      while (at < position) {
        int wanted = (int) Math.min(buffer.length, position - at);
        int n = file.content().read(at, buffer, 0, wanted);
        if (n <= 0) break;
        for (int i = 0; i < n; i++) if (buffer[i] == '\n') line++;
        at += n;
      }
      return line;
    }
  }
}
