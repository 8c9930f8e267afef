package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The National Vulnerability Database: pages of its API 2.0, its feeds of that form and of the
 * older 1.1, and single records of each. Ratings, weaknesses and dates are facts of the CVE; its
 * configurations judge classified binaries.
 */
final class NvdFeed implements Feed {
  @Override
  public String name() {
    return "NVD";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("vulnerabilities") && sample.text("format").startsWith("NVD_CVE")) return true;
    if (sample.has("CVE_Items")) return true;
    if (Ids.isCve(sample.text("id"))) {
      return sample.has("sourceIdentifier", "vulnStatus") || sample.has("vulnStatus", "metrics");
    }
    return sample.has("cve", "publishedDate") || sample.has("cve", "impact");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(file.content(), slice -> document(slice, sink));
  }

  private static void document(JsonSlices.Slice document, RecordSink sink) throws IOException {
    var page = new JsonSlices.Slice[1];
    if (document.startsWith('{')) {
      JsonSlices.members(
          document.content(),
          document.from(),
          (key, value) -> {
            boolean items = key.equals("vulnerabilities") || key.equals("CVE_Items");
            if (items && value.startsWith('[')) page[0] = value;
            return page[0] == null;
          });
    }
    if (page[0] == null) item(document, sink);
    else JsonSlices.elements(page[0], one -> item(one, sink));
  }

  private static void item(JsonSlices.Slice slice, RecordSink sink) throws IOException {
    Json.Obj one;
    try {
      one = slice.object();
    } catch (InvalidJsonException malformed) {
      sink.skip(SkipReason.MALFORMED);
      return;
    }
    Json.Obj inner = one.get("cve").isPresent() ? one.object("cve") : one;
    String old = inner.object("CVE_data_meta").text("ID");
    String id = old.isEmpty() ? inner.text("id") : old;
    if (!Ids.isCve(id)) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    var record = new RecordBuilder(id, "nvd");
    var configurations = new CpeConfigurations(record);
    Optional<Instant> published;
    if (old.isEmpty()) {
      published = Dates.instant(inner.text("published"));
      record.modified(Dates.instant(inner.text("lastModified")));
      if (inner.text("vulnStatus").equals("Rejected")) {
        record.withdrawn(
            Dates.instant(inner.text("lastModified")).or(() -> Optional.of(Instant.EPOCH)));
      }
      words(inner.objects("descriptions"), record);
      inner.objects("references").forEach(reference -> record.reference(reference.text("url")));
      for (Json.Obj weakness : inner.objects("weaknesses")) cwes(weakness, record);
      metrics(inner.object("metrics"), record);
      inner.objects("configurations").forEach(configurations::configuration);
    } else {
      published = Dates.instant(one.text("publishedDate"));
      record.modified(Dates.instant(one.text("lastModifiedDate")));
      words(inner.object("description").objects("description_data"), record);
      for (Json.Obj reference : inner.object("references").objects("reference_data")) {
        record.reference(reference.text("url"));
      }
      for (Json.Obj type : inner.object("problemtype").objects("problemtype_data")) {
        cwes(type, record);
      }
      Json.Obj impact = one.object("impact");
      record.rating("nvd", impact.object("baseMetricV3").object("cvssV3").text("vectorString"));
      record.rating(
          "nvd", vector2(impact.object("baseMetricV2").object("cvssV2").text("vectorString")));
      one.object("configurations").objects("nodes").forEach(configurations::node);
    }
    record.published(published);
    configurations.finish();
    record.finish(sink);
  }

  private static void words(List<Json.Obj> descriptions, RecordBuilder record) {
    for (Json.Obj one : descriptions) {
      if (one.text("lang").startsWith("en")) {
        record.description(one.text("value"));
        return;
      }
    }
  }

  private static void cwes(Json.Obj weakness, RecordBuilder record) {
    weakness.objects("description").forEach(one -> record.cwe(one.text("value")));
  }

  private static void metrics(Json.Obj metrics, RecordBuilder record) {
    for (String key :
        new String[] {"cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2"}) {
      for (Json.Obj one : metrics.objects(key)) {
        record.rating(source(one), vector2(one.object("cvssData").text("vectorString")));
      }
    }
  }

  private static String source(Json.Obj metric) {
    return switch (metric.text("source")) {
      case "nvd@nist.gov" -> "nvd";
      // CISA's enrichment of records, by its id.
      case "134c704f-9b21-4f2e-91b3-4a467353bcc0" -> "cisa";
      default -> "cna";
    };
  }

  /** Some feeds write a CVSS 2 vector in parentheses. */
  private static String vector2(String vector) {
    boolean wrapped = vector.startsWith("(") && vector.endsWith(")");
    return wrapped ? vector.substring(1, vector.length() - 1) : vector;
  }
}
