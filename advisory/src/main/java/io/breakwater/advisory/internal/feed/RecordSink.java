package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Advisory;
import java.io.IOException;

/** Where feeds put what they read. */
public interface RecordSink {
  /** An advisory. */
  void add(Advisory advisory) throws IOException;

  /** Facts about a CVE. */
  void add(CveFacts facts);

  /** A part of the file was left out. */
  void skip(SkipReason reason);
}
