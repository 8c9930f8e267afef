package io.breakwater.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The whole of the user's terminal, key by key. {@code stty} changes its mode, as Java cannot. The
 * terminal is given back as it was, whatever happens: by closing, or when the process is told to
 * end.
 */
final class Screen implements AutoCloseable {
  private static final File TERMINAL = new File("/dev/tty");
  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";
  private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";

  private final FileInputStream in;
  private final FileOutputStream out;
  private final String saved;
  private final Thread hook = new Thread(this::giveBack, "breakwater-screen");
  private final KeyReader keys;
  private boolean givenBack;

  /** How many columns and lines there are. */
  record Size(int columns, int rows) {
    static final Size USUAL = new Size(80, 24);
  }

  private Screen(FileInputStream in, FileOutputStream out, String saved) {
    this.in = in;
    this.out = out;
    this.saved = saved;
    this.keys = new KeyReader(in::read);
  }

  /**
   * Takes the terminal.
   *
   * @throws IOException when the process has none
   */
  static Screen open() throws IOException {
    String saved = stty("-g").strip();
    var in = new FileInputStream(TERMINAL);
    try {
      var screen = new Screen(in, new FileOutputStream(TERMINAL), saved);
      Runtime.getRuntime().addShutdownHook(screen.hook);
      // A read gives up after a fifth of a second, so that a changed size is noticed.
      stty("-icanon", "-echo", "-isig", "-ixon", "-icrnl", "min", "0", "time", "2");
      screen.write(ENTER);
      return screen;
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  /** Its size now. */
  Size size() throws IOException {
    String[] words = stty("size").strip().split(" ", -1);
    try {
      int rows = Integer.parseInt(words[0]);
      int columns = Integer.parseInt(words[words.length - 1]);
      if (rows > 0 && columns > 0 && rows < 10_000 && columns < 10_000) {
        return new Size(columns, rows);
      }
    } catch (NumberFormatException noNumbers) {
      return Size.USUAL;
    }
    return Size.USUAL;
  }

  /** The next key; {@link Press#NONE} after a while. */
  Press key() throws IOException {
    return keys.next();
  }

  /** Shows lines, which fit. */
  void draw(List<String> lines) throws IOException {
    var frame = new StringBuilder("\u001b[H");
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) frame.append("\r\n");
      frame.append(lines.get(i)).append("\u001b[0m\u001b[K");
    }
    write(frame.append("\u001b[J").toString());
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    giveBack();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      return; // the hook finds nothing to do
    } finally {
      in.close();
      out.close();
    }
  }

  private synchronized void giveBack() {
    if (givenBack) return;
    givenBack = true;
    try {
      write(LEAVE);
    } catch (IOException gone) {
      // A terminal that is gone needs no mode.
    }
    try {
      stty(saved);
    } catch (IOException gone) {
      return;
    }
  }

  private static String stty(String... words) throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add("stty");
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(TERMINAL)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("stty " + String.join(" ", words) + " failed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while stty ran");
    }
    return answer;
  }
}
