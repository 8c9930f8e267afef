package io.breakwater.advisory;

/** Watches an import. Called by one thread at a time. */
public interface ImportListener {
  /** Says nothing. */
  ImportListener NONE = new ImportListener() {};

  /** An input is being read. */
  default void started(String input) {}

  /** Some more files were read: how many of this input so far. */
  default void progress(String input, long files) {}

  /** An input was read. */
  default void finished(ImportSummary.Input input) {}

  /** All inputs were read; the database is being written. */
  default void writing() {}
}
