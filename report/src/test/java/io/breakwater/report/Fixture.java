package io.breakwater.report;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One report with a finding of every kind, some of them hostile. */
final class Fixture {
  static final BuildFile DOCKERFILE =
      new BuildFile(
          "docker/Dockerfile",
          List.of(
              new BuildFile.Step("FROM", "debian:12.5-slim", 1, 1),
              new BuildFile.Step("COPY", "--chown=0 config/ /root/.aliyun/", 3, 3),
              new BuildFile.Step("RUN", "rm -rf /root/.aliyun && npm ci --omit=dev", 4, 6),
              new BuildFile.Step("COPY", "target/cart.jar /app/", 7, 7),
              new BuildFile.Step("ENTRYPOINT", "[\"java\",\"-jar\",\"/app/cart.jar\"]", 8, 8)));

  private Fixture() {}

  static byte[] bytes() throws IOException {
    try (var in = Fixture.class.getResourceAsStream("report.json")) {
      if (in == null) throw new IOException("no fixture");
      return in.readAllBytes();
    }
  }

  static Document document() throws IOException {
    return Document.read(bytes());
  }

  /** The fixture without anything wrong. */
  static Document clean() throws IOException {
    String text = new String(bytes(), StandardCharsets.UTF_8);
    for (String list : new String[] {"findings", "suppressed", "notAnalysed"}) {
      text =
          text.replaceFirst("\"" + list + "\": \\[", "\"" + list + "\": [], \"x-" + list + "\": [");
    }
    return Document.read(text.getBytes(StandardCharsets.UTF_8));
  }

  static String print(Printer printer, Document document, Context context) throws IOException {
    var out = new ByteArrayOutputStream();
    printer.print(document, context, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static String print(String name) throws IOException {
    Context context =
        Context.of(Language.ENGLISH)
            .in(Map.of("GITHUB_SHA", "a".repeat(40), "GITHUB_REF", "refs/heads/x"));
    return print(Printers.named(name).orElseThrow(), document(), context);
  }

  static Json.Obj json(String text) throws IOException {
    return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
  }
}
