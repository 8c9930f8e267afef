package io.breakwater.advisory.internal.store;

/** A database file that is not what its writer wrote. */
public final class CorruptDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public CorruptDatabaseException(String reason) {
    super(reason);
  }
}
