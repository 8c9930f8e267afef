package io.breakwater.advisory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the starter database of its records, {@code src/main/starter}, while Breakwater is built.
 */
final class StarterBuild {
  private StarterBuild() {}

  /**
   * Makes it.
   *
   * @param arguments the folder of records, and the file to make
   */
  public static void main(String[] arguments) throws IOException {
    Path records = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    ImportSummary summary = DatabaseImport.run(List.of(records), target, true, ImportListener.NONE);
    for (ImportSummary.Input input : summary.inputs()) {
      if (!input.skipped().isEmpty()) {
        throw new IOException("not every record of the starter is read: " + input.skipped());
      }
    }
  }
}
