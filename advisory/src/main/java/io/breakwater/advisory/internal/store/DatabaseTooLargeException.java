package io.breakwater.advisory.internal.store;

/** More advisories than one database file can hold: two gigabytes. */
public final class DatabaseTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseTooLargeException() {
    super("an advisory database holds at most 2 GiB");
  }
}
