package io.breakwater.inventory.recording;

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
import java.util.Map;
import java.util.TreeMap;

/** What an analyser finds in a file. */
public final class Recorded implements FactSink {
  public final List<FoundPackage> packages = new ArrayList<>();
  public final List<String> owned = new ArrayList<>();
  public final Map<String, List<String>> licences = new TreeMap<>();
  public final List<OperatingSystem> systems = new ArrayList<>();
  public final List<String> notes = new ArrayList<>();

  /** Gives a file to an analyser, which must want it. */
  public static Recorded of(Analyser analyser, String path, byte[] bytes) throws IOException {
    var entry = entry(path, bytes);
    if (!analyser.wants(entry, new Head(bytes, 0, Math.min(bytes.length, Head.MAX)))) {
      throw new AssertionError(analyser.name() + " does not want " + path);
    }
    return given(analyser, path, bytes);
  }

  /** Gives a text file to an analyser, which must want it. */
  public static Recorded of(Analyser analyser, String path, String text) throws IOException {
    return of(analyser, path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives a file to an analyser, wanted or not. */
  public static Recorded given(Analyser analyser, String path, byte[] bytes) throws IOException {
    var recorded = new Recorded();
    analyser.analyse(entry(path, bytes), Content.of(bytes), recorded);
    return recorded;
  }

  /** A file without privileges. */
  public static FileEntry entry(String path, byte[] bytes) {
    return new FileEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, "");
  }

  /** Name and version of each package. */
  public List<String> coordinates() {
    return packages.stream().map(p -> p.name() + " " + p.version()).toList();
  }

  @Override
  public void found(FoundPackage found) {
    packages.add(found);
  }

  @Override
  public void owns(String packageName, String path) {
    owned.add(packageName + " " + path);
  }

  @Override
  public void licences(String packageName, List<String> names) {
    licences.put(packageName, names);
  }

  @Override
  public void operatingSystem(OperatingSystem os) {
    systems.add(os);
  }

  @Override
  public void notAnalysed(String inner, NotAnalysed.Reason reason, String detail) {
    notes.add(inner + reason + " " + detail);
  }
}
