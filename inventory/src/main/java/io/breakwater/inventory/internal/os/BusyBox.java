package io.breakwater.inventory.internal.os;

import io.breakwater.model.OperatingSystem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The BusyBox program: all that images have which consist of nothing else. */
final class BusyBox {
  private static final byte[] MARK = "BusyBox v".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_VERSION = 32;

  private BusyBox() {}

  /** Its banner is {@code BusyBox v1.36.1 (2023-11-07 18:53:09 UTC)}. */
  static Optional<OperatingSystem> read(byte[] program) {
    int last = program.length - MARK.length;
    for (int at = 0; at < last; at++) {
      if (program[at] != 'B' || !isMark(program, at)) continue;
      String version = version(program, at + MARK.length);
      if (version.isEmpty()) continue;
      return Optional.of(new OperatingSystem("busybox", version, "BusyBox " + version));
    }
    return Optional.empty();
  }

  private static boolean isMark(byte[] program, int at) {
    for (int i = 1; i < MARK.length; i++) if (program[at + i] != MARK[i]) return false;
    return true;
  }

  private static String version(byte[] program, int start) {
    int end = start;
    int limit = Math.min(program.length, start + LONGEST_VERSION);
    while (end < limit && (program[end] == '.' || (program[end] >= '0' && program[end] <= '9'))) {
      end++;
    }
    return new String(program, start, end - start, StandardCharsets.US_ASCII);
  }
}
