package io.breakwater.inventory.internal.notes;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.binary.ElfNotes;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.Optional;

/**
 * The package that a program or library was built for, by the note that Fedora, Azure Linux,
 * openSUSE and others have the linker write: JSON in an ELF note of the owner {@code FDO}. The
 * merge leaves out what the distribution's own database tells.
 */
public final class PackageNoteAnalyser implements Analyser {
  /** What evidence and the merge know it by. */
  public static final String NAME = "elf-package-note";

  private static final String OWNER = "FDO";
  private static final int TYPE = 0xcafe1a7e;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return head.isElf() && Executable.isCandidate(file, head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<byte[]> note = ElfNotes.find(content, OWNER, TYPE);
    if (note.isEmpty()) return;
    byte[] json = note.get();
    int end = json.length; // padded with zero bytes
    while (end > 0 && json[end - 1] == 0) end--;
    PackageNote.of(Json.parseObject(java.util.Arrays.copyOf(json, end))).report(facts);
  }
}
