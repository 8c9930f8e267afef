package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The advisory database that a command shall use. */
final class Databases {
  private Databases() {}

  /** The one that {@code --db} names, else the one at the default place, else the starter. */
  static AdvisoryDatabase open(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> file = file(arguments, terminal);
    return file.isPresent() ? AdvisoryDatabase.open(file.get()) : AdvisoryDatabase.starter();
  }

  /** Its file; empty for the starter database. */
  static Optional<Path> file(Arguments arguments, Terminal terminal) {
    Optional<Path> said = arguments.value(Opt.DB).map(Path::of);
    if (said.isPresent()) return said;
    Path usual = Folders.database(terminal.environment());
    return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
  }

  /** The file that commands write which make a database. */
  static Path target(Arguments arguments, Terminal terminal) {
    return arguments
        .value(Opt.DB)
        .map(Path::of)
        .orElseGet(() -> Folders.database(terminal.environment()));
  }

  /** The folder in which feeds are kept. */
  static Path feeds(Arguments arguments, Terminal terminal) {
    return arguments
        .value(Opt.FEEDS)
        .map(Path::of)
        .orElseGet(() -> Folders.feeds(terminal.environment()));
  }
}
