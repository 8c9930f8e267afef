package io.breakwater.oci.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineAnswerTest {
  private static EngineAnswer read(String answer) throws IOException {
    InputStream in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1));
    return EngineAnswer.read(in);
  }

  @Test
  void chunksAreJoinedAndTrailersSkipped() throws Exception {
    EngineAnswer answer =
        read(
            "HTTP/1.1 200 OK\r\nServer: Libpod/4\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;name=value\r\nabc\r\n0A\r\n0123456789\r\n0\r\nT: v\r\n\r\nrest");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("server")).isEqualTo("Libpod/4");
    assertThat(answer.body().readAllBytes()).asString().isEqualTo("abc0123456789");
  }

  @Test
  void interimAnswersAreSkipped() throws Exception {
    EngineAnswer answer = read("HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 404 No\r\n\r\nbody");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().readAllBytes()).asString().isEqualTo("body");
  }

  @Test
  void aCountedBodyEndsWhereItShould() throws Exception {
    EngineAnswer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nbody");
    assertThat(answer.body().readAllBytes()).asString().isEqualTo("bo");
  }

  @FuzzTest
  void everyAnswerIsReadOrRefused(byte[] answer) {
    try (EngineAnswer read = EngineAnswer.read(new ByteArrayInputStream(answer))) {
      assertThat(read.body().readAllBytes().length).isLessThanOrEqualTo(answer.length);
    } catch (IOException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }
}
