package io.breakwater.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A docker archive that a test makes, layer by layer. */
final class TestImage {
  private final List<byte[]> layers = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private String config = "{\"Cmd\":[\"sh\"]}";

  /** Adds a layer. */
  TestImage layer(String instruction, Consumer<TestImage.LayerFiles> content) {
    var files = new LayerFiles();
    content.accept(files);
    layers.add(files.end());
    history.add("{\"created_by\":\"" + instruction + "\"}");
    return this;
  }

  /** Adds a step without files. */
  TestImage step(String instruction) {
    history.add("{\"created_by\":\"" + instruction + "\",\"empty_layer\":true}");
    return this;
  }

  /** Sets what the image runs. */
  TestImage config(String json) {
    config = json;
    return this;
  }

  /** An image that wastes in every way. */
  static TestImage wasteful() {
    return new TestImage()
        .layer("ADD rootfs.tar /", f -> f.file("bin/sh", 0755, "s".repeat(9_000)))
        .layer(
            "COPY app /app",
            f -> {
              f.file("app/run", 0644, "r".repeat(40_000));
              f.file("app/config", 0644, "c".repeat(2_000));
              f.file("app/sources.tar", 0644, "t".repeat(70_000));
              f.file("app/\u001b[31mred", 0644, "x");
            })
        .layer(
            "RUN apt-get install -y curl && chmod +x /app/run",
            f -> {
              f.file("app/run", 0755, "r".repeat(40_000));
              f.file("app/config", 0644, "d".repeat(2_000));
              f.file("var/cache/apt/archives/curl.deb", 0644, "d".repeat(5_000));
            })
        .layer(
            "RUN rm /app/sources.tar",
            f -> {
              f.file("app/.wh.sources.tar", 0, "");
              f.file("bin/sh", 0755, "s".repeat(9_000));
            });
  }

  /** Writes the archive. */
  Path save(Path file) throws IOException {
    var archive = new LayerFiles();
    var diffIds = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (byte[] layer : layers) {
      String digest = sha256(layer);
      diffIds.add("\"sha256:" + digest + "\"");
      names.add("\"" + digest + "/layer.tar\"");
      archive.file(digest + "/layer.tar", 0644, layer);
    }
    String document =
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":"
            + config
            + ",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":"
            + diffIds
            + "},\"history\":"
            + history
            + "}";
    archive.file("config.json", 0644, document);
    archive.file(
        "manifest.json",
        0644,
        "[{\"Config\":\"config.json\",\"RepoTags\":[\"test:1\"],\"Layers\":" + names + "}]");
    return Files.write(file, archive.end());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** The files of a layer, as a tar archive. */
  static final class LayerFiles {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LayerFiles file(String path, int mode, String content) {
      return file(path, mode, content.getBytes(StandardCharsets.UTF_8));
    }

    LayerFiles file(String path, int mode, byte[] content) {
      byte[] header = new byte[512];
      put(header, 0, path);
      put(header, 100, String.format(Locale.ROOT, "%07o", mode));
      put(header, 108, "0000000");
      put(header, 116, "0000000");
      put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
      put(header, 136, "00000000000");
      put(header, 148, "        ");
      header[156] = '0';
      put(header, 257, "ustar\u000000");
      int sum = 0;
      for (byte b : header) sum += b & 0xff;
      put(header, 148, String.format(Locale.ROOT, "%06o\u0000 ", sum));
      out.writeBytes(header);
      out.writeBytes(content);
      out.writeBytes(new byte[(512 - content.length % 512) % 512]);
      return this;
    }

    byte[] end() {
      out.writeBytes(new byte[1024]);
      return out.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, header, at, bytes.length);
    }
  }
}
