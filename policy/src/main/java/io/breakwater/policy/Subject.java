package io.breakwater.policy;

import io.breakwater.model.ScanReport;
import io.breakwater.model.json.Json;
import io.breakwater.policy.internal.document.Document;
import java.util.Optional;

/** What a gate judges: a report, in memory or as it was written. Used by one thread. */
public final class Subject {
  private final Document document;

  private Subject(Document document) {
    this.document = document;
  }

  /** A report in memory. */
  public static Subject of(ScanReport report) {
    return new Subject(Document.of(report));
  }

  /** A report as docs/report.schema.json describes it. */
  public static Subject of(Json.Obj report) {
    return new Subject(Document.of(report));
  }

  /** The same, of which only what another report does not have is new. */
  public Subject since(Subject baseline) {
    return new Subject(document.since(Optional.of(baseline.document)));
  }

  Document document() {
    return document;
  }
}
