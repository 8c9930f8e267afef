package io.breakwater.oci.internal.engine;

import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks an engine at a socket. Each request has a connection of its own. */
public final class EngineClient {
  private static final int LARGEST_DOCUMENT = 16 << 20;

  private final Path socket;
  private final Duration silence;

  /**
   * @param silence how long the engine may take for each piece of an answer
   */
  public EngineClient(Path socket, Duration silence) {
    this.socket = socket;
    this.silence = silence;
  }

  /**
   * What the engine knows of an image.
   *
   * @param description as {@code docker image inspect} prints it
   * @param podman whether the engine is podman
   */
  public record Inspected(Json.Obj description, boolean podman) {}

  /**
   * Asks for an image by a name or id; empty when the engine does not have it.
   *
   * @throws IOException when the engine cannot be asked or fails
   */
  public Optional<Inspected> inspect(String name) throws IOException {
    try (EngineAnswer answer = get("/images/" + escaped(name) + "/json")) {
      if (answer.status() == 404) return Optional.empty();
      byte[] body = answer.body().readNBytes(LARGEST_DOCUMENT + 1);
      if (body.length > LARGEST_DOCUMENT) throw new IOException("the engine's answer is too long");
      if (answer.status() != 200) throw failed(answer.status(), body);
      boolean podman = answer.header("server").startsWith("Libpod");
      return Optional.of(new Inspected(Json.parseObject(body), podman));
    }
  }

  /**
   * An image as an archive of the kind that {@code docker save} writes.
   *
   * @throws IOException when the engine cannot be asked or fails
   */
  public EngineAnswer save(String name) throws IOException {
    EngineAnswer answer = get("/images/" + escaped(name) + "/get");
    if (answer.status() == 200) return answer;
    try (answer) {
      throw failed(answer.status(), answer.body().readNBytes(LARGEST_DOCUMENT));
    }
  }

  private EngineAnswer get(String path) throws IOException {
    SocketStream stream = SocketStream.connect(socket, silence);
    try {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: engine\r\nUser-Agent: breakwater\r\nConnection: close\r\n\r\n";
      stream.send(request.getBytes(StandardCharsets.US_ASCII));
      return EngineAnswer.read(stream);
    } catch (IOException failure) {
      stream.close();
      throw failure;
    }
  }

  private static IOException failed(int status, byte[] body) {
    String message;
    try {
      message = Json.parseObject(body).text("message");
    } catch (IOException _) {
      message = "";
    }
    String shown = message.length() > 300 ? message.substring(0, 300) : message;
    return new IOException(
        "the engine answered " + status + (shown.isEmpty() ? "" : ": " + printable(shown)));
  }

  private static String printable(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }

  /** Leaves the characters of names, escapes all others. */
  private static String escaped(String name) {
    var out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || "._-~/:@".indexOf(c) >= 0) out.append(c);
      else out.append('%').append(String.format("%02X", (int) c));
    }
    return out.toString();
  }
}
