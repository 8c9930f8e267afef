package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The explorer in a pseudo-terminal, which {@code script} of util-linux makes. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExplorerTerminalTest {
  private static final String ENTERED = "\u001b[?1049h";
  private static final String LEFT = "\u001b[?1049l";

  @TempDir Path folder;
  private String command = "";

  @BeforeEach
  void aTerminal() throws Exception {
    boolean there = Files.isExecutable(Path.of("/usr/bin/script"));
    Assumptions.assumeTrue(there, "skipped: there is no script(1)");
    Path image = TestImage.wasteful().save(folder.resolve("image.tar"));
    command =
        "stty rows 24 cols 80; stty -g > %s/before; '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s layers"
                .formatted(
                    folder,
                    Processes.java(),
                    System.getProperty("java.class.path"),
                    Main.class.getName())
            + " --explore docker-archive:%s %s; echo code $?; stty -g > %s/after"
                .formatted(image, "%s", folder);
  }

  /** A session in the terminal. */
  private static final class Session implements AutoCloseable {
    private final Process process;
    private final InputStream shown;
    private final OutputStream keys;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    Session(String command) throws IOException {
      var builder = new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null");
      builder.redirectErrorStream(true).environment().put("SHELL", "/bin/sh");
      process = builder.start();
      shown = process.getInputStream();
      keys = process.getOutputStream();
    }

    /** Waits until a text is on the screen, after all that was waited for before. */
    void await(String text) throws IOException {
      int from = all.size();
      while (!new String(all.toByteArray(), from, all.size() - from, StandardCharsets.UTF_8)
          .contains(text)) {
        int b = shown.read();
        assertThat(b).as("waiting for %s, seen:\n%s", text, all).isNotNegative();
        all.write(b);
      }
    }

    void type(String text) throws IOException {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    void end() throws Exception {
      all.write(shown.readAllBytes());
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @Test
  void keysMoveSearchAndLeaveAndTheTerminalIsAsItWas() throws Exception {
    try (var session = new Session(command.formatted(""))) {
      session.await(ENTERED);
      session.await("q quit");
      session.type("\u001b[B\u001b[B\t");
      session.await("changes of layer 3");
      session.type("/curl\r");
      session.await("\u001b[7m");
      session.await("curl.deb");
      session.type("a");
      session.await("all files up to layer 3");
      session.type("q");
      session.await(LEFT);
      session.await("code 0");
      session.end();
    }
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  @Test
  void aChangedSizeIsNoticed() throws Exception {
    String tty = folder.resolve("tty").toString();
    try (var session = new Session("tty > " + tty + "; " + command.formatted(""))) {
      session.await("q quit");
      Run resized =
          Processes.run(
              java.util.List.of("/bin/sh", "-c", "stty rows 10 cols 120 < $(cat " + tty + ")"),
              java.util.Map.of());
      assertThat(resized.code()).as(resized.err()).isZero();
      session.await("│ changes of layer 1" + " ".repeat(120 - 48 - 20));
      session.type("\u0003");
      session.await("code 0");
      session.end();
    }
    assertThat(folder.resolve("after")).exists();
  }

  @Test
  void aProcessThatIsKilledGivesTheTerminalBack() throws Exception {
    String pid = folder.resolve("pid").toString();
    String killer =
        "(while ! test -e %s/go; do sleep 0.1; done; kill -TERM $(cat %s)) & "
            .formatted(folder, pid);
    String asChild =
        command.replace(
            "; '", "; " + killer + "sh -c 'echo $$ > " + pid + "; exec \"$0\" \"$@\"' '");
    try (var session = new Session(asChild.formatted(""))) {
      session.await("q quit");
      Files.createFile(folder.resolve("go"));
      session.await(LEFT);
      session.await("code 143");
      session.end();
    }
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  @Test
  void withoutATerminalItSaysSo() throws Exception {
    Run run =
        Processes.run(
            java.util.List.of(
                "setsid",
                "-w",
                Processes.java().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "layers",
                "--explore",
                "docker-archive:" + folder.resolve("image.tar")),
            java.util.Map.of());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("needs a terminal");
  }
}
