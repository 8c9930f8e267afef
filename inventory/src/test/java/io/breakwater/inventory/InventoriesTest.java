package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Layers are read once, and what was kept of them is believed only as far as it goes. */
class InventoriesTest {

  /** A cache in memory. */
  private static final class MapResults implements LayerResults {
    final Map<String, byte[]> values = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, byte[] value) {
      values.put(key, value);
    }
  }

  /** The toy of another version. */
  private record OtherToy(int version) implements Analyser {
    @Override
    public String name() {
      return "toy";
    }

    @Override
    public boolean wants(FileEntry file, Head head) {
      return false;
    }

    @Override
    public void analyse(FileEntry file, Content content, FactSink facts) {}
  }

  private static Inventory take(LayerResults cache, Analyser analyser, ImageLayer... layers)
      throws IOException {
    return new Inventories(List.of(analyser), cache, 2)
        .take(TestImage.of(layers), _ -> Origin.UNKNOWN);
  }

  @Test
  void aLayerThatIsKnownIsNotReadAgain() throws IOException {
    var cache = new MapResults();
    var layer = TestLayer.number(1).file("a.toy", "a 1");
    var first = take(cache, new ToyAnalyser(), layer);
    var second = take(cache, new ToyAnalyser(), layer);
    assertThat(layer.reads).hasValue(1);
    assertThat(first.cachedLayers()).isZero();
    assertThat(second.cachedLayers()).isEqualTo(1);
    assertThat(second.components()).isEqualTo(first.components());
  }

  @Test
  void anotherVersionOfAnAnalyserReadsItAgain() throws IOException {
    var cache = new MapResults();
    var layer = TestLayer.number(1).file("a.toy", "a 1");
    take(cache, new ToyAnalyser(), layer);
    take(cache, new OtherToy(2), layer);
    assertThat(layer.reads).hasValue(2);
    assertThat(cache.values).hasSize(2);
  }

  @Test
  void whatIsKeptAndDamagedIsReadAgain() throws IOException {
    var cache = new MapResults();
    var layer = TestLayer.number(1).file("a.toy", "a 1");
    take(cache, new ToyAnalyser(), layer);
    cache.values.replaceAll((_, value) -> new byte[] {value[0], 1, 2, 3});
    assertThat(take(cache, new ToyAnalyser(), layer).components()).hasSize(1);
    assertThat(layer.reads).hasValue(2);
  }

  @Test
  void whatIsKeptAndMakesNoSenseIsReadAgain() throws IOException {
    var cache = new MapResults();
    var layer = TestLayer.number(1).file("a.toy", "a 1");
    take(cache, new ToyAnalyser(), layer);
    // A layout that is whole, of a package whose purl type is none.
    cache.values.replaceAll((_, value) -> replaced(value, "generic", "gen ric"));
    var inventory = take(cache, new ToyAnalyser(), layer);
    assertThat(inventory.components()).extracting(Component::name).containsExactly("a");
    assertThat(inventory.cachedLayers()).isZero();
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    var latin = StandardCharsets.ISO_8859_1;
    return new String(bytes, latin).replace(from, to).getBytes(latin);
  }

  @Test
  void aLayerThatDidNotProveItsIdentityIsNotKept() throws IOException {
    var cache = new MapResults();
    take(cache, new ToyAnalyser(), new Unproved());
    assertThat(cache.values).isEmpty();
  }

  @Test
  void aLayerThatCannotBeReadFailsTheWholeAndTheLowestOneTellsWhy() {
    var layers = List.of(TestLayer.number(1), new Broken("first"), new Broken("second"));
    assertThatThrownBy(
            () ->
                new Inventories(List.of(new ToyAnalyser()), LayerResults.none(), 3)
                    .take(new TestImage(List.copyOf(layers)), _ -> Origin.UNKNOWN))
        .isInstanceOf(IOException.class)
        .hasMessage("first");
  }

  @Test
  void aFileIsReadTogetherWithItsJournalWhicheverComesFirst() throws IOException {
    var inOrder = TestLayer.number(1).file("a.db", "one").file("a.db-log", "two");
    var reversed = TestLayer.number(2).file("a.db-log", "two").file("a.db", "one");
    for (TestLayer layer : List.of(inOrder, reversed)) {
      var inventory = take(LayerResults.none(), new Journalled(), layer);
      assertThat(inventory.components())
          .extracting(Component::name)
          .containsExactly("one-with-two");
    }
    var alone = TestLayer.number(3).file("a.db", "one");
    assertThat(take(LayerResults.none(), new Journalled(), alone).components())
        .extracting(Component::name)
        .containsExactly("one");
    assertThat(alone.reads).hasValue(1);
  }

  @Test
  void aLayerMayNotTellMoreThanThereIsRoomFor() {
    var findings = new Findings(new ToyAnalyser(), new FactBudget());
    findings.notAnalysed("", NotAnalysed.Reason.LIMIT, "");
    assertThat(findings.notes).containsExactly(new Note("", NotAnalysed.Reason.LIMIT, ""));
    var big = FoundPackage.of(Purl.of("generic", "", "a", "1"), "a", "1", "x".repeat(1_000_000));
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) findings.found(big);
            })
        .isInstanceOf(FactBudget.TooMuchException.class);
  }

  /** Names packages after a file and its journal. */
  private static final class Journalled implements Analyser {
    @Override
    public String name() {
      return "journalled";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public boolean wants(FileEntry file, Head head) {
      return file.path().startsWith("a.db");
    }

    @Override
    public String journal(FileEntry file) {
      return file.path().equals("a.db") ? "a.db-log" : "";
    }

    @Override
    public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
      tell(text(content), facts);
    }

    @Override
    public void analyse(FileEntry file, Content content, Content journal, FactSink facts)
        throws IOException {
      tell(text(content) + "-with-" + text(journal), facts);
    }

    private static String text(Content content) throws IOException {
      return new String(content.readAll(99), StandardCharsets.UTF_8);
    }

    private static void tell(String name, FactSink facts) {
      facts.found(FoundPackage.of(Purl.of("generic", "", name, ""), name, "", ""));
    }
  }

  /** A layer that has an identity but does not prove it. */
  private static final class Unproved implements ImageLayer {
    @Override
    public Optional<Digest> digest() {
      return Optional.empty();
    }

    @Override
    public Optional<Digest> diffId() {
      return Optional.of(TestLayer.diffId(1));
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public String instruction() {
      return "";
    }

    @Override
    public boolean read(LayerVisitor visitor) {
      return false;
    }
  }

  /** A layer that cannot be read. */
  private record Broken(String why) implements ImageLayer {
    @Override
    public Optional<Digest> digest() {
      return Optional.empty();
    }

    @Override
    public Optional<Digest> diffId() {
      return Optional.empty();
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public String instruction() {
      return "";
    }

    @Override
    public boolean read(LayerVisitor visitor) throws IOException {
      throw new IOException(why);
    }
  }
}
