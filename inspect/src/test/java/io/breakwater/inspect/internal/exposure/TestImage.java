package io.breakwater.inspect.internal.exposure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.TestSubject;
import io.breakwater.model.Check;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FoundFile;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An image of one layer or more, inspected for exposure as a scan does. */
final class TestImage {
  private final Inspection inspection = new Inspection(Set.of(Check.Area.EXPOSURE));
  private final List<LayerCollector.Reading> layers = new ArrayList<>();
  private final TestSubject subject = new TestSubject(2);
  private Json.Obj configuration = Json.Obj.EMPTY;

  TestImage() {
    layers.add(inspection.collector().begin());
  }

  /** The next files are in a higher layer. */
  TestImage layer() {
    layers.add(inspection.collector().begin());
    return this;
  }

  TestImage file(String path, int mode, String text) {
    return file(path, mode, 0, text.getBytes(UTF_8));
  }

  TestImage file(String path, String text) {
    return file(path, 0644, text);
  }

  /** A program, as far as the first bytes tell. */
  TestImage program(String path, int mode) {
    return file(path, mode, 0, new TestElf().bytes());
  }

  TestImage file(String path, int mode, long capabilities, byte[] bytes) {
    var entry = new FileEntry(path, EntryType.FILE, bytes.length, mode, 0, 0, "", capabilities);
    LayerCollector.Reading reading = layers.getLast();
    var head = new Head(bytes, 0, Math.min(bytes.length, Head.MAX));
    try {
      if (reading.entry(entry, head)) reading.content(entry, Content.of(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    if ((mode & 0111) != 0 || capabilities != 0) {
      subject.file(
          new FoundFile(
              "/" + path,
              layers.size() - 1,
              Optional.empty(),
              head.isElf() ? FoundFile.Type.ELF : FoundFile.Type.SCRIPT,
              bytes.length,
              mode,
              0,
              0,
              capabilities,
              Optional.empty()));
    }
    return this;
  }

  TestImage entry(EntryType type, String path, int mode, String target) {
    var entry = new FileEntry(path, type, 0, mode, 0, 0, target);
    layers.getLast().entry(entry, Head.EMPTY);
    return this;
  }

  TestImage directory(String path, int mode) {
    return entry(EntryType.DIRECTORY, path, mode, "");
  }

  TestImage link(String path, String target) {
    return entry(EntryType.SYMLINK, path, 0777, target);
  }

  /** Of a package; then there is a distribution. */
  TestImage owned(String path) {
    subject.owned(path);
    return distribution();
  }

  TestImage distribution() {
    try {
      subject.component(
          new Component(
              "base",
              Purl.parse("pkg:deb/debian/base-files@12"),
              "base-files",
              "12",
              List.of(Location.of(Optional.empty(), "/var/lib/dpkg/status")),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Origin.BASE,
              List.of(),
              PackageTraits.INSTALLED));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return this;
  }

  TestImage gone(int layer, String path) {
    subject.gone(layer, path);
    return this;
  }

  TestImage env(String line) {
    configuration =
        new Json.Obj(
            Map.of(
                "config", new Json.Obj(Map.of("Env", new Json.Arr(List.of(new Json.Str(line)))))));
    return this;
  }

  TestImage runs(String... entrypoint) {
    subject.configured(
        configuration, new ImageInfo.Settings("", List.of(entrypoint), List.of(), "/app"));
    return this;
  }

  List<Finding.OfCheck> findings() {
    if (!configuration.members().isEmpty()) {
      subject.configured(configuration, subject.image().settings());
    }
    var evidence = layers.stream().map(LayerCollector.Reading::evidence).toList();
    try {
      Inspection.Outcome outcome = inspection.judge(subject, evidence);
      if (!outcome.notAnalysed().isEmpty()) throw new AssertionError(outcome.notAnalysed());
      return outcome.findings();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
