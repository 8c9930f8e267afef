package io.breakwater.policy.internal.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.breakwater.policy.Knowledge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes expressions of texts. */
public final class Expressions {
  private final List<OwnFunctions.Function> functions;
  private final Checker checker;

  /** With what other rooms know. */
  public Expressions(Knowledge knowledge) {
    functions = OwnFunctions.all(knowledge);
    checker = new Checker(functions);
  }

  /** The name and the type of a variable beside those of the document. */
  public record Local(String name, CelType type) {}

  /**
   * An expression of any type.
   *
   * @throws InvalidExpressionException when it is none, or names what is not there
   */
  public Expression compile(String text, Optional<Local> local) throws InvalidExpressionException {
    Map<String, CelType> locals =
        local.isPresent() ? Map.of(local.get().name(), local.get().type()) : Map.of();
    CelAbstractSyntaxTree tree = checker.check(text, locals);
    return new Compiler(text, tree, functions, locals.keySet()).compile();
  }

  /**
   * An expression that is true or false.
   *
   * @throws InvalidExpressionException when it is something else
   */
  public Expression condition(String text, Optional<Local> local)
      throws InvalidExpressionException {
    Expression made = compile(text, local);
    if (made.type().equals(SimpleType.BOOL) || made.type().equals(SimpleType.DYN)) return made;
    throw new InvalidExpressionException(
        0, "it is of type " + made.type().name() + ", where true or false was expected");
  }

  /**
   * An expression that is a list.
   *
   * @throws InvalidExpressionException when it is something else
   */
  public Expression list(String text) throws InvalidExpressionException {
    Expression made = compile(text, Optional.empty());
    if (made.type() instanceof ListType) return made;
    throw new InvalidExpressionException(
        0, "it is of type " + made.type().name() + ", where a list was expected");
  }

  /** The variable that stands for an element of a list. */
  public static Local element(Expression list, String name) {
    return new Local(name, list.type() instanceof ListType type ? type.elemType() : SimpleType.DYN);
  }
}
