package io.breakwater.advisory.version;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The shared version vectors, which lie beside the checkout; tests are skipped where they do not.
 */
final class Vectors {
  private Vectors() {}

  /** What one line claims: {@code a op b}. */
  record Claim(String a, String op, String b) {
    Claim mirrored() {
      return new Claim(
          b,
          switch (op) {
            case "<" -> ">";
            case ">" -> "<";
            default -> op;
          },
          a);
    }
  }

  /** A file of the vectors, or the test is skipped. */
  static Path file(String name) {
    @Nullable Path home = home();
    assumeTrue(home != null, "shared version vectors are absent");
    Path file = home.resolve(name);
    assumeTrue(Files.exists(file), "shared version vectors lack " + name);
    return file;
  }

  private static @Nullable Path home() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path candidate = dir.resolve("shared/data/vectors/versions");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a TSV file without its header, unescaped. */
  static List<List<String>> rows(String name) {
    var rows = new ArrayList<List<String>>();
    for (String line : lines(name)) {
      rows.add(List.of(line.split("\t", -1)).stream().map(Vectors::unescape).toList());
    }
    return rows.subList(1, rows.size());
  }

  private static String unescape(String field) {
    return field
        .replace("\\\\", "\u0000")
        .replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace('\u0000', '\\');
  }

  /** The claims of a file of lines {@code a op b}, where {@code ==} is {@code =}. */
  static List<Claim> claims(String name) {
    var claims = new ArrayList<Claim>();
    for (String line : lines(name)) {
      String[] words = line.strip().split(" ", -1);
      if (words.length == 3 && !line.startsWith("#")) {
        claims.add(new Claim(words[0], words[1].substring(0, 1), words[2]));
      }
    }
    return claims;
  }

  /** A JSON file, read as the YAML that it also is. */
  static Object json(String name) {
    return jsonText(String.join("\n", lines(name)));
  }

  static Object jsonText(String json) {
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return new Load(settings).loadFromString(json);
  }

  /** What stands under the key of a JSON object. */
  static Object field(Object object, String key) {
    return Objects.requireNonNull(((Map<?, ?>) object).get(key), key);
  }

  /** The list under the key of a JSON object. */
  static List<?> list(Object object, String key) {
    return (List<?>) field(object, key);
  }

  static VersionScheme scheme(String name) {
    return VersionSchemes.byName(name).orElseThrow();
  }

  /** The claims, as they stand and mirrored, that the scheme does not share, readable. */
  static List<String> broken(VersionScheme scheme, List<Claim> claims) {
    var broken = new ArrayList<String>();
    for (Claim claim : claims) {
      for (Claim way : List.of(claim, claim.mirrored())) {
        String answer = VersionComparison.answer(scheme, way.a(), way.b());
        if (!answer.equals(way.op())) {
          broken.add(way.a() + " " + way.op() + " " + way.b() + ", not " + answer);
        }
      }
    }
    return broken;
  }
}
