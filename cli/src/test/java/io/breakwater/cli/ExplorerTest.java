package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.layers.ImageLayers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The explorer without a terminal: keys in, lines out. */
class ExplorerTest {
  @TempDir Path folder;
  private ImageLayers layers = noLayers();
  private Explorer explorer = explorer(Language.ENGLISH, layers);

  private static ImageLayers noLayers() {
    try {
      Path root = java.nio.file.Files.createTempDirectory("bw-empty");
      try (var image = ImageSources.open("dir:" + root, OpenOptions.defaults())) {
        return ImageLayers.read(image);
      } finally {
        java.nio.file.Files.delete(root);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Explorer explorer(Language language, ImageLayers layers) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            System.out,
            System.err,
            Map.of(),
            language,
            80,
            false,
            true);
    return new Explorer("image.tar", layers, terminal);
  }

  @BeforeEach
  void anImage() throws Exception {
    Path file = TestImage.wasteful().save(folder.resolve("image.tar"));
    try (var image = ImageSources.open("docker-archive:" + file, OpenOptions.defaults())) {
      layers = ImageLayers.read(image);
    }
    explorer = explorer(Language.ENGLISH, layers);
  }

  private void press(Object... keys) {
    for (Object key : keys) {
      if (key instanceof Keys named) {
        assertThat(explorer.press(Press.of(named))).isTrue();
      } else {
        String.valueOf(key)
            .codePoints()
            .forEach(c -> assertThat(explorer.press(Press.character(c))).isTrue());
      }
    }
  }

  private String screen(int columns, int rows) {
    List<String> lines = explorer.draw(new Screen.Size(columns, rows));
    assertThat(lines).hasSizeLessThanOrEqualTo(rows);
    var plain = new ArrayList<String>();
    for (String line : lines) {
      String text = line.replaceAll("\u001b\\[[0-9;]*m", "");
      assertThat(Cells.width(text)).isLessThanOrEqualTo(columns);
      assertThat(text).doesNotContain("\u001b");
      plain.add(text.stripTrailing());
    }
    return String.join("\n", plain) + "\n";
  }

  @Test
  void theScreenIsWhatItShouldBe() throws Exception {
    press(Keys.DOWN, Keys.DOWN, Keys.DOWN, Keys.TAB);
    Golden.check("explorer-changes.txt", screen(80, 24));
    press("a");
    Golden.check("explorer-all.txt", screen(80, 24));
    explorer = explorer(Language.CHINESE, layers);
    Golden.check("explorer-chinese.txt", screen(80, 24));
  }

  @Test
  void foldersCloseAndOpen() {
    press(Keys.DOWN, Keys.ENTER);
    assertThat(screen(80, 24)).contains("▾ app/").contains("sources.tar");
    press(Keys.ENTER);
    assertThat(screen(80, 24)).contains("▸ app/").doesNotContain("sources.tar");
    press(Keys.RIGHT, Keys.DOWN, Keys.LEFT, Keys.LEFT);
    assertThat(screen(80, 24)).contains("▸ app/");
  }

  @Test
  void searchGoesToTheNextNameAndRoundTheEnd() {
    press(Keys.DOWN, Keys.DOWN, "/", "CURX", Keys.BACKSPACE, "l", Keys.ENTER);
    assertThat(explorer.draw(new Screen.Size(80, 24)))
        .anySatisfy(line -> assertThat(line).contains("\u001b[7m").contains("curl.deb"));
    press("n");
    press("/", "nowhere", Keys.ENTER);
    assertThat(screen(80, 24)).contains("not found: nowhere");
    press("/", "x", Keys.ESCAPE, Keys.DOWN);
  }

  @Test
  void itEndsWhenAsked() {
    assertThat(explorer.press(Press.character('q'))).isFalse();
    assertThat(explorer.press(Press.of(Keys.ESCAPE))).isFalse();
    press("/");
    assertThat(explorer.press(Press.of(Keys.INTERRUPT))).isFalse();
  }

  @Test
  void anyKeysAtAnySizeDrawLinesThatFit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    Keys[] keys = {
      Keys.UP,
      Keys.DOWN,
      Keys.LEFT,
      Keys.RIGHT,
      Keys.PAGE_DOWN,
      Keys.PAGE_UP,
      Keys.HOME,
      Keys.END,
      Keys.TAB,
      Keys.ENTER,
      Keys.BACKSPACE,
      Keys.OTHER
    };
    for (int i = 0; i < 2_000; i++) {
      if (random.nextInt(3) > 0) press(keys[random.nextInt(keys.length)]);
      else press(Character.toString("ajkhln/ 语".charAt(random.nextInt(9))));
      int columns = 1 + random.nextInt(120);
      int rows = 1 + random.nextInt(40);
      try {
        screen(columns, rows);
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("seed " + seed + " at " + columns + "x" + rows, failed);
      }
    }
  }

  @Test
  void keysAreReadFromTheBytesOfTerminals() throws Exception {
    byte[] typed =
        "a\u001b[A\u001bOB\u001b[5~\u001b[1;5C\u001b[Z\t\r\u007f语\u0003\u001b[Q\u001b[99999999~"
            .getBytes(StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(typed);
    var reader = new KeyReader(in::read);
    var keys = new ArrayList<String>();
    for (Press press = reader.next(); press.key() != Keys.NONE; press = reader.next()) {
      keys.add(
          press.key() == Keys.CHARACTER ? Character.toString(press.character()) : "" + press.key());
    }
    assertThat(keys)
        .containsExactly(
            "a",
            "UP",
            "DOWN",
            "PAGE_UP",
            "RIGHT",
            "TAB",
            "TAB",
            "ENTER",
            "BACKSPACE",
            "语",
            "INTERRUPT",
            "OTHER",
            "OTHER");
    assertThat(new KeyReader(new ByteArrayInputStream(new byte[] {27})::read).next().key())
        .isEqualTo(Keys.ESCAPE);
  }
}
