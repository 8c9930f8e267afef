package io.breakwater.inspect.internal.shell;

import io.breakwater.inspect.internal.shell.Invocation.Argument;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A script seen through: every command in it, those of substitutions, functions and {@code sh -c}
 * too, and every program that is started. Immutable once made.
 */
public final class Analysis {
  private static final int MAX_COMMANDS = 20_000;

  private final Script script;
  private final Map<String, String> variables;
  private final List<Command> commands = new ArrayList<>();
  private final List<Sequence> sequences = new ArrayList<>();
  private final List<Invocation> invocations = new ArrayList<>();
  private final IdentityHashMap<Command, List<Invocation>> byCommand = new IdentityHashMap<>();

  private final IdentityHashMap<Command, Boolean> inner = new IdentityHashMap<>();
  private int codeDepth;

  private Analysis(Script script, Map<String, String> variables) {
    this.script = script;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Sees a script through.
   *
   * @param variables the values that are known when it starts
   */
  public static Analysis of(Script script, Map<String, String> variables) {
    var analysis = new Analysis(script, variables);
    analysis.walk(script.body(), List.of(), 0);
    return analysis;
  }

  /** The script. */
  public Script script() {
    return script;
  }

  /** Every command, outer before inner, else in the order of the script. */
  public List<Command> commands() {
    return commands;
  }

  /** Every list of commands. */
  public List<Sequence> sequences() {
    return sequences;
  }

  /** Every program that is started, in the order of the script. */
  public List<Invocation> invocations() {
    return invocations;
  }

  /** The programs that a simple command starts: {@code sudo} and what it starts. */
  public List<Invocation> invocations(Command command) {
    return byCommand.getOrDefault(command, List.of());
  }

  /** Whether a command stands in code that is given to another shell, as in {@code sh -c}. */
  public boolean nested(Command command) {
    return inner.containsKey(command);
  }

  /** The text of a word with the values that are known. */
  public String shape(Word word) {
    return word.shape(variables);
  }

  private void walk(Sequence sequence, List<String> via, int nesting) {
    sequences.add(sequence);
    for (Sequence.Item item : sequence.items()) walk(item.command(), via, nesting);
  }

  private void walk(Command command, List<String> via, int nesting) {
    if (commands.size() >= MAX_COMMANDS) return;
    commands.add(command);
    if (codeDepth > 0) inner.put(command, true);
    switch (command) {
      case Command.Simple simple -> {
        for (Assignment a : simple.assignments()) words(a.values(), via, nesting);
        start(simple, simple.words(), via, nesting);
        words(simple.words(), via, nesting);
        redirects(simple.redirects(), via, nesting);
      }
      case Command.Pipeline pipeline -> {
        for (Command stage : pipeline.stages()) walk(stage, via, nesting);
      }
      case Command.AndOr andOr -> {
        for (Command part : andOr.commands()) walk(part, via, nesting);
      }
      case Command.Compound compound -> {
        words(compound.words(), via, nesting);
        for (Sequence body : compound.bodies()) walk(body, via, nesting);
        redirects(compound.redirects(), via, nesting);
      }
      case Command.Case choice -> {
        words(List.of(choice.subject()), via, nesting);
        for (Command.Choice c : choice.choices()) walk(c.body(), via, nesting);
        redirects(choice.redirects(), via, nesting);
      }
    }
  }

  private void redirects(List<Redirect> redirects, List<String> via, int nesting) {
    for (Redirect redirect : redirects) {
      words(List.of(redirect.target()), via, nesting);
      redirect.body().ifPresent(body -> words(List.of(body), via, nesting));
    }
  }

  private void words(List<Word> words, List<String> via, int nesting) {
    for (Word word : words) parts(word.parts(), via, nesting);
  }

  private void parts(List<Part> parts, List<String> via, int nesting) {
    for (Part part : parts) {
      switch (part) {
        case Part.DoubleQuoted quoted -> parts(quoted.parts(), via, nesting);
        case Part.Parameter parameter -> parts(parameter.argument(), via, nesting);
        case Part.Substitution substitution -> walk(substitution.body(), via, nesting);
        case Part.Literal _, Part.Arithmetic _ -> {}
      }
    }
  }

  private void start(Command.Simple simple, List<Word> words, List<String> via, int nesting) {
    if (words.isEmpty() || nesting > Wrappers.MAX_NESTING) return;
    List<Argument> arguments = new ArrayList<>(words.size() - 1);
    for (Word word : words.subList(1, words.size())) {
      arguments.add(new Argument(word, word.shape(variables)));
    }
    String path = words.getFirst().shape(variables);
    String name = path.substring(path.lastIndexOf('/') + 1);
    var invocation = new Invocation(name, words.getFirst(), arguments, simple, via);
    invocations.add(invocation);
    byCommand.computeIfAbsent(simple, _ -> new ArrayList<>()).add(invocation);
    switch (Wrappers.unwrap(invocation)) {
      case Wrappers.Nothing _ -> {}
      case Wrappers.Words inner -> start(simple, inner.words(), and(via, name), nesting + 1);
      case Wrappers.Code code -> {
        Decoded decoded = Decoded.of(code.word(), script.source());
        Script nested = Parser.parse(decoded.text(), decoded.places(), nesting + 1);
        codeDepth++;
        walk(nested.body(), and(via, name), nesting + 1);
        codeDepth--;
      }
    }
  }

  private static List<String> and(List<String> via, String name) {
    var out = new ArrayList<>(via);
    out.add(name);
    return List.copyOf(out);
  }
}
