package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Finding.KnownExploited;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * KEV joined with EPSS and NVD's score, as the KEV_EPSS project publishes it: every row is an
 * exploited hole; neither its date nor use by ransomware is told.
 */
final class KevEpssFeed implements Feed {
  @Override
  public String name() {
    return "KEV with EPSS";
  }

  @Override
  public boolean recognises(Sample sample) {
    return Csv.header(sample).containsAll(List.of("CVE", "CVSS3", "EPSS"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var csv = new Csv(file.text());
    List<String> header = csv.next();
    int cve = header.indexOf("CVE");
    int cvss = header.indexOf("CVSS3");
    int epss = header.indexOf("EPSS");
    for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
      if (row.size() != header.size() || !Ids.isCve(row.get(cve))) {
        sink.skip(SkipReason.WITHOUT_CVE);
        continue;
      }
      sink.add(
          CveFacts.of(row.get(cve), "kev", Optional.empty())
              .withExploited(Optional.of(new KnownExploited(Optional.empty(), false)))
              .withEpss(EpssFeed.epss(row.get(epss), Optional.empty()))
              .withCvss(CveEnrichmentFeed.score("nvd", row.get(cvss))));
    }
  }
}
