package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * Debian's advisories as an array of objects: {@code id}, {@code date}, {@code title}, {@code
 * cves}, {@code rel} (a code name) and {@code pv} (package and version; further releases follow it
 * as in the lists).
 */
final class DebianAdvisoryJsonFeed implements Feed {
  @Override
  public String name() {
    return "Debian advisories (JSON)";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("id", "cves", "rel", "pv");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj one = slice.object();
          String id = one.text("id").strip();
          if (id.isEmpty() || id.length() > 40) {
            sink.skip(SkipReason.WITHOUT_ID);
            return;
          }
          var advisory = new DebianAdvisory(id, one.text("title"), Dates.day(one.text("date")));
          advisory.closes(one.texts("cves"));
          String lines = "[" + one.text("rel") + "] - " + one.text("pv");
          for (String line : List.of(lines.split("\t", -1))) advisory.packageLine(line.strip());
          advisory.finish(sink);
        });
  }
}
