package io.breakwater.inventory.internal.dotnet;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files of Paket, which tell by indentation. */
final class Paket {
  private record Locked(
      String type, String name, String version, Scope scope, List<String> needs) {}

  private Paket() {}

  /** paket.lock. A package is indented by four blanks, what it needs by six. */
  static void lock(String text, FactSink facts) {
    var all = new ArrayList<Locked>();
    Map<String, String> spelling = new HashMap<>();
    String section = "";
    Scope scope = Scope.REQUIRED;
    for (String line : text.split("\n", -1)) {
      String plain = line.strip();
      int indent = line.length() - line.stripLeading().length();
      if (plain.isEmpty()) continue;
      if (indent == 0) {
        section = plain;
        if (plain.startsWith("GROUP ")) scope = scope(plain.substring(6));
      } else if (indent == 4 && plain.indexOf(" (") > 0) {
        int open = plain.indexOf(" (");
        int close = plain.indexOf(')', open);
        String type = type(section);
        if (close < 0 || type.isEmpty()) continue;
        String name = plain.substring(0, open);
        String version = plain.substring(open + 2, close).strip();
        all.add(new Locked(type, name, version, scope, new ArrayList<>()));
        spelling.put(name.toLowerCase(Locale.ROOT), name);
      } else if (indent == 6 && !all.isEmpty() && section.equals("NUGET")) {
        int end = plain.indexOf(' ');
        all.getLast().needs.add(end < 0 ? plain : plain.substring(0, end));
      }
    }
    for (Locked one : all) {
      var needs = new ArrayList<String>();
      for (String need : one.needs) {
        String name = spelling.get(need.toLowerCase(Locale.ROOT));
        if (name != null) needs.add(name);
      }
      Declared.of(Coordinates.path(one.type, one.name, one.version))
          .scoped(one.scope)
          .needing(needs)
          .report(facts, "paket.lock");
    }
  }

  private static String type(String section) {
    return switch (section) {
      case "NUGET" -> "nuget";
      case "GITHUB" -> "github";
      default -> "";
    };
  }

  private static Scope scope(String group) {
    return switch (group.strip().toLowerCase(Locale.ROOT)) {
      case "test", "tests", "build", "dev", "docs" -> Scope.DEVELOPMENT;
      default -> Scope.REQUIRED;
    };
  }

  /** paket.dependencies: {@code nuget NAME [constraint]} in groups. */
  static void dependencies(String text, FactSink facts) {
    Scope scope = Scope.REQUIRED;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String[] words = line.strip().split("[ \t]+", -1);
      if (words.length < 2) continue;
      if (words[0].equals("group")) scope = scope(words[1]);
      if (!words[0].equals("nuget")) continue;
      Declared.of(Coordinates.plain("nuget", words[1], version(words)))
          .scoped(scope)
          .at(number)
          .report(facts, "paket.dependencies");
    }
  }

  /** The one version that is asked for, if it is one. */
  private static String version(String[] words) {
    int at = words.length > 3 && (words[2].equals("=") || words[2].equals("==")) ? 3 : 2;
    if (words.length <= at || words[at].isEmpty()) return "";
    char first = words[at].charAt(0);
    return first >= '0' && first <= '9' && !words[at].endsWith(":") ? words[at] : "";
  }
}
