package io.breakwater.inventory.internal.flatpak;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Reads what Flatpak installed: {@code flatpak/app/id/architecture/branch/commit/metadata}, and the
 * same for runtimes. The branch stands for the version: it is one for runtimes, and the only word
 * that Flatpak itself has for applications.
 */
public final class FlatpakAnalyser implements Analyser {
  private static final String METADATA = "metadata";
  private static final int LARGEST = 1024 * 1024;
  private static final int LONGEST = 256;

  @Override
  public String name() {
    return "flatpak";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "a";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!Paths.isNamed(path, METADATA)) return false;
    int start = Paths.partFromEnd(path, 6);
    return path.startsWith("flatpak/app/", start) || path.startsWith("flatpak/runtime/", start);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String[] parts = file.path().substring(Paths.partFromEnd(file.path(), 5)).split("/", -1);
    String id = parts[1];
    String branch = parts[3];
    String runtime = "";
    String told = "";
    var lines = new Lines(content.readAll(LARGEST));
    while (lines.next()) {
      if (told.isEmpty() && lines.startsWith("name=")) told = lines.text("name=".length());
      if (runtime.isEmpty() && lines.startsWith("runtime=")) {
        runtime = lines.text("runtime=".length());
      }
    }
    // What is there but no metadata of Flatpak's: the name must be the directory's.
    if (!told.equals(id) || id.isEmpty() || id.length() > LONGEST || branch.length() > LONGEST) {
      throw new MalformedFileException("it does not name " + id);
    }
    Purl purl = Purl.of("flatpak", "", id, branch).withQualifier("arch", parts[2]);
    facts.found(
        FoundPackage.of(purl, id, branch, "")
            .with(PackageTraits.INSTALLED.dependingOn(runtime(runtime))));
  }

  /** {@code id/architecture/branch}. */
  private static List<String> runtime(String reference) {
    int first = reference.indexOf('/');
    int last = reference.lastIndexOf('/');
    if (first <= 0 || last <= first || reference.length() > LONGEST) return List.of();
    return List.of(reference.substring(0, first) + "@" + reference.substring(last + 1));
  }
}
