package io.breakwater.inspect.internal.shell.check;

import io.breakwater.inspect.internal.shell.ShellHit;
import io.breakwater.inspect.internal.shell.ShellStage;
import io.breakwater.model.Check;
import java.util.List;
import java.util.function.Consumer;

/** Every check about the shell code of a build. Stateless. */
public final class ShellChecks {
  private ShellChecks() {}

  /** The checks, in the order of documents. */
  public static List<Check> all() {
    return List.of();
  }

  /**
   * Looks at the shell code of a Dockerfile.
   *
   * @param stages all of them in the order of the file; a file without FROM is one stage
   * @param hits is told what is found
   */
  public static void inspect(List<ShellStage> stages, Consumer<ShellHit> hits) {
    // no check yet
  }
}
