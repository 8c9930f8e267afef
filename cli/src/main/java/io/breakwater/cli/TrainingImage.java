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
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An image with something for most analysers, for {@link Training}: layers large enough to be read
 * as large ones are, packages of many kinds, and a file that an upper layer deletes.
 */
final class TrainingImage {
  private static final int NOISE = 1 << 20;

  private TrainingImage() {}

  /** The image as {@code docker save} writes it. */
  static byte[] dockerArchive() throws IOException {
    List<byte[]> layers = layers();
    byte[] config = config(layers);
    String configName = sha256(config) + ".json";
    var names = new ArrayList<String>();
    var archive = new TarFile();
    for (byte[] layer : layers) {
      names.add('"' + sha256(layer) + "/layer.tar\"");
      archive.add(sha256(layer) + "/layer.tar", layer);
    }
    archive.add(configName, config);
    archive.add(
        "manifest.json",
        "[{\"Config\":\""
            + configName
            + "\",\"RepoTags\":[\"training:latest\"],\"Layers\":["
            + String.join(",", names)
            + "]}]");
    return archive.finish();
  }

  /** The image as an OCI layout with gzip layers, in a new folder. */
  static void ociLayout(Path folder) throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
    List<byte[]> layers = layers();
    var descriptors = new ArrayList<String>();
    for (byte[] layer : layers) {
      descriptors.add(blob(blobs, "application/vnd.oci.image.layer.v1.tar+gzip", gzip(layer)));
    }
    String config = blob(blobs, "application/vnd.oci.image.config.v1+json", config(layers));
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + config
            + ",\"layers\":["
            + String.join(",", descriptors)
            + "]}";
    String entry = blob(blobs, "application/vnd.oci.image.manifest.v1+json", utf8(manifest));
    Files.writeString(
        folder.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":[" + entry + "]}");
    Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
  }

  private static String blob(Path blobs, String mediaType, byte[] content) throws IOException {
    String digest = sha256(content);
    Files.write(blobs.resolve(digest), content);
    return "{\"mediaType\":\""
        + mediaType
        + "\",\"digest\":\"sha256:"
        + digest
        + "\",\"size\":"
        + content.length
        + "}";
  }

  private static byte[] config(List<byte[]> layers) {
    var diffIds = new ArrayList<String>();
    var history = new ArrayList<String>();
    for (byte[] layer : layers) {
      diffIds.add("\"sha256:" + sha256(layer) + '"');
      history.add(
          "{\"created\":\"2026-01-02T03:04:05.678Z\",\"created_by\":\"/bin/sh -c #(nop) ADD file:1 in / \"}");
    }
    return utf8(
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"created\":\"2026-01-02T03:04:05.678Z\",\"config\":{\"Cmd\":[\"sh\"]},"
            + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
            + String.join(",", diffIds)
            + "]},\"history\":["
            + String.join(",", history)
            + "]}");
  }

  private static List<byte[]> layers() throws IOException {
    var base = new TarFile();
    base.add("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n");
    base.add("etc/debian_version", "12.5\n");
    base.add("var/lib/dpkg/status", dpkgStatus());
    base.add("var/lib/dpkg/info/bash.list", "/.\n/bin\n/bin/bash\n/usr\n/usr/bin\n");
    base.add("usr/share/doc/bash/copyright", "License: GPL-3+\n");
    base.add("usr/lib/libtraining.so", elf());
    for (int i = 0; i < 1_500; i++) base.add("usr/share/zoneinfo/Some/Place" + i, "TZif2");
    base.add("noise", noise(1));
    base.add("usr/lib/mixed", mixed());
    var app = new TarFile();
    for (int i = 0; i < 300; i++) app.add("app/node_modules/module" + i + "/package.json", npm(i));
    app.add(
        "app/node_modules/lodash/package.json",
        "{\"name\":\"lodash\",\"version\":\"4.17.15\",\"license\":\"MIT\"}");
    app.add(
        "usr/lib/python3/site-packages/Django-2.2.0.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: Django\nVersion: 2.2.0\nLicense: BSD\n\n");
    app.add(
        "usr/lib/ruby/gems/3.0.0/specifications/rack-2.0.1.gemspec",
        "Gem::Specification.new do |s|\n  s.name = \"rack\".freeze\n  s.version = \"2.0.1\"\nend\n");
    app.add(
        "srv/vendor/composer/installed.json",
        "{\"packages\":[{\"name\":\"phpunit/phpunit\",\"version\":\"5.6.2\",\"license\":[\"BSD\"]}]}");
    app.add(
        "srv/shop.deps.json",
        "{\"targets\":{},\"libraries\":{\"Newtonsoft.Json/9.0.1\":{\"type\":\"package\"}}}");
    app.add(
        "app/lib/log4j-core-2.14.1.jar", jar("org.apache.logging.log4j", "log4j-core", "2.14.1"));
    app.add("app/lib/spring-beans-5.2.3.jar", jar("org.springframework", "spring-beans", "5.2.3"));
    app.add("bin/training", elf());
    app.add("noise2", noise(2));
    var last = new TarFile();
    last.add("app/node_modules/.wh.module1", "");
    last.add("var/lib/dpkg/status", dpkgStatus());
    last.add("noise3", noise(3));
    return List.of(base.finish(), app.finish(), last.finish());
  }

  /**
   * What packs well, in every way in which unpacking works: literals, runs, copies near and far.
   */
  private static byte[] mixed() {
    var random = new Random(5);
    byte[] out = new byte[4 * NOISE];
    for (int at = 0; at < out.length; ) {
      int n = Math.min(out.length - at, 3 + random.nextInt(60));
      int kind = random.nextInt(8);
      int back = 1 + random.nextInt(kind < 4 ? 32_000 : 40);
      for (int end = at + n; at < end; at++) {
        if (kind < 5 && at >= back) out[at] = out[at - back];
        else if (kind == 5) out[at] = (byte) random.nextInt(256);
        else if (kind == 6) out[at] = (byte) (Math.abs(random.nextGaussian()) * 25);
        else out[at] = 0;
      }
    }
    return out;
  }

  private static byte[] noise(int seed) {
    byte[] bytes = new byte[NOISE];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A shared library of the Java runtime that trains; nothing where it has none. */
  private static byte[] elf() throws IOException {
    Path library = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
    return Files.isRegularFile(library) ? Files.readAllBytes(library) : new byte[0];
  }

  private static String npm(int number) {
    return """
    {
      "name": "module%d",
      "version": "1.%d.0",
      "description": "a module \\"of\\" the training image",
      "dependencies": {"lodash": "^4.0.0"},
      "license": "MIT"
    }
    """
        .formatted(number, number);
  }

  private static String dpkgStatus() {
    var status = new StringBuilder();
    for (String name :
        List.of("bash", "openssl", "libssl3", "sudo", "xz-utils", "libc6", "zlib1g")) {
      status
          .append("Package: ")
          .append(name)
          .append("\nStatus: install ok installed\nArchitecture: amd64\nSource: ")
          .append(name)
          .append("\nVersion: 1.1.1-1\nDepends: libc6 (>= 2.36), zlib1g | bash\n")
          .append("Description: a package\n of the training image\n\n");
    }
    return status.toString();
  }

  private static byte[] jar(String group, String artifact, String version) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new ZipOutputStream(bytes)) {
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      jar.write(utf8("Manifest-Version: 1.0\nImplementation-Version: " + version + "\n"));
      String place = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
      jar.putNextEntry(new ZipEntry(place));
      jar.write(
          utf8("groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n"));
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
      add(path, utf8(content));
    }

    void add(String path, byte[] content) {
      byte[] header = new byte[BLOCK];
      put(header, 0, path);
      put(header, 100, "0000755");
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
