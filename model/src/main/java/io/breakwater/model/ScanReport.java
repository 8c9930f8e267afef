package io.breakwater.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Everything that is known about one image: the document that every gate, report and page is a
 * function of. {@link ReportWriter} writes it as docs/report.schema.json describes.
 *
 * @param image the image
 * @param components what is inside, in a stable order
 * @param judged which of the components were compared with the advisories
 * @param findings what is wrong, what to fix first first
 * @param suppressions what was taken out of the findings, and why
 * @param notAnalysed what could not be read
 * @param database what is known
 * @param tool who made the report
 * @param started when the scan started
 * @param duration how long it took
 */
public record ScanReport(
    ImageInfo image,
    List<Component> components,
    Judged judged,
    List<Finding> findings,
    Suppressions suppressions,
    List<NotAnalysed> notAnalysed,
    DatabaseInfo database,
    Tool tool,
    Instant started,
    Duration duration) {

  /** The version of the document's schema. It grows by its first number when a field goes. */
  public static final String SCHEMA_VERSION = "1.0";

  /** Copies the lists. */
  public ScanReport {
    components = List.copyOf(components);
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
  }

  /** The day, in UTC, on which the scan started. */
  public LocalDate day() {
    return started.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** When the image's distribution ends: as a feed tells it, else as Breakwater knows it. */
  public EndOfLife endOfLife() {
    return database.release().orElseGet(() -> EndOfLife.of(image.os()));
  }

  /** The program that made a report. */
  public record Tool(String name, String version) {}
}
