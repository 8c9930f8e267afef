package io.breakwater.inspect.internal.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.internal.pods.Standard.Level;
import io.breakwater.inspect.internal.pods.Standard.Violation;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardTest {
  @Test
  void whatIsSaidIsWhatKubernetesSays() throws Exception {
    Path file = SharedData.path("vectors/psa/check-messages.jsonl");
    var wrong = new ArrayList<String>();
    for (String line : Files.readAllLines(file)) {
      Json.Obj row = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
      var pod = new Value(row.object("pod"), Field.ROOT);
      Optional<String> said =
          Standard.violations(
                  new Pod(pod.get("metadata"), pod.get("spec")), Level.RESTRICTED, Standard.LATEST)
              .stream()
              .filter(v -> v.check().equals(row.text("check")))
              .map(Violation::message)
              .findFirst();
      Optional<String> expected =
          row.isTrue("expectAllowed")
              ? Optional.empty()
              : Optional.of(row.text("expectReason") + " (" + row.text("expectDetail") + ")");
      if (!said.equals(expected)) wrong.add(row.text("name") + ": " + said + " not " + expected);
    }
    assertThat(wrong).isEmpty();
  }
}
