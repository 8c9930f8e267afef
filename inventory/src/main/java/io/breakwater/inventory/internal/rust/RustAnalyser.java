package io.breakwater.inventory.internal.rust;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.inventory.internal.binary.Executable.Range;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.zip.Inflate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The crates that are linked into a binary that cargo-auditable built: a section {@code .dep-v0}
 * with the dependency tree as JSON in a zlib stream. What only the build needed is left out.
 */
public final class RustAnalyser implements Analyser {
  private static final String SECTION = ".dep-v0";
  private static final int MAX_COMPRESSED = 8 << 20;
  private static final int MAX_JSON = 4 << 20;

  @Override
  public String name() {
    return "rust-auditable";
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
    Optional<Range> section = executable.get().section(SECTION);
    if (section.isEmpty()) return;
    Range range = section.get();
    byte[] compressed = content.read(range.offset(), range.size(), MAX_COMPRESSED);
    crates(Inflate.zlib(Content.of(compressed), MAX_JSON), facts);
  }

  /** Reports the crates of the JSON in the section. */
  static void crates(byte[] json, FactSink facts) throws IOException {
    for (Json.Obj crate : Json.parseObject(json).objects("packages")) {
      if (crate.text("kind").equals("build")) continue;
      Coordinates.plain("cargo", crate.text("name"), crate.text("version"))
          .report(facts, List.of(), "", SECTION);
    }
  }
}
