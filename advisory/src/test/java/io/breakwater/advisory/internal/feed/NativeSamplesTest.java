package io.breakwater.advisory.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.input.InputWalker;
import io.breakwater.advisory.internal.input.Limits;
import io.breakwater.model.Advisory;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files of distributions' own feeds that other projects keep as samples. */
class NativeSamplesTest {
  /** For each form: files, and records that say something about a package. */
  private static final Map<String, Tally> EXPECTED =
      Map.ofEntries(
          Map.entry("OVAL", new Tally(39, 297)),
          Map.entry("Ubuntu OVAL", new Tally(5, 7)),
          Map.entry("Ubuntu VEX", new Tally(5, 4)),
          Map.entry("Ubuntu security notices", new Tally(4, 3)),
          Map.entry("Ubuntu CVEs (API)", new Tally(3, 4)),
          Map.entry("Debian CVE list", new Tally(2, 4)),
          Map.entry("updateinfo", new Tally(20, 21)),
          Map.entry("CVRF", new Tally(28, 19)),
          Map.entry("CSAF", new Tally(83, 66)),
          Map.entry("Photon OS CVE data", new Tally(11, 31)),
          Map.entry("Arch Linux security tracker", new Tally(6, 12)),
          Map.entry("AlmaLinux errata", new Tally(4, 4)),
          Map.entry("Rocky Linux errata", new Tally(8, 7)),
          Map.entry("Fedora Bodhi", new Tally(26, 21)),
          Map.entry("Alpine secdb", new Tally(28, 560)));

  /** What projects keep to see how they bear it, and what they made of the rest. */
  private static final Set<String> NO_FEEDS =
      Set.of("invalid", "broken", "unexpected-eof", "/sad/", "corrupt", "badid", "/golden/");

  private record Tally(int files, int records) {}

  @Test
  void everySampleIsReadInWhole() throws IOException {
    var found = new TreeMap<String, Tally>();
    var malformed = new ArrayList<String>();
    var path = SharedData.path("advisories/feed-format-samples.tar.zst");

    new InputWalker(
            Limits.DEFAULT,
            new InputWalker.Visitor() {
              @Override
              public void file(String name, byte[] content) {
                read(new FeedFile(name, content), found, malformed);
              }

              @Override
              public void skipped(String name, SkipReason reason, String details) {}
            })
        .walk(path);

    assertThat(malformed).isEmpty();
    assertThat(found).containsAllEntriesOf(EXPECTED);
  }

  private static void read(FeedFile file, Map<String, Tally> found, List<String> malformed) {
    Optional<Feed> feed = Feeds.of(Sample.of(file));
    if (feed.isEmpty() || !EXPECTED.containsKey(feed.get().name())) return;
    if (NO_FEEDS.stream().anyMatch(file.path()::contains)) return;
    var sink = new Counter();
    try {
      feed.get().read(file, sink);
    } catch (IOException failed) {
      malformed.add(file.path() + ": " + failed.getMessage());
    }
    if (sink.malformed > 0) malformed.add(file.path());
    found.merge(
        feed.get().name(),
        new Tally(1, sink.records),
        (a, b) -> new Tally(a.files + b.files, a.records + b.records));
  }

  private static final class Counter implements RecordSink {
    private int records;
    private int malformed;

    @Override
    public void add(Advisory advisory) {
      if (!advisory.affected().isEmpty()) records++;
    }

    @Override
    public void add(CveFacts facts) {}

    @Override
    public void skip(SkipReason reason) {
      if (reason == SkipReason.MALFORMED) malformed++;
    }
  }
}
