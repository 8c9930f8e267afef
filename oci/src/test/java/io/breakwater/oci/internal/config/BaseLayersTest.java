package io.breakwater.oci.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaseLayersTest {
  @Test
  void theLastCommandBelowALayerEndsTheBase() {
    assertThat(
            BaseLayers.of(
                history(
                    "+ADD rootfs /",
                    "CMD [\"bash\"]",
                    "+RUN apt",
                    "ENV A=1",
                    "+COPY a /",
                    "CMD [\"a\"]"),
                3))
        .hasValue(1);
    assertThat(
            BaseLayers.of(
                history(
                    "+ADD rootfs /",
                    "CMD [\"bash\"]",
                    "+RUN jdk",
                    "CMD [\"jshell\"]",
                    "USER a",
                    "+COPY a /"),
                3))
        .hasValue(2);
    assertThat(
            BaseLayers.of(
                history("+ADD rootfs /", "/bin/sh -c #(nop)  CMD [\"bash\"]", "+COPY a /"), 2))
        .hasValue(1);
  }

  @Test
  void anImageOnNothingHasNoBase() {
    assertThat(BaseLayers.of(history("+ADD rootfs /", "CMD [\"bash\"]"), 1)).isEmpty();
    assertThat(BaseLayers.of(history("+COPY a /", "ENTRYPOINT [\"/a\"]"), 1)).isEmpty();
    assertThat(BaseLayers.of(List.of(), 2)).isEmpty();
  }

  @Test
  void aHistoryThatDoesNotMatchTheLayersTellsNothing() {
    assertThat(BaseLayers.of(history("+ADD rootfs /", "CMD [\"bash\"]", "+COPY a /"), 5)).isEmpty();
  }

  private static List<Json.Obj> history(String... steps) {
    var history = new ArrayList<Json.Obj>();
    for (String step : steps) {
      boolean layer = step.startsWith("+");
      history.add(
          new Json.Obj(
              Map.of(
                  "created_by",
                  new Json.Str(layer ? step.substring(1) : step),
                  "empty_layer",
                  new Json.Bool(!layer))));
    }
    return history;
  }
}
