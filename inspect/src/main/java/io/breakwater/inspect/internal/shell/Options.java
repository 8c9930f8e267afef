package io.breakwater.inspect.internal.shell;

import io.breakwater.inspect.internal.shell.Invocation.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a program, split as getopt does, options and operands in any order.
 *
 * @param flags in order
 * @param operands what is no option; all that comes after {@code --}
 */
public record Options(List<Flag> flags, List<Argument> operands) {
  /** Copies the lists. */
  public Options {
    flags = List.copyOf(flags);
    operands = List.copyOf(operands);
  }

  /**
   * An option.
   *
   * @param name without dashes
   * @param value what belongs to it, if it takes something
   * @param argument where it stands
   */
  public record Flag(String name, Optional<String> value, Argument argument) {}

  /**
   * Which options of a program take a value that may stand in the next argument.
   *
   * @param names one letter or long, without dashes
   * @param longWithOneDash whether {@code -name} is one option and not four
   */
  public record Spec(Set<String> names, boolean longWithOneDash) {
    /** No option takes a value. */
    public static final Spec NONE = new Spec(Set.of(), false);

    /** Options in the style of getopt, separated by blanks. */
    public static Spec of(String names) {
      return new Spec(Set.of(names.split(" ")), false);
    }

    /** Options with one dash and a long name, separated by blanks. */
    public static Spec oneDash(String names) {
      return new Spec(Set.of(names.split(" ")), true);
    }
  }

  static Options split(List<Argument> arguments, Spec spec) {
    List<Flag> flags = new ArrayList<>();
    List<Argument> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      String text = argument.text();
      if (text.equals("--")) {
        operands.addAll(arguments.subList(i + 1, arguments.size()));
        break;
      }
      if (text.length() < 2 || text.charAt(0) != '-') {
        operands.add(argument);
        continue;
      }
      boolean isLong = text.startsWith("--") || spec.longWithOneDash();
      if (!isLong) {
        i = letters(arguments, i, spec, flags);
        continue;
      }
      String name = text.substring(text.startsWith("--") ? 2 : 1);
      int equals = name.indexOf('=');
      Optional<String> value = Optional.empty();
      if (equals >= 0) {
        value = Optional.of(name.substring(equals + 1));
        name = name.substring(0, equals);
      } else if (spec.names().contains(name) && i + 1 < arguments.size()) {
        value = Optional.of(arguments.get(++i).text());
      }
      flags.add(new Flag(name, value, argument));
    }
    return new Options(flags, operands);
  }

  /** Splits {@code -abc}; answers the index of the last argument that it took. */
  private static int letters(List<Argument> arguments, int index, Spec spec, List<Flag> flags) {
    Argument argument = arguments.get(index);
    String text = argument.text();
    for (int k = 1; k < text.length(); k++) {
      String name = text.substring(k, k + 1);
      boolean takes = spec.names().contains(name);
      if (takes || (k + 1 < text.length() && text.charAt(k + 1) == '=')) {
        String rest = text.substring(k + 1);
        if (rest.startsWith("=")) rest = rest.substring(1);
        if (!rest.isEmpty()) {
          flags.add(new Flag(name, Optional.of(rest), argument));
          return index;
        }
        if (takes && index + 1 < arguments.size()) {
          flags.add(new Flag(name, Optional.of(arguments.get(index + 1).text()), argument));
          return index + 1;
        }
      }
      flags.add(new Flag(name, Optional.empty(), argument));
    }
    return index;
  }

  /** Whether one of these options is given. */
  public boolean has(String... names) {
    for (Flag flag : flags) for (String name : names) if (flag.name().equals(name)) return true;
    return false;
  }

  /** How often these options are given. */
  public int count(String... names) {
    int count = 0;
    for (Flag flag : flags) for (String name : names) if (flag.name().equals(name)) count++;
    return count;
  }

  /** The value of the first of these options that has one. */
  public Optional<String> value(String... names) {
    for (Flag flag : flags) {
      for (String name : names) {
        if (flag.name().equals(name) && flag.value().isPresent()) return flag.value();
      }
    }
    return Optional.empty();
  }
}
