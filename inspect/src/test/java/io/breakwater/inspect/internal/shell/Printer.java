package io.breakwater.inspect.internal.shell;

import java.util.List;

/** Writes parsed commands again, on one line where that can be. */
final class Printer {
  private final StringBuilder out = new StringBuilder();

  static String print(Script script) {
    var printer = new Printer();
    printer.sequence(script.body());
    return printer.out.toString();
  }

  private void sequence(Sequence sequence) {
    for (Sequence.Item item : sequence.items()) {
      command(item.command());
      out.append(item.terminator() == Sequence.Terminator.BACKGROUND ? " & " : "\n");
    }
  }

  private void command(Command command) {
    switch (command) {
      case Command.Simple s -> {
        for (Assignment a : s.assignments()) assignment(a);
        words(s.words());
        redirects(s.redirects());
      }
      case Command.Pipeline p -> {
        if (p.negated()) out.append("! ");
        for (int i = 0; i < p.stages().size(); i++) {
          if (i > 0) out.append(" | ");
          command(p.stages().get(i));
        }
      }
      case Command.AndOr a -> {
        for (int i = 0; i < a.commands().size(); i++) {
          if (i > 0) out.append(a.operators().get(i - 1) == Command.Operator.AND ? " && " : " || ");
          command(a.commands().get(i));
        }
      }
      case Command.Compound c -> compound(c);
      case Command.Case c -> {
        out.append("case ");
        word(c.subject());
        out.append(" in ");
        for (Command.Choice choice : c.choices()) {
          out.append('(');
          for (int i = 0; i < choice.patterns().size(); i++) {
            if (i > 0) out.append('|');
            word(choice.patterns().get(i));
          }
          out.append(") ");
          sequence(choice.body());
          out.append(choice.terminator()).append(' ');
        }
        out.append("esac ");
        redirects(c.redirects());
      }
    }
  }

  private void compound(Command.Compound c) {
    List<Sequence> bodies = c.bodies();
    switch (c.kind()) {
      case SUBSHELL -> between("( ", bodies.getFirst(), ")");
      case GROUP -> between("{ ", bodies.getFirst(), "}");
      case IF -> {
        for (int i = 0; i + 1 < bodies.size(); i += 2) {
          between(i == 0 ? "if " : "elif ", bodies.get(i), "then ");
          sequence(bodies.get(i + 1));
        }
        if (bodies.size() % 2 == 1) between("else ", bodies.getLast(), "");
        out.append("fi");
      }
      case WHILE, UNTIL -> {
        boolean loop = c.kind() == Command.Compound.Kind.WHILE;
        between(loop ? "while " : "until ", bodies.getFirst(), "do ");
        between("", bodies.getLast(), "done");
      }
      case FOR, SELECT -> {
        out.append(c.kind() == Command.Compound.Kind.FOR ? "for " : "select ");
        word(c.words().getFirst());
        if (c.words().size() > 1) out.append(" in ");
        words(c.words().subList(1, c.words().size()));
        between("; do ", bodies.getFirst(), "done");
      }
      case FOR_ARITHMETIC -> {
        out.append("for ((");
        word(c.words().getFirst());
        between(")); do ", bodies.getFirst(), "done");
      }
      case FUNCTION -> {
        word(c.words().getFirst());
        out.append("() ");
        command(bodies.getFirst().items().getFirst().command());
      }
      case TEST -> {
        out.append("[[ ");
        words(c.words());
        out.append("]]");
      }
      case ARITHMETIC -> {
        out.append("((");
        word(c.words().getFirst());
        out.append("))");
      }
    }
    out.append(' ');
    redirects(c.redirects());
  }

  private void between(String before, Sequence body, String after) {
    out.append(before);
    sequence(body);
    out.append(after);
  }

  private void assignment(Assignment a) {
    out.append(a.name()).append(a.append() ? "+=" : "=");
    if (a.array()) out.append('(');
    if (a.array()) words(a.values());
    else word(a.values().getFirst());
    out.append(a.array() ? ") " : " ");
  }

  private void redirects(List<Redirect> redirects) {
    for (Redirect r : redirects) {
      out.append(r.descriptor());
      if (r.body().isPresent()) {
        out.append("<<< \"");
        parts(r.body().get().parts(), true);
        out.append('"');
      } else {
        out.append(r.operator()).append(' ');
        word(r.target());
      }
      out.append(' ');
    }
  }

  private void words(List<Word> words) {
    for (Word w : words) {
      word(w);
      out.append(' ');
    }
  }

  private void word(Word word) {
    parts(word.parts(), false);
  }

  private void parts(List<Part> parts, boolean quoted) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal l -> literal(l, quoted);
        case Part.DoubleQuoted q -> {
          out.append('"');
          parts(q.parts(), true);
          out.append('"');
        }
        case Part.Parameter p -> {
          boolean before = "#!".contains(p.operator()) && !p.operator().isEmpty();
          out.append("${").append(before ? p.operator() : "").append(p.name());
          out.append(before ? "" : p.operator());
          parts(p.argument(), false);
          out.append('}');
        }
        case Part.Substitution s -> {
          out.append(s.kind() == Part.Substitution.Kind.PROCESS ? "<( " : "$( ");
          sequence(s.body());
          out.append(')');
        }
        case Part.Arithmetic a -> out.append("$((").append(a.expression()).append("))");
      }
    }
  }

  private void literal(Part.Literal l, boolean quoted) {
    switch (l.quoting()) {
      case NONE -> out.append(l.text());
      case BACKSLASH -> out.append('\\').append(l.text());
      case DOUBLE, SINGLE -> {
        if (quoted) {
          for (char c : l.text().toCharArray()) {
            if ("$`\\\"".indexOf(c) >= 0) out.append('\\');
            out.append(c);
          }
        } else {
          out.append('\'').append(l.text()).append('\'');
        }
      }
      case ANSI -> out.append("'").append(l.text().replace("'", "'\\''")).append("'");
    }
  }
}
