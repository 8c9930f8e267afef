package io.breakwater.inspect.internal.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Keywords are found wherever they stand, however a file is read piece by piece. */
class FileScanTest {
  private static final List<String> KEYWORDS = List.of("secret", "password", "word");

  private record Finder(List<String> found) implements FileInspector {
    @Override
    public String name() {
      return "finder";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean wants(FileEntry file, Head head) {
      return true;
    }

    @Override
    public List<String> keywords() {
      return KEYWORDS;
    }

    @Override
    public void inspect(InspectedFile file, Sightings out) {
      for (int i = 0; i < file.hits().count(); i++) {
        found.add(KEYWORDS.get(file.hits().keyword(i)) + "@" + file.hits().end(i));
      }
    }
  }

  @Test
  void keywordsInBinariesAreFoundOnceWhereverTheyStand() throws IOException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      byte[] bytes = new byte[random.nextInt(3) * 262_144 + random.nextInt(600_000)];
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length / 300; i++) {
        byte[] word = KEYWORDS.get(random.nextInt(3)).getBytes(ISO_8859_1);
        int at = random.nextInt(Math.max(1, bytes.length - word.length));
        if (random.nextInt(5) == 0) at = Math.clamp(262_144L * (at >> 18) - 4, 0, at);
        System.arraycopy(word, 0, bytes, at, word.length);
      }
      var finder = new Finder(new ArrayList<>());
      var entry = new FileEntry("a", EntryType.FILE, bytes.length, 0644, 0, 0, "");
      new FileScan(List.of(finder)).scan(entry, Content.of(bytes), 1, sighting -> {});

      var expected = new ArrayList<String>();
      new Automaton(KEYWORDS)
          .scan(0, bytes, 0, bytes.length, (w, end) -> expected.add(KEYWORDS.get(w) + "@" + end));
      assertThat(finder.found()).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }
}
