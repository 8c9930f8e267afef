package io.breakwater.inspect.internal.regex;

import java.util.List;

/** The parts of an expression. */
sealed interface Node {
  record Set(CharSet set) implements Node {}

  record Assert(int kind) implements Node {}

  record Sequence(List<Node> parts) implements Node {}

  record Choice(List<Node> ways) implements Node {}

  record Group(int number, Node of) implements Node {}

  record Repeat(Node of, int least, int most, boolean lazy) implements Node {}
}
