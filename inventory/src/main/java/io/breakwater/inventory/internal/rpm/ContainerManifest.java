package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;

/**
 * The package list that images of CBL-Mariner and Azure Linux have in place of a database: a line
 * for each package, its fields with tabs between them: name, version-release, install time, build
 * time, vendor, epoch, size, architecture, epoch as a number, source package.
 */
final class ContainerManifest {
  private static final int FIELDS = 10;
  private static final int LONGEST_LINE = 4096;

  private ContainerManifest() {}

  static void read(byte[] bytes, FactSink facts) {
    var lines = new Lines(bytes);
    int number = 0;
    while (lines.next()) {
      number++;
      if (lines.isBlank()) continue;
      String[] fields =
          lines.length() > LONGEST_LINE ? new String[0] : lines.whole().split("\t", FIELDS + 1);
      if (fields.length < FIELDS || !Names.isName(fields[0]) || fields[0].length() > 512) {
        facts.notAnalysed("", NotAnalysed.Reason.MALFORMED, "line " + number + " is no package");
        continue;
      }
      facts.found(
          HeaderReceiver.found(
              fields[0], fields[1], epoch(fields[8]), fields[7], fields[9], "", "", ""));
    }
  }

  private static long epoch(String text) {
    long epoch = 0;
    for (int i = 0; i < text.length() && i < 10; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) return 0;
      epoch = 10 * epoch + digit;
    }
    return epoch;
  }
}
