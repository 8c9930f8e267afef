package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Answers of FIRST's EPSS interface: {@code data} with cve, epss and date. */
final class EpssApiFeed implements Feed {
  @Override
  public String name() {
    return "EPSS (API)";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("data") && sample.firstOf("data").has("cve", "epss");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    for (Json.Obj one : Json.parseObject(file.content()).objects("data")) {
      Optional<LocalDate> day = Dates.day(one.text("date"));
      Optional<CveFacts.Epss> epss =
          one.get("epss")
              .flatMap(
                  score ->
                      score instanceof Json.Str(String text)
                          ? EpssFeed.epss(text, day)
                          : EpssFeed.epss(score, day));
      if (epss.isEmpty() || !Ids.isCve(one.text("cve"))) {
        sink.skip(SkipReason.WITHOUT_CVE);
        continue;
      }
      sink.add(CveFacts.of(one.text("cve"), "epss", day).withEpss(epss));
    }
  }
}
