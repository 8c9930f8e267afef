package io.breakwater.oci.internal.config;

import io.breakwater.model.json.Json;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many of an image's lowest layers its base image brought, as far as the history tells.
 *
 * <p>A finished image says what it runs, so its history ends with CMD or ENTRYPOINT. One that is
 * followed by more layers was therefore the end of a base image; of several the last counts. That
 * is a good guess and no proof: a Dockerfile may set CMD before its last layer.
 */
final class BaseLayers {
  private BaseLayers() {}

  /**
   * Counts them.
   *
   * @param history every step of the image
   * @param layers how many layers it has
   * @return empty when the history tells nothing of a base image, or does not match the layers
   */
  static OptionalInt of(List<Json.Obj> history, int layers) {
    int steps = 0;
    int base = 0;
    boolean settled = false;
    for (Json.Obj step : history) {
      if (!step.isTrue("empty_layer")) {
        steps++;
        if (settled) base = steps - 1;
        settled = false;
      } else {
        settled |= saysWhatRuns(History.instruction(step.text("created_by")));
      }
    }
    return steps != layers || base == 0 ? OptionalInt.empty() : OptionalInt.of(base);
  }

  private static boolean saysWhatRuns(String instruction) {
    return instruction.startsWith("CMD ") || instruction.startsWith("ENTRYPOINT ");
  }
}
