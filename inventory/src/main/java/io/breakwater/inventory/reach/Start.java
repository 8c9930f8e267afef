package io.breakwater.inventory.reach;

import io.breakwater.model.ImageInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an image starts.
 *
 * @param before programs that do nothing but start the next one, such as {@code tini} or a shell
 * @param command the program itself with its arguments; empty when the image does not say it
 * @param more other programs that may run: those after {@code &&}, and what an entry point that is
 *     a script is given
 * @param understood whether these are all
 */
record Start(
    List<String> before, List<String> command, List<List<String>> more, boolean understood) {
  private static final int MOST_WRAPPERS = 8;
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "busybox");

  /** Those that start a program and are none of its business then. */
  private static final Set<String> WRAPPERS =
      Set.of("tini", "tini-static", "dumb-init", "catatonit", "env", "nohup", "gosu", "su-exec");

  /** Options of these that are followed by a value. */
  private static final Set<String> WITH_VALUE = Set.of("-p", "-e", "-r", "-u", "-C", "--rewrite");

  static boolean isShell(String path) {
    return SHELLS.contains(FileTable.name(path));
  }

  /** By an image's entry point and command. */
  static Start of(ImageInfo.Settings settings) {
    var words = new ArrayList<>(settings.entrypoint());
    words.addAll(settings.command());
    var before = new ArrayList<String>();
    List<String> command = words;
    for (int i = 0; i < MOST_WRAPPERS && !command.isEmpty(); i++) {
      String name = FileTable.name(command.getFirst());
      if (WRAPPERS.contains(name)) {
        List<String> inner = unwrapped(name, command);
        if (inner.isEmpty()) break;
        before.add(command.getFirst());
        command = inner;
      } else if (SHELLS.contains(name) && command.size() > 1) {
        int script = scriptOf(command);
        if (script < 0) break;
        before.add(command.getFirst());
        return ofShell(before, command.get(script));
      } else {
        break;
      }
    }
    return new Start(before, command, List.of(), true);
  }

  /** Where the words stand that a shell runs; -1 when it runs a file. */
  private static int scriptOf(List<String> command) {
    for (int i = 1; i + 1 < command.size() && command.get(i).startsWith("-"); i++) {
      String option = command.get(i);
      if (!option.startsWith("--") && option.indexOf('c') > 0) return i + 1;
    }
    return -1;
  }

  private static List<String> unwrapped(String name, List<String> command) {
    int at = 1;
    while (at < command.size() && command.get(at).startsWith("-")) {
      String option = command.get(at++);
      if (option.equals("--")) break;
      if (WITH_VALUE.contains(option)) at++;
    }
    if (name.equals("gosu") || name.equals("su-exec")) at++; // the user
    while (name.equals("env") && at < command.size() && command.get(at).contains("=")) at++;
    return at < command.size() ? command.subList(at, command.size()) : List.of();
  }

  private static Start ofShell(List<String> before, String text) {
    List<List<String>> commands = ShellWords.commands(text);
    if (commands == null) return new Start(before, List.of(), List.of(), false);
    List<String> last = null;
    var more = new ArrayList<List<String>>();
    for (List<String> words : commands) {
      List<String> command = plain(words);
      if (command.isEmpty()) continue;
      if (last != null) more.add(last);
      last = command;
    }
    return new Start(before, last == null ? List.of() : last, more, last != null);
  }

  /** Without {@code exec} and the variables that are set for it. */
  private static List<String> plain(List<String> words) {
    int at = 0;
    while (at < words.size() && (isAssignment(words.get(at)) || words.get(at).equals("exec"))) at++;
    return words.subList(at, words.size());
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    for (int i = 0; i < equals; i++) {
      char c = word.charAt(i);
      boolean named = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
      if (!named) return false;
    }
    return equals > 0;
  }

  /** The words of simple commands of the shell. */
  private static final class ShellWords {
    private ShellWords() {}

    /** Null when there is more in them than is understood here. */
    static @Nullable List<List<String>> commands(String text) {
      var commands = new ArrayList<List<String>>();
      var command = new ArrayList<String>();
      StringBuilder word = null;
      char quote = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '$' && quote != '\'') return null;
        if (c == '`' && quote != '\'') return null;
        if (quote != 0) {
          if (c == quote) quote = 0;
          else if (c == '\\' && quote == '"') return null;
          else if (word != null) word.append(c);
          continue;
        }
        boolean and = c == '&' && i + 1 < text.length() && text.charAt(i + 1) == '&';
        if (and) i++;
        if (c == ' ' || c == '\t' || c == '\n' || c == ';' || and) {
          if (word != null) command.add(word.toString());
          word = null;
          if (c == ' ' || c == '\t') continue;
          commands.add(List.copyOf(command));
          command.clear();
        } else if ("|&<>(){}*?[]~#!\\".indexOf(c) >= 0) {
          return null;
        } else {
          if (word == null) word = new StringBuilder();
          if (c == '\'' || c == '"') quote = c;
          else word.append(c);
        }
      }
      if (quote != 0) return null;
      if (word != null) command.add(word.toString());
      commands.add(command);
      return commands;
    }
  }
}
