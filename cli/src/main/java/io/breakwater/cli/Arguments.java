package io.breakwater.cli;

import io.breakwater.model.Severity;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the user typed after a command's name.
 *
 * @param path the command's full name, such as {@code bw db import}
 * @param parsed what picocli made of it
 */
record Arguments(String path, ParseResult parsed) {

  /** Whether a switch is set. */
  boolean has(Opt option) {
    return parsed.hasMatchedOption(option.flag());
  }

  /** The value of an option. */
  Optional<String> value(Opt option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** Every value of an option, in order. */
  List<String> values(Opt option) {
    return parsed.hasMatchedOption(option.flag())
        ? parsed.matchedOption(option.flag()).stringValues()
        : List.of();
  }

  /** What was given in order. */
  List<String> positionals() {
    return parsed.matchedPositionals().isEmpty()
        ? List.of()
        : parsed.matchedPositionals().stream().flatMap(p -> p.stringValues().stream()).toList();
  }

  /** A value that must be one of a few words. */
  String oneOf(Opt option, String otherwise, List<String> words) {
    String value = value(option).orElse(otherwise);
    if (!words.contains(value)) throw bad(option, value, Msg.ONE_OF, String.join(", ", words));
    return value;
  }

  /** A value that must be a severity. */
  Optional<Severity> severity(Opt option) {
    Optional<String> value = value(option);
    if (value.isEmpty()) return Optional.empty();
    var known = List.of("critical", "high", "medium", "low", "negligible");
    Optional<Severity> severity = Severity.parse(value.get());
    if (severity.isEmpty() || severity.get() == Severity.UNKNOWN) {
      throw bad(option, value.get(), Msg.ONE_OF, String.join(", ", known));
    }
    return severity;
  }

  /** What was asked for is not done here. */
  UsageException refused(Msg why) {
    return new UsageException(path, why);
  }

  /** The error of a value that an option cannot have. */
  UsageException bad(Opt option, String value, Msg expected, Object... details) {
    return new UsageException(
        path, Msg.BAD_VALUE, option.flag(), value, new Said(expected, List.of(details)));
  }

  /** A message as an argument of another one. */
  record Said(Msg message, List<Object> details) {}
}
