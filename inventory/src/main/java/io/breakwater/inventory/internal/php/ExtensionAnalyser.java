package io.breakwater.inventory.internal.php;

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

/**
 * PHP's extensions of PECL that are built as libraries, by the entry that PHP loads them by. Those
 * of PHP's own source are parts of PHP and its version.
 */
public final class ExtensionAnalyser implements Analyser {
  @Override
  public String name() {
    return "php-extension";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "o";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(".so")
        && head.isElf()
        && path.contains("/php")
        && Executable.isCandidate(file, head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Optional<Executable> executable = Executable.open(content);
    if (executable.isEmpty() || executable.get().symbol("get_module").isEmpty()) return;
    Optional<ModuleEntry> found = ModuleEntry.read(executable.get());
    if (found.isEmpty()) return;
    ModuleEntry module = found.get();
    if (module.version().isEmpty() || BundledExtensions.contains(module.name(), module.api())) {
      return;
    }
    String name = BundledExtensions.packageName(module.name());
    new Coordinates("pear", "pecl.php.net", name, module.version(), name)
        .report(facts, List.of(), "", "module entry");
  }
}
