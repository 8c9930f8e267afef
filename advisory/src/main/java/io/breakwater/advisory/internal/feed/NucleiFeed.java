package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Exploit;
import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nuclei's templates, each a check that works from afar: the list {@code cves.json}, one object in
 * a line, or the templates themselves in YAML.
 */
final class NucleiFeed implements Feed {
  @Override
  public String name() {
    return "Nuclei";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("ID", "Info", "file_path")) return true;
    if (sample.has("id", "info")) return isTemplate(sample.keys());
    boolean id = false;
    boolean info = false;
    for (String line : sample.head()) {
      id |= line.startsWith("id:");
      info |= line.startsWith("info:");
    }
    return id && info;
  }

  private static boolean isTemplate(Set<String> keys) {
    for (String kind :
        new String[] {"http", "requests", "network", "tcp", "dns", "code", "javascript", "file"}) {
      if (keys.contains(kind)) return true;
    }
    return keys.contains("flow") || keys.contains("ssl") || keys.contains("headless");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    byte[] content = file.content();
    int start = JsonSlices.skipSpace(content, 0, content.length);
    if (start < content.length && content[start] == '{') {
      JsonSlices.documents(content, slice -> template(slice.object(), sink));
    } else {
      template(Yaml.object(file.text()), sink);
    }
  }

  private static void template(Json.Obj one, RecordSink sink) {
    String id = one.text("id").isEmpty() ? one.text("ID") : one.text("id");
    Json.Obj classification = one.object("info").object("classification");
    var cves = new TreeSet<String>();
    add(id, cves);
    add(classification.text("cve-id"), cves);
    classification.texts("cve-id").forEach(cve -> add(cve, cves));
    if (cves.isEmpty()) sink.skip(SkipReason.WITHOUT_CVE);
    String path = one.text("file_path");
    String name = path.isEmpty() ? id : path;
    var exploit =
        new Exploit("nuclei", Maturity.FUNCTIONAL, name.substring(0, Math.min(200, name.length())));
    for (String cve : cves) {
      sink.add(CveFacts.of(cve, "nuclei", Optional.empty()).withExploits(List.of(exploit)));
    }
  }

  private static void add(String ids, Set<String> out) {
    for (String id : ids.split(",", -1)) {
      String upper = id.strip().toUpperCase(Locale.ROOT);
      if (Ids.isCve(upper)) out.add(upper);
    }
  }
}
