package io.breakwater.oci.internal.archive;

import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
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
 * @param subject the folder as the user named it
 */
public record FolderFiles(Path folder, String subject) implements ImageFiles {
  @Override
  public Optional<FileRegion> file(String path) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(FileRegion.map(file));
    } catch (IOException failure) {
      throw new ProblemException(
          Problem.of(ProblemCode.FILE_UNREADABLE, subject, failure.toString()), failure);
    }
  }
}
