package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** FIRST's EPSS scores: columns cve, epss, percentile, after a comment that tells the day. */
final class EpssFeed implements Feed {
  private static final String DAY = "score_date:";

  @Override
  public String name() {
    return "EPSS";
  }

  @Override
  public boolean recognises(Sample sample) {
    return Csv.header(sample).containsAll(List.of("cve", "epss"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    String text = file.text();
    int day = text.startsWith("#") ? text.indexOf(DAY) : -1;
    Optional<LocalDate> date =
        day < 0 || day > 200
            ? Optional.empty()
            : Dates.day(text.substring(day + DAY.length(), Math.min(text.length(), day + 40)));
    var csv = new Csv(text);
    List<String> header = csv.next();
    int cve = header.indexOf("cve");
    int score = header.indexOf("epss");
    for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
      Optional<CveFacts.Epss> epss =
          row.size() <= Math.max(cve, score) ? Optional.empty() : epss(row.get(score), date);
      if (epss.isEmpty() || !Ids.isCve(row.get(cve))) {
        sink.skip(SkipReason.WITHOUT_CVE);
        continue;
      }
      sink.add(CveFacts.of(row.get(cve), "epss", date).withEpss(epss));
    }
  }

  /** A score as a number of JSON; empty when it is no probability. */
  static Optional<CveFacts.Epss> epss(Json score, Optional<LocalDate> date) {
    return score instanceof Json.Num(String digits) ? epss(digits, date) : Optional.empty();
  }

  /** A score as feeds write it; empty when it is no probability. */
  static Optional<CveFacts.Epss> epss(String score, Optional<LocalDate> date) {
    if (score.isEmpty() || score.length() > 30) return Optional.empty();
    try {
      return Optional.of(new CveFacts.Epss(Double.parseDouble(score), date));
    } catch (IllegalArgumentException noProbability) {
      return Optional.empty();
    }
  }
}
