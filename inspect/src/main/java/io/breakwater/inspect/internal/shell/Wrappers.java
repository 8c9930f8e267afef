package io.breakwater.inspect.internal.shell;

import io.breakwater.inspect.internal.shell.Invocation.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that start other programs. */
final class Wrappers {
  static final int MAX_NESTING = 8;

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh");

  /** Options with a value of programs that take the program to start as their first operand. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.ofEntries(
          Map.entry(
              "sudo",
              Set.of("u", "g", "h", "p", "C", "r", "t", "U", "D", "R", "T", "user", "group")),
          Map.entry("doas", Set.of("u", "C")),
          Map.entry("env", Set.of("u", "C", "S", "unset", "chdir")),
          Map.entry("xargs", Set.of("I", "n", "P", "d", "a", "L", "s", "E", "max-procs")),
          Map.entry("time", Set.of("f", "o")),
          Map.entry("exec", Set.of("a")),
          Map.entry("timeout", Set.of("s", "k", "signal", "kill-after")),
          Map.entry("nice", Set.of("n", "adjustment")),
          Map.entry("ionice", Set.of("c", "n")),
          Map.entry("stdbuf", Set.of("i", "o", "e")),
          Map.entry("nohup", Set.of()),
          Map.entry("setsid", Set.of()),
          Map.entry("command", Set.of()),
          Map.entry("builtin", Set.of()),
          Map.entry("busybox", Set.of()),
          Map.entry("gosu", Set.of()),
          Map.entry("su-exec", Set.of()),
          Map.entry("chroot", Set.of("userspec", "groups")),
          Map.entry("fakeroot", Set.of()),
          Map.entry("eatmydata", Set.of()));

  /** Of those, the ones with an operand of their own before the program. */
  private static final Set<String> ONE_OPERAND = Set.of("timeout", "gosu", "su-exec", "chroot");

  private Wrappers() {}

  /** What a program starts. */
  sealed interface Inner {}

  record Nothing() implements Inner {}

  record Words(List<Word> words) implements Inner {}

  record Code(Word word) implements Inner {}

  static Inner unwrap(Invocation invocation) {
    String name = invocation.name();
    if (SHELLS.contains(name)) return shell(invocation.arguments());
    if (name.equals("su") || name.equals("runuser")) return su(invocation.arguments());
    if (name.equals("find")) return find(invocation.arguments());
    if (name.equals("eval") && invocation.arguments().size() == 1) {
      return new Code(invocation.arguments().getFirst().word());
    }
    if (name.equals("command") && invocation.has("-v", "-V")) return new Nothing();
    Set<String> takesValue = OPTIONS.get(name);
    if (takesValue == null) return new Nothing();
    return operand(invocation.arguments(), takesValue, ONE_OPERAND.contains(name) ? 1 : 0);
  }

  private static Inner operand(List<Argument> arguments, Set<String> takesValue, int own) {
    int skip = own;
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.equals("--")) continue;
      if (text.length() > 1 && text.charAt(0) == '-') {
        String option = text.startsWith("--") ? text.substring(2) : text.substring(1);
        if (takesValue.contains(option)) i++;
        continue;
      }
      if (assignment(text)) continue;
      if (skip-- > 0) continue;
      var rest = new ArrayList<Word>();
      for (Argument a : arguments.subList(i, arguments.size())) rest.add(a.word());
      return new Words(rest);
    }
    return new Nothing();
  }

  private static boolean assignment(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0) return false;
    for (int i = 0; i < equals; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') return false;
    }
    return true;
  }

  private static Inner shell(List<Argument> arguments) {
    boolean code = false;
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
        if (text.startsWith("--")) continue;
        if (text.indexOf('c') > 0) code = true;
        if (text.endsWith("o")) i++;
        continue;
      }
      return code ? new Code(arguments.get(i).word()) : new Nothing();
    }
    return new Nothing();
  }

  private static Inner su(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if ((text.equals("-c") || text.equals("--command")) && i + 1 < arguments.size()) {
        return new Code(arguments.get(i + 1).word());
      }
      if (text.equals("--")) {
        return operand(arguments.subList(i + 1, arguments.size()), Set.of(), 0);
      }
    }
    return new Nothing();
  }

  private static Inner find(List<Argument> arguments) {
    Optional<List<Word>> found = Optional.empty();
    for (int i = 0; i < arguments.size() && found.isEmpty(); i++) {
      String text = arguments.get(i).text();
      if (!text.equals("-exec") && !text.equals("-execdir") && !text.equals("-ok")) continue;
      var words = new ArrayList<Word>();
      for (Argument a : arguments.subList(i + 1, arguments.size())) {
        if (a.text().equals(";") || a.text().equals("+")) break;
        words.add(a.word());
      }
      found = Optional.of(words);
    }
    return found.isPresent() && !found.get().isEmpty() ? new Words(found.get()) : new Nothing();
  }
}
