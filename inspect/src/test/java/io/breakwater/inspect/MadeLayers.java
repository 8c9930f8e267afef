package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Layers of an image, made of files, and what the search for malware finds in them. */
final class MadeLayers {
  private static final Inspection INSPECTION = new Inspection(EnumSet.of(Check.Area.MALWARE));

  private final List<byte[]> evidence = new ArrayList<>();
  private LayerCollector.Reading reading = INSPECTION.collector().begin();

  MadeLayers file(String path, String text) {
    return file(path, text.getBytes(UTF_8));
  }

  MadeLayers file(String path, byte[] bytes) {
    var entry = new FileEntry(path, EntryType.FILE, bytes.length, 0755, 0, 0, "");
    try {
      if (reading.entry(entry, new Head(bytes, 0, Math.min(bytes.length, Head.MAX)))) {
        reading.content(entry, Content.of(bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What follows lies in the next layer. */
  MadeLayers next() {
    evidence.add(reading.evidence());
    reading = INSPECTION.collector().begin();
    return this;
  }

  List<Finding.OfCheck> findings(TestSubject subject) {
    next();
    try {
      Inspection.Outcome outcome = INSPECTION.judge(subject, evidence);
      assertThat(outcome.notAnalysed()).isEmpty();
      return outcome.findings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In one or two layers of which nothing else is known. */
  List<String> ids() {
    return findings(new TestSubject(2)).stream().map(Finding.OfCheck::id).toList();
  }
}
