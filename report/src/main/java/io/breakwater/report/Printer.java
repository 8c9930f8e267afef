package io.breakwater.report;

import java.io.IOException;
import java.io.OutputStream;

/** One form of the report. A pure function of the document and what it is printed for. */
public interface Printer {
  /** What it is asked for by, such as {@code sarif}. */
  String name();

  /** Prints a document as UTF-8 and leaves the stream open. */
  void print(Document document, Context context, OutputStream out) throws IOException;
}
