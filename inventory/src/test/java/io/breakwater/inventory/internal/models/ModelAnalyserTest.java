package io.breakwater.inventory.internal.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.Shown;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelAnalyserTest {
  private static List<String> shown(String path, byte[] bytes) throws IOException {
    return Shown.lines(RecordedFacts.of(new ModelAnalyser(), path, bytes));
  }

  private static byte[] safeTensors(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + 4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  /** A GGUF file of version 3 with a number, an array and strings. */
  private static byte[] gguf(String... keysAndValues) {
    var out = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(0);
    out.putLong(keysAndValues.length / 2 + 3L);
    text(out, "general.size").putInt(4).putInt(7);
    text(out, "general.tags").putInt(9).putInt(8).putLong(1);
    text(out, "chat");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      text(text(out, keysAndValues[i]).putInt(8), keysAndValues[i + 1]);
    }
    text(out, "tokenizer.ggml.tokens").putInt(9).putInt(8).putLong(150_000);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static ByteBuffer text(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return out.putLong(bytes.length).put(bytes);
  }

  @Test
  void aModelIsNamedByItsHeader() throws IOException {
    byte[] gguf =
        gguf("general.name", "Tiny", "general.version", "v1", "general.license", "apache-2.0");
    var facts = RecordedFacts.of(new ModelAnalyser(), "models/x.gguf", gguf);
    assertThat(Shown.lines(facts)).containsExactly("pkg:generic/Tiny@v1!");
    assertThat(facts.packages.getFirst().licences()).containsExactly("apache-2.0");
    String told = "{\"__metadata__\":{\"modelspec.title\":\"T\",\"license\":\"mit\"},\"w\":{}}";
    assertThat(shown("models/x.safetensors", safeTensors(told))).containsExactly("pkg:generic/T!");
  }

  @Test
  void aModelIsNamedByWhereItCameFrom() throws IOException {
    byte[] tensors = safeTensors("{\"__metadata__\":{\"format\":\"pt\"}}");
    assertThat(shown("root/hub/models--me--m/snapshots/abc/model.safetensors", tensors))
        .containsExactly("pkg:huggingface/me/m@abc!");
    assertThat(shown("root/hub/models--me--m/blobs/0123", tensors))
        .containsExactly("pkg:huggingface/me/m!");
    assertThat(shown("x.gguf", gguf("general.repo_url", "https://huggingface.co/me/m")))
        .containsExactly("pkg:huggingface/me/m!");
  }

  @Test
  void aModelThatTellsNothingIsNamedByItsFile() throws IOException {
    assertThat(shown("m/net-00001-of-00004.safetensors", safeTensors("{\"w\":{}}")))
        .containsExactly("pkg:generic/net!");
  }

  @Test
  void lengthsThatLeadOutOfTheFileAreRefused() {
    byte[] bytes = gguf();
    bytes[24] = (byte) 0xff; // the length of the first key
    bytes[29] = (byte) 0xff;
    assertThatThrownBy(() -> shown("x.gguf", bytes)).isInstanceOf(IOException.class);
    byte[] future = gguf();
    future[4] = 9;
    assertThatThrownBy(() -> shown("x.gguf", future)).hasMessageContaining("version 9");
  }
}
