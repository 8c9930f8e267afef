package io.breakwater.policy.internal.cel;

/**
 * Why an expression has no value.
 *
 * @param reason in English, without a full stop
 */
public record Failure(String reason) {
  static final Failure BUDGET = new Failure("it takes too many steps");
  static final Failure OVERFLOW = new Failure("the number is out of range");

  static Failure noOverload(String function, Object... arguments) {
    var out = new StringBuilder("no such overload: ").append(function).append('(');
    for (int i = 0; i < arguments.length; i++) {
      out.append(i == 0 ? "" : ", ").append(Types.name(arguments[i]));
    }
    return new Failure(out.append(')').toString());
  }
}
