package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code bw layers} from its arguments to its output. */
class LayersTest {
  @TempDir Path folder;
  private String image = "";

  @BeforeEach
  void anImageThatWastes() throws Exception {
    image = "docker-archive:" + TestImage.wasteful().save(folder.resolve("image.tar"));
  }

  @ParameterizedTest
  @EnumSource
  void theTableIsWhatItShouldBe(Language language) throws Exception {
    Run run = Run.bw(language, "", "layers", "--max-waste", "1k", image);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
    String name = "layers-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    Golden.check(name, run.out().replace(image, "docker-archive:image.tar"));
    assertThat(run.out().lines()).allSatisfy(l -> assertThat(Cells.width(l)).isLessThan(101));
  }

  @Test
  void theDocumentIsWhatItShouldBe() throws Exception {
    Run run = Run.bw("layers", "--format", "json", image);
    Golden.check("layers.json", run.out().replace(image, "docker-archive:image.tar"));
    Json.Obj document = Json.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(document.objects("layers")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "--max-waste, 1k, 2",
    "--max-waste, 0, 2",
    "--max-waste, 1M, 0",
    "--max-waste, 1%, 2",
    "--max-waste, 120%, 0",
    "--min-efficiency, 0.99, 2",
    "--min-efficiency, 0.1, 0",
  })
  void thresholdsEndWithTwo(String option, String value, int code) {
    assertThat(Run.bw("layers", option, value, image).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"--max-waste, much", "--max-waste, -1%", "--min-efficiency, 2"})
  void aThresholdThatIsNoneIsAnError(String option, String value) {
    Run run = Run.bw("layers", option, value, image);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(value);
  }
}
