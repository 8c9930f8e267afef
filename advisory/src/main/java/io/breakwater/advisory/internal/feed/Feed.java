package io.breakwater.advisory.internal.feed;

import java.io.IOException;

/**
 * One native form in which a publisher writes advisories or facts. A new one is one file here and a
 * line in {@link Feeds}. Stateless; safe for use by many threads.
 */
public interface Feed {
  /** What the form is called in reports of an import. */
  String name();

  /** Whether a file has this form, by its content and shape. Never throws. */
  boolean recognises(Sample sample);

  /**
   * Reads a file of this form. What is wrong with a part of it costs that part, told to {@link
   * RecordSink#skip}.
   *
   * @throws IOException when the file as a whole is not what it seemed to be
   */
  void read(FeedFile file, RecordSink sink) throws IOException;
}
