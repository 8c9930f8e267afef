package io.breakwater.inventory;

import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads files named {@code *.toy}, whose lines are a name and a version, or an exclamation mark and
 * how to fail.
 */
final class ToyAnalyser implements Analyser {
  @Override
  public String name() {
    return "toy";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().endsWith(".toy");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String text = new String(content.readAll(1 << 20), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      if (line.startsWith("!")) fail(line.substring(1), facts);
      int blank = line.indexOf(' ');
      if (blank < 0) continue;
      facts.found(pkg(line.substring(0, blank), line.substring(blank + 1)));
    }
  }

  private static FoundPackage pkg(String name, String version) {
    return FoundPackage.of(Purl.of("generic", "", name, version), name, version, "a line says so");
  }

  private static void fail(String how, FactSink facts) throws IOException {
    switch (how) {
      case "malformed" -> throw new MalformedFileException("as the test says");
      case "runtime" -> throw new IllegalStateException("as the test says");
      case "stack" -> throw new StackOverflowError();
      case "truncated" -> throw new EOFException("as the test says");
      case "large" -> throw new ContentTooLargeException(2, 1);
      case "flood" -> {
        while (true) facts.found(pkg("flood", "1"));
      }
      default -> throw new IOException(how);
    }
  }
}
