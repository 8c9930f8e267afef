package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Breakwater's own OSV records, those of its starter database, add to the schema in {@code
 * database_specific}: {@code kev}, {@code kev_ransomware}, {@code epss}, {@code epss_date}.
 */
final class StarterFacts {
  static final String PROVIDER = DatabaseInfo.Provider.OWN;
  private static final String SOURCE = "breakwater-starter";

  private StarterFacts() {}

  /** Whether a record is Breakwater's own. */
  static boolean isOwn(Json.Obj record) {
    return record.object("database_specific").text("source").equals(SOURCE);
  }

  /** Adds what the record tells about its CVE. */
  static void read(Json.Obj record, String id, List<String> aliases, RecordSink sink) {
    Optional<String> cve =
        Stream.concat(Stream.of(id), aliases.stream()).filter(Ids::isCve).findFirst();
    if (cve.isEmpty()) return;
    Json.Obj more = record.object("database_specific");
    Optional<LocalDate> day = Dates.day(more.text("epss_date"));
    if (more.isTrue("kev")) {
      var exploited = new KnownExploited(Optional.empty(), more.isTrue("kev_ransomware"));
      sink.add(CveFacts.of(cve.get(), "kev", day).withExploited(Optional.of(exploited)));
    }
    Optional<CveFacts.Epss> epss = more.get("epss").flatMap(score -> EpssFeed.epss(score, day));
    if (epss.isPresent()) {
      sink.add(CveFacts.of(cve.get(), "epss", day).withEpss(epss));
    }
  }
}
