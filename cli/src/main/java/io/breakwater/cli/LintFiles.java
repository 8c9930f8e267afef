package io.breakwater.cli;

import io.breakwater.inspect.lint.Linter;
import io.breakwater.inspect.lint.Neighbours;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files that {@code bw lint} looks at. No link is followed, and no folder without end. */
final class LintFiles {
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_VISITED = 500_000;
  private static final Set<String> SKIPPED = Set.of(".git", "node_modules", ".venv", "__pycache__");
  private static final List<String> ENDS =
      List.of(".yaml", ".yml", ".json", ".dockerfile", ".containerfile");

  private final Linter linter;
  private final Terminal terminal;
  private boolean refused;
  private int visited;

  LintFiles(Linter linter, Terminal terminal) {
    this.linter = linter;
    this.terminal = terminal;
  }

  /**
   * A file.
   *
   * @param shown as the user named it
   * @param name the last part of its path
   * @param path where it lies; none for standard input
   */
  record Source(String shown, String name, String text, Optional<Path> path) {
    /** The files in its folder. */
    Neighbours neighbours() {
      return name -> {
        if (path.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
          return Optional.empty();
        }
        try {
          Path file = path.get().resolveSibling(name);
          if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
          return Optional.of(decode(read(file)));
        } catch (IOException unreadable) {
          return Optional.empty();
        }
      };
    }
  }

  /** Whether a file could not be looked at. */
  boolean refused() {
    return refused;
  }

  /** Says in one line why a file could not be looked at. */
  void refuse(String words) {
    refused = true;
    terminal.err().println("bw: " + Cells.clean(words));
  }

  /** The files that the user named, and those in the folders. */
  List<Source> find(List<String> named) throws IOException {
    var sources = new ArrayList<Source>();
    for (String each : named) {
      if (each.equals("-")) {
        take("-", "-", terminal.in().readNBytes(MAX_BYTES + 1), Optional.empty(), sources);
        continue;
      }
      Path path = Path.of(each);
      if (Files.isDirectory(path)) {
        walk(path, sources);
      } else if (!Files.exists(path)) {
        throw ProblemException.of(ProblemCode.FILE_MISSING, each);
      } else {
        take(each, nameOf(path), read(path), Optional.of(path), sources);
      }
    }
    if (sources.isEmpty() && !refused) refuse(terminal.say(Msg.LINT_NO_FILES));
    return sources;
  }

  /** Writes a changed file in its place. */
  void write(Source source, String text) throws IOException {
    Files.write(source.path().orElseThrow(), text.getBytes(StandardCharsets.UTF_8));
  }

  private void take(
      String shown, String name, byte[] bytes, Optional<Path> path, List<Source> sources) {
    if (bytes.length > MAX_BYTES) {
      refuse(shown + ":1:1: " + terminal.say(Msg.LINT_TOO_LONG, MAX_BYTES >> 20));
      return;
    }
    try {
      String text = decode(bytes);
      if (text.indexOf('\0') >= 0) throw new CharacterCodingException();
      sources.add(new Source(shown, name, text, path));
    } catch (CharacterCodingException binary) {
      refuse(shown + ":1:1: " + terminal.say(Msg.LINT_NOT_TEXT));
    }
  }

  private void walk(Path folder, List<Source> sources) throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean skip = !dir.equals(folder) && SKIPPED.contains(nameOf(dir));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++visited > MAX_VISITED) return FileVisitResult.TERMINATE;
            boolean candidate =
                attributes.isRegularFile()
                    && attributes.size() <= MAX_BYTES
                    && isCandidate(nameOf(file));
            if (candidate) found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) {
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(Path::toString));
    for (Path each : found) {
      byte[] bytes = read(each);
      if (isKnown(each, bytes)) {
        take(each.normalize().toString(), nameOf(each), bytes, Optional.of(each), sources);
      }
    }
  }

  /** What is no text is no file of configuration. */
  private boolean isKnown(Path file, byte[] bytes) {
    try {
      return linter.knows(nameOf(file), decode(bytes));
    } catch (CharacterCodingException binary) {
      return false;
    }
  }

  private static boolean isCandidate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("dockerfile") || lower.startsWith("containerfile")) return true;
    return ENDS.stream().anyMatch(lower::endsWith);
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
