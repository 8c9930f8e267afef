package io.breakwater.advisory.internal.store;

/** The versions of the files that this program writes. */
public final class FormatVersion {
  /** Of the database. */
  public static final int DATABASE = Layout.VERSION;

  private FormatVersion() {}
}
