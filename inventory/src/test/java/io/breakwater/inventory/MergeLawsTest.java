package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Laws of the merge, on images that are made up: each test is named after the seed that made it.
 */
class MergeLawsTest {
  private static final int IMAGES = 60;
  private static final Analyser TOY = new ToyAnalyser();

  @TestFactory
  Stream<DynamicTest> mergingLayersIsAnalysingTheFlattenedFileSystem() {
    return seeds(
        seed -> {
          var made = MadeImage.of(seed);
          var merged = placesOf(new TestImage(made.layers).inventory(TOY));
          var flat = TestLayer.number(0);
          new TreeMap<>(made.files).forEach(flat::file);
          assertThat(merged).isEqualTo(placesOf(TestImage.of(flat).inventory(TOY)));
        });
  }

  @TestFactory
  Stream<DynamicTest> theResultIsTheSameHoweverManyThreadsReadAndWhateverIsCached() {
    return seeds(
        seed -> {
          var image = new TestImage(MadeImage.of(seed).layers);
          var alone = take(image, LayerResults.none(), 1);
          assertThat(take(image, LayerResults.none(), 4)).isEqualTo(alone);
          var cache = new MapResults();
          assertThat(take(image, cache, 2)).isEqualTo(alone);
          var warm = take(image, cache, 2);
          assertThat(warm.cachedLayers()).isEqualTo(image.layers().size());
          assertThat(warm.components()).isEqualTo(alone.components());
          assertThat(warm.notAnalysed()).isEqualTo(alone.notAnalysed());
        });
  }

  @TestFactory
  Stream<DynamicTest> aPackageWasThereInEveryLayerSinceTheOneThatBroughtIt() {
    return seeds(
        seed -> {
          var made = MadeImage.of(seed);
          var there = new ArrayList<TreeSet<String>>();
          for (int n = 1; n <= made.layers.size(); n++) {
            var names = new TreeSet<String>();
            new TestImage(made.layers.subList(0, n))
                .inventory(TOY)
                .components()
                .forEach(c -> names.add(c.name() + " " + c.version()));
            there.add(names);
          }
          for (Component c : new TestImage(made.layers).inventory(TOY).components()) {
            int brought = layerOf(c);
            for (int n = brought; n <= made.layers.size(); n++) {
              assertThat(there.get(n - 1)).contains(c.name() + " " + c.version());
            }
          }
        });
  }

  private static Inventory take(TestImage image, LayerResults cache, int threads)
      throws IOException {
    return new Inventories(List.of(TOY), cache, threads)
        .take(image, _ -> io.breakwater.model.Origin.UNKNOWN);
  }

  private static int layerOf(Component component) {
    return Integer.parseInt(component.introducedIn().orElseThrow().layer().hex().substring(60), 16);
  }

  private static Set<String> placesOf(Inventory inventory) {
    var places = new TreeSet<String>();
    for (Component c : inventory.components()) {
      c.locations().forEach(at -> places.add(c.name() + " " + c.version() + " " + at.path()));
    }
    return places;
  }

  private interface Law {
    void check(long seed) throws IOException;
  }

  private static Stream<DynamicTest> seeds(Law law) {
    return new Random(42)
        .longs(IMAGES)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> law.check(seed)));
  }

  /** A cache in memory. */
  private static final class MapResults implements LayerResults {
    private final Map<String, byte[]> values = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, byte[] value) {
      values.put(key, value);
    }
  }

  /** An image of random layers, and the files that it has in the end by plain bookkeeping. */
  private static final class MadeImage {
    private static final List<String> PATHS =
        List.of("a", "b", "a/a", "a/b", "b/a", "b/b", "a/b/a", "a/b/b", "a/b/a/b", "b/b/b", "ab");

    final List<ImageLayer> layers = new ArrayList<>();
    final Map<String, String> files = new HashMap<>();

    static MadeImage of(long seed) {
      var random = new Random(seed);
      var image = new MadeImage();
      int layers = 1 + random.nextInt(6);
      for (int n = 1; n <= layers; n++) image.add(random, TestLayer.number(n));
      return image;
    }

    private void add(Random random, TestLayer layer) {
      var below = new HashMap<>(files);
      var added = new HashMap<String, String>();
      int entries = random.nextInt(8);
      for (int i = 0; i < entries; i++) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        switch (random.nextInt(7)) {
          case 0 -> {
            layer.whiteout(path);
            below.keySet().removeIf(file -> isBelow(file, path) || file.equals(toy(path)));
            layer.whiteout(toy(path));
          }
          case 1 -> {
            layer.opaque(path);
            below.keySet().removeIf(file -> isBelow(file, path));
          }
          case 2 -> {
            layer.directory(path);
          }
          case 3 -> {
            layer.symlink(path, "elsewhere");
            below.keySet().removeIf(file -> isBelow(file, path));
            added.keySet().removeIf(file -> isBelow(file, path));
          }
          default -> {
            String text = "p" + random.nextInt(4) + " " + random.nextInt(2);
            layer.file(toy(path), text);
            below.remove(toy(path));
            added.put(toy(path), text);
          }
        }
      }
      files.clear();
      files.putAll(below);
      files.putAll(added);
      layers.add(layer);
    }

    private static String toy(String path) {
      return path + ".toy";
    }

    private static boolean isBelow(String file, String directory) {
      return file.startsWith(directory + "/");
    }
  }
}
