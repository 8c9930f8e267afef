package io.breakwater.inventory;

/** A kept result of a layer whose layout is whole, but whose words make no sense. */
final class CorruptFactsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptFactsException(RuntimeException cause) {
    super(cause);
  }
}
