package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads rules of sudo: who may run what without a password, and who may run everything. */
final class Sudoers {
  private static final int MOST_LINES = 5_000;
  private static final int MOST_COMMANDS = 200;

  /** Whom distributions let do everything, with a password. */
  private static final Set<String> USUAL = Set.of("root", "%sudo", "%wheel", "%admin", "%root");

  private static final List<String> ALIASES =
      List.of("User_Alias", "Runas_Alias", "Host_Alias", "Cmnd_Alias", "Cmd_Alias");

  private Sudoers() {}

  static void read(String path, String text, Sightings out) {
    var logical = new StringBuilder();
    int number = 0;
    int start = 1;
    for (String line : text.split("\n", MOST_LINES)) {
      number++;
      if (logical.isEmpty()) start = number;
      if (line.endsWith("\\")) {
        logical.append(line, 0, line.length() - 1).append(' ');
        continue;
      }
      rule(path, start, logical.append(line).toString().strip(), out);
      logical.setLength(0);
    }
    if (!logical.isEmpty()) rule(path, start, logical.toString().strip(), out);
  }

  private static void rule(String path, int number, String line, Sightings out) {
    if (line.isEmpty() || line.startsWith("#") || line.startsWith("@include")) return;
    if (line.startsWith("Defaults")) {
      if (line.contains("!authenticate")) {
        add(AccountChecks.SUDO_NOPASSWD, Severity.HIGH, path, number, "", line, out);
      }
      return;
    }
    for (String alias : ALIASES) if (line.startsWith(alias)) return;
    int equals = line.indexOf('=');
    if (equals < 0) return;
    String who = first(line.substring(0, equals).strip());
    if (who.equals("root")) return;
    var free = new ArrayList<String>();
    boolean everything = commands(line.substring(equals + 1), free);
    if (free.contains("ALL")) {
      add(AccountChecks.SUDO_NOPASSWD, Severity.HIGH, path, number, who, line, out);
    } else if (!free.isEmpty()) {
      Severity severity = escapes(free) ? Severity.HIGH : Severity.MEDIUM;
      add(AccountChecks.SUDO_NOPASSWD, severity, path, number, who, line, out);
    } else if (everything && !USUAL.contains(who)) {
      add(AccountChecks.SUDO_ALL, Severity.MEDIUM, path, number, who, line, out);
    }
  }

  /** The users of a rule, without the hosts behind them. */
  private static String first(String left) {
    int end = left.length();
    for (int i = 0; i < left.length(); i++) {
      boolean gap = left.charAt(i) == ' ' || left.charAt(i) == '\t';
      if (gap && (i == 0 || left.charAt(i - 1) != ',')) {
        end = i;
        break;
      }
    }
    return left.substring(0, end);
  }

  /**
   * The commands of a rule.
   *
   * @param free gets those that need no password
   * @return whether every command is allowed
   */
  private static boolean commands(String right, List<String> free) {
    boolean everything = false;
    boolean withoutPassword = false;
    for (String piece : withoutRunas(right).split(",", MOST_COMMANDS)) {
      String command = piece.strip();
      for (int colon = tag(command); colon > 0; colon = tag(command)) {
        String tag = command.substring(0, colon).strip();
        if (tag.equals("NOPASSWD")) withoutPassword = true;
        else if (tag.equals("PASSWD")) withoutPassword = false;
        command = command.substring(colon + 1).strip();
      }
      if (command.isEmpty() || command.startsWith("!")) continue;
      everything |= command.equals("ALL");
      if (withoutPassword) free.add(command);
    }
    return everything;
  }

  private static int tag(String command) {
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == ':') return i;
      if (c != '_' && c != ' ' && (c < 'A' || c > 'Z')) return -1;
    }
    return -1;
  }

  private static String withoutRunas(String right) {
    var out = new StringBuilder(right.length());
    boolean inside = false;
    for (int i = 0; i < right.length(); i++) {
      char c = right.charAt(i);
      if (c == '(') inside = true;
      else if (c == ')') inside = false;
      else if (!inside) out.append(c);
    }
    return out.toString();
  }

  /** Whether one of them starts whatever it is told to. */
  private static boolean escapes(List<String> commands) {
    for (String command : commands) {
      int end = command.indexOf(' ');
      String program = end < 0 ? command : command.substring(0, end);
      String name = ProgramNames.plain(program);
      boolean any = end < 0 || command.endsWith("*");
      if (any && (Programs.escapes(name) || Programs.isShell(name))) return true;
    }
    return false;
  }

  private static void add(
      Check check,
      Severity severity,
      String path,
      int line,
      String who,
      String rule,
      Sightings out) {
    String shown = rule.length() > 200 ? rule.substring(0, 200) + "…" : rule;
    out.add(Fact.sighting(check, severity, path, line, who, shown));
  }
}
