package io.breakwater.cli;

import io.breakwater.oci.ProgressListener;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far the reading of an image is: on a terminal one line a piece in work, with bytes and
 * rate, gone when done; elsewhere a plain line every ten seconds at most. Quick work shows nothing.
 */
final class ProgressPrinter implements ProgressListener, AutoCloseable {
  private static final long FIRST_AFTER = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long EVERY_ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(120);
  private static final long EVERY_ELSEWHERE = TimeUnit.SECONDS.toNanos(10);
  private static final int MOST_LINES = 4;

  private final Terminal terminal;
  private final PrintStream err;
  private final long began = System.nanoTime();
  private final Map<String, Piece> pieces = new LinkedHashMap<>();
  private long next;
  private int linesShown;
  private boolean closed;

  /** Bytes read of a piece so far, of how many (0: not known), since when. */
  private record Piece(long done, long total, long since) {}

  ProgressPrinter(Terminal terminal) {
    this.terminal = terminal;
    this.err = terminal.err();
    this.next = began + (terminal.interactive() ? FIRST_AFTER : EVERY_ELSEWHERE);
  }

  @Override
  public synchronized void started(String name, long bytes) {
    pieces.put(name, new Piece(0, bytes, System.nanoTime()));
  }

  @Override
  public synchronized void advanced(String name, long bytes) {
    pieces.computeIfPresent(name, (n, p) -> new Piece(p.done + bytes, p.total, p.since));
    long now = System.nanoTime();
    if (closed || now < next) return;
    next = now + (terminal.interactive() ? EVERY_ON_TERMINAL : EVERY_ELSEWHERE);
    if (terminal.interactive()) redraw(now);
    else err.println(String.join("; ", lines(now)));
    err.flush();
  }

  @Override
  public synchronized void finished(String name) {
    pieces.remove(name);
  }

  /** Wipes what is shown; nothing is shown afterwards. */
  @Override
  public synchronized void close() {
    closed = true;
    wipe();
    err.flush();
  }

  private void redraw(long now) {
    wipe();
    var lines = lines(now);
    lines.forEach(err::println);
    linesShown = lines.size();
  }

  private java.util.List<String> lines(long now) {
    return pieces.entrySet().stream()
        .limit(MOST_LINES)
        .map(e -> Cells.cut(Cells.clean(line(e.getKey(), e.getValue(), now)), terminal.width() - 1))
        .toList();
  }

  private String line(String name, Piece piece, long now) {
    double seconds = Math.max(0.001, (now - piece.since) / 1e9);
    String of = piece.total > 0 ? " / " + Sizes.format(piece.total) : "";
    return " "
        + terminal.say(Msg.READING, name)
        + "  "
        + Sizes.format(piece.done)
        + of
        + "  "
        + Sizes.format((long) (piece.done / seconds))
        + "/s";
  }

  private void wipe() {
    for (; linesShown > 0; linesShown--) err.print("\u001b[1A\u001b[2K");
  }
}
