package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.List;

/** Reads the files of accounts: one a line, with colons. Hashes never leave this class. */
final class Accounts {
  private static final int MOST_LINES = 5_000;

  /** Trying costs time: so many accounts of a file are tried. */
  private static final int MOST_TRIED = 3;

  private static final List<String> COMMON =
      List.of(
          "root",
          "password",
          "123456",
          "admin",
          "toor",
          "changeme",
          "test",
          "docker",
          "12345678",
          "ubuntu",
          "user",
          "passw0rd",
          "P@ssw0rd",
          "password123",
          "secret",
          "qwerty");

  private Accounts() {}

  static void read(Place place, String path, String text, Sightings out) {
    int number = 0;
    int tried = 0;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      if (number == MOST_LINES || line.isEmpty() || "#+-".indexOf(line.charAt(0)) >= 0) continue;
      String[] fields = line.strip().split(":", 8);
      if (fields.length < 3) continue;
      String name = fields[0];
      String hash = fields[1];
      if (place == Place.PASSWD && isZero(fields[2]) && !name.equals("root")) {
        add(AccountChecks.SECOND_ROOT, path, number, name, "uid 0", out);
      }
      if (hash.isEmpty()) {
        // A group without password has none that could be given.
        if (place != Place.GROUP_SHADOW) {
          add(AccountChecks.EMPTY_PASSWORD, path, number, name, "", out);
        }
        continue;
      }
      String scheme = scheme(hash);
      if (scheme.isEmpty()) continue;
      if (tried < MOST_TRIED && guessable(hash)) {
        tried++;
        if (common(hash, name)) {
          add(AccountChecks.COMMON_PASSWORD, path, number, name, scheme, out);
          continue;
        }
      }
      boolean weak = scheme.equals("DES") || scheme.equals("MD5") || scheme.equals("NT");
      Check check = weak ? AccountChecks.WEAK_HASH : AccountChecks.PASSWORD;
      add(check, path, number, name, scheme, out);
    }
  }

  private static void add(
      Check check, String path, int line, String name, String evidence, Sightings out) {
    String shown = name.length() > 64 ? name.substring(0, 64) : name;
    Severity severity = check.severity();
    out.add(Fact.sighting(check, severity, path, line, shown, evidence));
  }

  /** Also {@code 00}, which is as good a nought. */
  private static boolean isZero(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c == '0');
  }

  /** How a password was hashed; empty for an account that cannot log in with one. */
  static String scheme(String hash) {
    char first = hash.charAt(0);
    if (first == '!' || first == '*' || hash.length() < 13) return "";
    if (first != '$') {
      if (first == '_' && hash.length() == 20) return "DES";
      return hash.length() == 13 && hash.chars().allMatch(Accounts::isOfHash) ? "DES" : "";
    }
    int end = hash.indexOf('$', 1);
    return switch (end < 0 ? "" : hash.substring(1, end)) {
      case "1" -> "MD5";
      case "3" -> "NT";
      case "2", "2a", "2b", "2x", "2y" -> "bcrypt";
      case "5" -> "SHA-256";
      case "6" -> "SHA-512";
      case "7" -> "scrypt";
      case "y", "gy" -> "yescrypt";
      default -> "";
    };
  }

  private static boolean isOfHash(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '.' && c <= '9');
  }

  private static boolean guessable(String hash) {
    return hash.startsWith("$1$") || hash.startsWith("$5$") || hash.startsWith("$6$");
  }

  private static boolean common(String hash, String name) {
    if (name.length() <= 32 && Crypt.matches(name, hash)) return true;
    for (String word : COMMON) if (Crypt.matches(word, hash)) return true;
    return false;
  }
}
