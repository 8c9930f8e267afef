package io.breakwater.cli;

import io.breakwater.model.NearestWord;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that was meant and reads its arguments. */
final class CommandParser {
  private CommandParser() {}

  /**
   * A command and what it was given.
   *
   * @param command the deepest command that was named
   * @param path its full name
   * @param arguments what followed
   */
  record Call(Command command, String path, List<String> arguments) {}

  /** Follows the words that name commands. */
  static Call find(Command root, List<String> words) {
    Command command = root;
    var path = new StringBuilder(root.name());
    int next = 0;
    while (next < words.size() && !command.children().isEmpty()) {
      String word = words.get(next);
      if (word.startsWith("-")) break;
      Command child = null;
      for (Command candidate : command.children()) {
        if (candidate.name().equals(word)) child = candidate;
        // the spelling of the other side of the ocean
        if (word.equals("licenses") && candidate.name().equals("licences")) child = candidate;
      }
      if (child == null && !command.parameters().isEmpty()) break; // it acts by itself, too
      if (child == null) {
        var names = command.children().stream().map(Command::name).toList();
        throw new UsageException(path.toString(), Msg.UNKNOWN_COMMAND, word + hint(word, names));
      }
      command = child;
      path.append(' ').append(word);
      next++;
    }
    return new Call(command, path.toString(), words.subList(next, words.size()));
  }

  /** Reads the arguments of a call. */
  static Arguments read(Call call) {
    Command command = call.command();
    var spec = CommandSpec.create();
    spec.parser().collectErrors(false).posixClusteredShortOptionsAllowed(false);
    for (Opt option : options(command)) spec.addOption(option(option));
    int index = 0;
    for (Command.Parameter parameter : command.parameters()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(parameter.label())
              .type(parameter.many() ? List.class : String.class)
              .auxiliaryTypes(String.class)
              .index(parameter.many() ? index + "..*" : String.valueOf(index))
              .arity(parameter.required() ? "1" : "0..1")
              .required(false)
              .build());
      index++;
    }
    try {
      var arguments =
          new Arguments(
              call.path(),
              new CommandLine(spec).parseArgs(call.arguments().toArray(String[]::new)));
      boolean alone = !command.children().isEmpty() && arguments.positionals().isEmpty();
      if (!arguments.has(Opt.HELP) && !alone) checkRequired(call, arguments);
      return arguments;
    } catch (UnmatchedArgumentException unmatched) {
      throw unmatched(call, unmatched);
    } catch (MissingParameterException missing) {
      String what =
          missing.getMissing().isEmpty() ? "" : missing.getMissing().getFirst().paramLabel();
      throw new UsageException(call.path(), Msg.MISSING, what);
    } catch (ParameterException other) {
      String value = String.valueOf(other.getValue());
      throw new UsageException(call.path(), Msg.UNEXPECTED, value);
    }
  }

  /** Every option that a command takes. */
  static List<Opt> options(Command command) {
    var all = new ArrayList<>(command.options());
    all.addAll(Command.COMMON);
    if (command.name().equals("bw")) all.add(Opt.VERSION);
    return all;
  }

  private static OptionSpec option(Opt option) {
    boolean takes = !option.label().isEmpty();
    String[] names =
        option.shortFlag().isEmpty()
            ? new String[] {option.flag()}
            : new String[] {option.shortFlag(), option.flag()};
    return OptionSpec.builder(names)
        .paramLabel(option.label())
        .arity(takes ? "1" : "0")
        .type(takes ? List.class : boolean.class)
        .auxiliaryTypes(takes ? String.class : boolean.class)
        .build();
  }

  private static void checkRequired(Call call, Arguments arguments) {
    int given = arguments.positionals().size();
    List<Command.Parameter> parameters = call.command().parameters();
    for (int i = given; i < parameters.size(); i++) {
      if (parameters.get(i).required()) {
        throw new UsageException(call.path(), Msg.MISSING, parameters.get(i).label());
      }
    }
  }

  private static UsageException unmatched(Call call, UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().getFirst();
    if (!word.startsWith("-")) return new UsageException(call.path(), Msg.UNEXPECTED, word);
    var names = options(call.command()).stream().map(Opt::flag).toList();
    return new UsageException(call.path(), Msg.UNKNOWN_OPTION, word + hint(word, names));
  }

  private static String hint(String word, List<String> names) {
    return NearestWord.of(word, names).map(name -> " (" + name + "?)").orElse("");
  }
}
