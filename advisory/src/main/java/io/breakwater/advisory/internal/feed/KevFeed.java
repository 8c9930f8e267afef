package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** CISA's catalogue of known exploited vulnerabilities as JSON. */
final class KevFeed implements Feed {
  @Override
  public String name() {
    return "KEV";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("vulnerabilities") && sample.has("catalogVersion");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Json.Obj catalogue = Json.parseObject(file.content());
    Optional<LocalDate> date = Dates.day(catalogue.text("dateReleased"));
    for (Json.Obj entry : catalogue.objects("vulnerabilities")) {
      add(
          sink,
          date,
          entry.text("cveID"),
          entry.text("dateAdded"),
          entry.text("knownRansomwareCampaignUse"));
    }
  }

  /** Adds one entry of the catalogue. */
  static void add(
      RecordSink sink, Optional<LocalDate> date, String cve, String added, String ransomware) {
    if (!Ids.isCve(cve.strip())) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    var exploited = new KnownExploited(Dates.day(added), ransomware.equalsIgnoreCase("known"));
    sink.add(CveFacts.of(cve.strip(), "kev", date).withExploited(Optional.of(exploited)));
  }
}
