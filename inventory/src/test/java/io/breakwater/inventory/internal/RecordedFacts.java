package io.breakwater.inventory.internal;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs an analyser over one file, as a layer would, and keeps what it says. */
public final class RecordedFacts implements FactSink {
  public final List<FoundPackage> packages = new ArrayList<>();

  /** As {@code REASON inner: detail}. */
  public final List<String> notAnalysed = new ArrayList<>();

  /** What an analyser finds in a file; nothing when it does not want it. */
  public static RecordedFacts of(Analyser analyser, String path, byte[] bytes) throws IOException {
    var facts = new RecordedFacts();
    if (wants(analyser, path, bytes)) {
      analyser.analyse(entry(path, bytes.length), Content.of(bytes), facts);
    }
    return facts;
  }

  /** As {@link #of(Analyser, String, byte[])} for a text. */
  public static RecordedFacts of(Analyser analyser, String path, String text) throws IOException {
    return of(analyser, path, text.getBytes(StandardCharsets.UTF_8));
  }

  public static boolean wants(Analyser analyser, String path, byte[] bytes) {
    var head = new Head(bytes, 0, Math.min(Head.MAX, bytes.length));
    return analyser.wants(entry(path, bytes.length), head);
  }

  public static FileEntry entry(String path, long size) {
    return new FileEntry(path, EntryType.FILE, size, 0755, 0, 0, "");
  }

  /** The package URLs, in the order found. */
  public List<String> purls() {
    return packages.stream().map(p -> p.purl().toString()).toList();
  }

  /** Where each package lies in the file, with its purl. */
  public List<String> places() {
    return packages.stream().map(p -> p.inner() + " " + p.purl()).toList();
  }

  @Override
  public void found(FoundPackage found) {
    packages.add(found);
  }

  @Override
  public void owns(String packageName, String path) {
    throw new AssertionError("a language package owns no files: " + path);
  }

  @Override
  public void operatingSystem(OperatingSystem os) {
    throw new AssertionError("a language package is no distribution: " + os);
  }

  @Override
  public void notAnalysed(String inner, NotAnalysed.Reason reason, String detail) {
    notAnalysed.add(reason + " " + inner + ": " + detail);
  }
}
