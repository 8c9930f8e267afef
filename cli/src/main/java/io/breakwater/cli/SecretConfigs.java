package io.breakwater.cli;

import io.breakwater.inspect.InspectionOptions;
import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.SecretConfig;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What users tell of secrets, in files that they name or that lie in the folder that is searched.
 */
final class SecretConfigs {
  private static final long LARGEST = 4 << 20;
  private static final List<String> USUAL = List.of(".gitleaks.toml", "gitleaks.toml");

  private SecretConfigs() {}

  /**
   * Reads them.
   *
   * @param folder that is searched, where one is; files that are named count alone
   */
  static InspectionOptions options(Arguments arguments, Terminal terminal, Optional<Path> folder)
      throws IOException {
    List<String> names = arguments.values(Opt.SECRET_CONFIG);
    SecretConfig all = SecretConfig.NONE;
    for (String name : names) all = all.and(read(path(name), name));
    if (names.isEmpty() && folder.isPresent()) {
      for (String name : USUAL) {
        Path file = folder.get().resolve(name);
        if (!Files.isRegularFile(file)) continue;
        all = read(file, name).onlyAdding();
        tell(arguments, terminal, terminal.say(Msg.SECRET_CONFIG_FOUND, name));
        break;
      }
    }
    for (String notice : all.notices()) {
      String named = names.isEmpty() ? ".gitleaks.toml" : String.join(", ", names);
      tell(arguments, terminal, terminal.say(Msg.SECRET_CONFIG_NOTICE, named, notice));
    }
    return InspectionOptions.NONE.with(all);
  }

  private static void tell(Arguments arguments, Terminal terminal, String words) {
    if (!arguments.has(Opt.QUIET)) terminal.err().println(Cells.clean(words));
  }

  private static SecretConfig read(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
    try {
      return SecretConfig.read(name, text(file, name), other -> other(file, other));
    } catch (InvalidSecretConfigException wrong) {
      throw new ProblemException(
          Problem.of(ProblemCode.SECRET_CONFIG_UNREADABLE, name, wrong.reason()), wrong);
    }
  }

  /** A file that another one extends: it lies beside it, or where the command runs. */
  private static Optional<String> other(Path file, String name) throws IOException {
    Path written = path(name);
    for (Path each : List.of(file.resolveSibling(written), written)) {
      if (Files.isRegularFile(each)) return Optional.of(text(each, name));
    }
    return Optional.empty();
  }

  private static String text(Path file, String name) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw ProblemException.of(ProblemCode.SECRET_CONFIG_UNREADABLE, name, "too long");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static Path path(String name) throws ProblemException {
    try {
      return Path.of(name);
    } catch (InvalidPathException none) {
      throw new ProblemException(Problem.of(ProblemCode.FILE_MISSING, name), none);
    }
  }
}
