package io.breakwater.inspect.internal.shell.check;

import io.breakwater.inspect.internal.shell.Invocation;
import io.breakwater.inspect.internal.shell.Invocation.Argument;
import io.breakwater.inspect.internal.shell.Options;
import io.breakwater.inspect.internal.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A package manager that installs something.
 *
 * @param verb the word that says so
 * @param packages what is installed
 */
record Install(Invocation by, Options options, Argument verb, List<Argument> packages) {
  /** The installations by programs with the verb as their first operand. */
  static List<Install> by(Code code, Options.Spec spec, Set<String> verbs, String... programs) {
    List<Install> out = new ArrayList<>();
    for (Invocation i : code.runs(programs)) {
      Options options = i.options(spec);
      List<Argument> operands = options.operands();
      if (operands.isEmpty() || !verbs.contains(operands.getFirst().text())) continue;
      var packages = operands.subList(1, operands.size());
      out.add(new Install(i, options, operands.getFirst(), packages));
    }
    return out;
  }

  /** The packages whose version is not said, as far as that can be known; empty when none. */
  String loose(Predicate<String> pinned) {
    var out = new StringBuilder();
    for (Argument a : packages) {
      String text = a.text();
      boolean open = text.isEmpty() || text.charAt(text.length() - 1) == Word.UNKNOWN;
      if (open || pinned.test(text)) continue;
      if (!out.isEmpty()) out.append(", ");
      out.append(shown(text));
    }
    return out.toString();
  }

  /** A text for people: an ellipsis for what is not known. */
  static String shown(String text) {
    return text.replace(Word.UNKNOWN, '…');
  }
}
