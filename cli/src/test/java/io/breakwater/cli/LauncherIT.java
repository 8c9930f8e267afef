package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, on the application that the build made. */
class LauncherIT {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir Path folder;

  @Test
  void aChangedJarIsNeverRunFromAStaleArchive() throws Exception {
    Path app = copyOfApp();
    Path jar = app.resolve("lib/io.breakwater.cli-" + Version.NUMBER + ".jar");
    byte[] original = Files.readAllBytes(jar);
    Files.write(jar, rewritten(original, Version.LINE));
    Files.setLastModifiedTime(jar, LONG_AGO);
    train(app);
    long size = Files.size(jar);
    assertThat(version(app, "on")).isEqualTo(Version.LINE);

    Files.write(jar, rewritten(original, "bw 9.9.9"));
    Files.setLastModifiedTime(jar, LONG_AGO);
    assertThat(Files.size(jar)).as("size and time tell nothing").isEqualTo(size);
    assertThat(version(app, "auto")).isEqualTo("bw 9.9.9");
  }

  @Test
  void theArchiveIsTakenOverAfterAMove() throws Exception {
    Path app = copyOfApp();
    train(app);
    Path moved = folder.resolve("moved");
    Files.move(app, moved);
    for (Path jar : jars(moved)) {
      // A copy has a new inode and change time, as after unpacking.
      Path copy = Files.copy(jar, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(version(moved, "on")).isEqualTo(Version.LINE);
  }

  @Test
  void namesInEveryScriptWorkInEveryLocale() throws Exception {
    Run run =
        Processes.launcher(Processes.APP, Map.of("LC_ALL", "C", "LANG", "C"), "scan", "dir:/没有/这个");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("/没有/这个");
  }

  @Test
  void outputIsNotColouredInAPipe() throws Exception {
    Run run = Processes.launcher(Processes.APP, Map.of(), "--help");
    assertThat(run.out()).contains("Examples").doesNotContain("\u001b");
  }

  private Path copyOfApp() throws IOException {
    Path app = folder.resolve("app");
    try (Stream<Path> all = Files.walk(Processes.APP)) {
      for (Path from : all.sorted().toList()) {
        Path to = app.resolve(Processes.APP.relativize(from).toString());
        if (Files.isDirectory(from)) Files.createDirectories(to);
        else Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return app;
  }

  private static List<Path> jars(Path app) throws IOException {
    try (Stream<Path> all = Files.list(app.resolve("lib"))) {
      return all.filter(p -> p.toString().endsWith(".jar")).toList();
    }
  }

  private static void train(Path app) throws Exception {
    Run run =
        Processes.run(
            List.of(app.resolve("bin/train").toString()),
            Map.of("BW_HOME", app.toString(), "BW_JAVA", Processes.java().toString()));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(app.resolve("lib/bw.aot")).isNotEmptyFile();
  }

  /** {@code mode} on: fail where the archive is not used; auto: as usual. */
  private static String version(Path app, String mode) throws Exception {
    Map<String, String> environment =
        mode.equals("on") ? Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on") : Map.of();
    Run run = Processes.launcher(app, environment, "--version");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().strip();
  }

  /** The jar with another version line in its classes, not compressed, so that sizes are equal. */
  private static byte[] rewritten(byte[] jar, String line) throws IOException {
    assertThat(line).hasSameSizeAs(Version.LINE);
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(jar));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        byte[] changed = content.replace(Version.LINE, line).getBytes(StandardCharsets.ISO_8859_1);
        var copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(changed.length);
        var crc = new CRC32();
        crc.update(changed);
        copy.setCrc(crc.getValue());
        copy.setLastModifiedTime(LONG_AGO);
        out.putNextEntry(copy);
        out.write(changed);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
