package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Advisory;
import java.io.IOException;

/** Where what feeds say goes: into a database, or aside for a later one. Used by many threads. */
public interface RecordTarget {
  /** Adds an advisory. */
  void add(Advisory advisory) throws IOException;

  /** Adds facts about a CVE. */
  void add(CveFacts more);
}
