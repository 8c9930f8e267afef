package io.breakwater.cli;

import io.breakwater.model.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Runs the usual commands once on a small image of its own making, so that the JVM can write down
 * what it loaded and compiled: the class data that later starts begin with. See {@code bin/train}.
 */
public final class Training {
  private Training() {}

  /** Trains in a temporary folder, which is removed. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("bw-training");
    try {
      Path image = folder.resolve("image.tar");
      Files.write(image, archive());
      String cache = folder.resolve("cache").toString();
      String json = "json=" + folder.resolve("report.json");
      String reference = "docker-archive:" + image;
      for (int round = 0; round < 3; round++) {
        run("scan", "--offline", "--no-cache", "--output", json, reference);
        run("scan", "--offline", "--cache", cache, "--format", "json", "--lang", "zh", reference);
        run("scan", "--offline", "--cache", cache, "--fail-on", "high", reference);
      }
      run("db", "status");
      run("scan", "--help");
      run("version", "compare", "deb", "1.0", "1.1");
    } finally {
      remove(folder);
    }
  }

  private static void run(String... words) {
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Map.of("HOME", "/nonexistent"),
            Language.ENGLISH,
            Terminal.PLAIN_WIDTH,
            true,
            false);
    int code = Main.run(List.of(words), terminal);
    if (code == Main.ERROR) throw new IllegalStateException("failed: " + String.join(" ", words));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** A docker archive with one layer that has something for several analysers. */
  static byte[] archive() throws IOException {
    var layer = new TarFile();
    layer.add("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n");
    layer.add("var/lib/dpkg/status", dpkgStatus());
    layer.add("var/lib/dpkg/info/bash.list", "/.\n/bin\n/bin/bash\n");
    layer.add(
        "app/node_modules/lodash/package.json",
        "{\"name\":\"lodash\",\"version\":\"4.17.15\",\"license\":\"MIT\"}");
    layer.add(
        "usr/lib/python3/site-packages/Django-2.2.0.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: Django\nVersion: 2.2.0\nLicense: BSD\n\n");
    layer.add("app/lib/log4j-core-2.14.1.jar", jar());
    byte[] layerTar = layer.finish();
    String diffId = "sha256:" + sha256(layerTar);
    byte[] config =
        ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"sh\"]},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                + diffId
                + "\"]},\"history\":[{\"created_by\":\"/bin/sh -c #(nop) ADD file:1 in / \"}]}")
            .getBytes(StandardCharsets.UTF_8);
    String configName = sha256(config) + ".json";
    var archive = new TarFile();
    archive.add("layer.tar", layerTar);
    archive.add(configName, config);
    archive.add(
        "manifest.json",
        "[{\"Config\":\""
            + configName
            + "\",\"RepoTags\":[\"training:latest\"],\"Layers\":[\"layer.tar\"]}]");
    return archive.finish();
  }

  private static String dpkgStatus() {
    var status = new StringBuilder();
    for (String name : List.of("bash", "openssl", "libssl3", "sudo", "xz-utils")) {
      status
          .append("Package: ")
          .append(name)
          .append("\nStatus: install ok installed\nArchitecture: amd64\nSource: ")
          .append(name)
          .append("\nVersion: 1.1.1-1\nDescription: a package\n\n");
    }
    return status.toString();
  }

  private static byte[] jar() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new ZipOutputStream(bytes)) {
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      jar.write(
          "Manifest-Version: 1.0\nImplementation-Version: 2.14.1\n"
              .getBytes(StandardCharsets.UTF_8));
      String place = "META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties";
      jar.putNextEntry(new ZipEntry(place));
      jar.write(
          "groupId=org.apache.logging.log4j\nartifactId=log4j-core\nversion=2.14.1\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** Writes the plainest of archives: regular files in the ustar format. */
  private static final class TarFile {
    private static final int BLOCK = 512;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(String path, String content) {
      add(path, content.getBytes(StandardCharsets.UTF_8));
    }

    void add(String path, byte[] content) {
      byte[] header = new byte[BLOCK];
      put(header, 0, path);
      put(header, 100, "0000644");
      put(header, 108, "0000000");
      put(header, 116, "0000000");
      put(header, 124, String.format(java.util.Locale.ROOT, "%011o", content.length));
      put(header, 136, "00000000000");
      put(header, 148, "        ");
      header[156] = '0';
      put(header, 257, "ustar\u000000");
      int sum = 0;
      for (byte b : header) sum += b & 0xff;
      put(header, 148, String.format(java.util.Locale.ROOT, "%06o\u0000 ", sum));
      bytes.writeBytes(header);
      bytes.writeBytes(content);
      bytes.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    byte[] finish() {
      bytes.writeBytes(new byte[2 * BLOCK]);
      return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
      byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(ascii, 0, header, at, ascii.length);
    }
  }
}
