package io.breakwater.inventory.internal.golang;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The modules and the standard library that are linked into a Go binary, by its build info. */
public final class GoAnalyser implements Analyser {
  private static final String SOURCE = "build info";

  @Override
  public String name() {
    return "go-binary";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return Executable.isCandidate(file, head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<Executable> executable = Executable.open(content);
    if (executable.isEmpty()) return;
    Optional<BuildInfo> found = BuildInfoReader.read(executable.get());
    if (found.isEmpty()) return;
    BuildInfo info = found.get();
    String release = info.release();
    if (!release.isEmpty()) report(facts, "stdlib", release);
    if (!info.mainPath().isEmpty()) report(facts, info.mainPath(), MainVersion.of(info));
    for (BuildInfo.Module module : info.modules()) report(facts, module.path(), module.version());
  }

  private static void report(FactSink facts, String path, String version) {
    Coordinates.path("golang", path, version).report(facts, List.of(), "", SOURCE);
  }
}
