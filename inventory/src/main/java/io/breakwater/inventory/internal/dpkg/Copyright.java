package io.breakwater.inventory.internal.dpkg;

import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.oci.Head;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Copyright files in Debian's machine-readable format 1.0 (DEP 5) and its drafts. */
final class Copyright {
  private static final int MOST = 64;
  private static final int LONGEST = 200;

  private Copyright() {}

  /** Whether the file starts with a Format field, as the format demands. */
  static boolean isMachineReadable(Head head) {
    String start =
        new String(
                head.bytes(),
                head.offset(),
                Math.min(head.length(), 64),
                StandardCharsets.ISO_8859_1)
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("format:") || start.startsWith("format-specification:");
  }

  /** The short names of all licences, in the order of the file. */
  static List<String> licences(byte[] bytes) {
    var found = new LinkedHashSet<String>();
    var lines = new Lines(bytes);
    while (lines.next() && found.size() < MOST) {
      if (!lines.startsWithIgnoringCase("license:")) continue;
      String licence = lines.text("license:".length());
      if (!licence.isEmpty() && licence.length() <= LONGEST) found.add(licence);
    }
    return new ArrayList<>(found);
  }
}
