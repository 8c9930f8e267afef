package io.breakwater.policy.internal.cel;

/**
 * A part of an expression, compiled. Errors are values: it gives a {@link Failure} and throws
 * nothing.
 */
@FunctionalInterface
public interface Code {
  /** Its value: never null. */
  Object eval(Frame frame);
}
