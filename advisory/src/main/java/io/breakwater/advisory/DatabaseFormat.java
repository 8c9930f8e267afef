package io.breakwater.advisory;

import io.breakwater.advisory.internal.store.FormatVersion;

/** The form of the database files that this program reads and writes. */
public final class DatabaseFormat {
  /** Its number. */
  public static final int VERSION = FormatVersion.DATABASE;

  private DatabaseFormat() {}
}
