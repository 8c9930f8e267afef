package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Exploit;
import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * VulnCheck's catalogue of exploited holes, and lists of its form: entries with {@code cve} (ids),
 * {@code date_added}, who reported exploitation, and published exploits.
 */
final class VulnCheckKevFeed implements Feed {
  private static final int MAX_EXPLOITS = 5;

  @Override
  public String name() {
    return "VulnCheck KEV";
  }

  @Override
  public boolean recognises(Sample sample) {
    return isEntry(sample) || (sample.has("data") && isEntry(sample.firstOf("data")));
  }

  private static boolean isEntry(Sample sample) {
    return sample.has("vulncheck_reported_exploitation")
        || sample.has("vulncheck_xdb")
        || sample.has("cve", "date_added", "knownRansomwareCampaignUse");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj one = slice.object();
          if (one.get("data").isEmpty()) entry(one, sink);
          else one.objects("data").forEach(entry -> entry(entry, sink));
        });
  }

  private static void entry(Json.Obj one, RecordSink sink) {
    List<String> cves = one.texts("cve").stream().map(String::strip).filter(Ids::isCve).toList();
    if (cves.isEmpty()) sink.skip(SkipReason.WITHOUT_CVE);
    Optional<LocalDate> since = Dates.day(one.text("date_added"));
    boolean ransomware = one.text("knownRansomwareCampaignUse").equalsIgnoreCase("known");
    var exploits = new ArrayList<Exploit>();
    for (Json.Obj seen : one.objects("vulncheck_reported_exploitation")) {
      add(exploits, Maturity.USED, seen.text("url"));
    }
    for (Json.Obj published : one.objects("vulncheck_xdb")) {
      add(exploits, Maturity.PROOF_OF_CONCEPT, published.text("xdb_url"));
    }
    for (String cve : cves) {
      sink.add(
          CveFacts.of(cve, "vulncheck", Optional.empty())
              .withExploited(Optional.of(new KnownExploited(since, ransomware)))
              .withExploits(exploits));
    }
  }

  private static void add(List<Exploit> out, Maturity maturity, String reference) {
    if (out.size() < MAX_EXPLOITS && reference.length() <= 500) {
      out.add(new Exploit("vulncheck", maturity, reference));
    }
  }
}
