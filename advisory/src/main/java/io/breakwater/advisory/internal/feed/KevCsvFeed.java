package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** CISA's catalogue of known exploited vulnerabilities as CSV. */
final class KevCsvFeed implements Feed {
  @Override
  public String name() {
    return "KEV (CSV)";
  }

  @Override
  public boolean recognises(Sample sample) {
    return Csv.header(sample).containsAll(List.of("cveID", "dateAdded"));
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var csv = new Csv(file.text());
    List<String> header = csv.next();
    int cve = header.indexOf("cveID");
    int added = header.indexOf("dateAdded");
    int ransomware = header.indexOf("knownRansomwareCampaignUse");
    for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
      if (row.size() != header.size()) {
        sink.skip(SkipReason.MALFORMED);
        continue;
      }
      KevFeed.add(
          sink,
          Optional.empty(),
          row.get(cve),
          row.get(added),
          ransomware < 0 ? "" : row.get(ransomware));
    }
  }
}
