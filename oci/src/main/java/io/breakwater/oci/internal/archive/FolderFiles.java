package io.breakwater.oci.internal.archive;

import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a folder. Links are followed, as build systems make layouts of links: what they lead
 * to still has to have the digest that names it.
 *
 * @param folder where paths start
 */
public record FolderFiles(Path folder) implements ImageFiles {
  @Override
  public Optional<FileRegion> file(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(FileRegion.map(file)) : Optional.empty();
  }
}
