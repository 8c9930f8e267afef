package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.Exploit;
import io.breakwater.model.Exploit.Maturity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Metasploit's modules: the framework's own {@code modules_metadata_base.json}, or the list by CVE
 * that the msfdb-list project makes of it.
 */
final class MetasploitFeed implements Feed {
  private static final String MODULES = "/modules/";

  @Override
  public String name() {
    return "Metasploit";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (sample.has("Name", "CveIDs")) return true;
    Sample first = sample.firstMember();
    return first.has("fullname", "references") && first.has("rank");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(file.content(), slice -> document(slice, sink));
  }

  private static void document(JsonSlices.Slice slice, RecordSink sink)
      throws InvalidJsonException {
    if (!slice.startsWith('{')) throw new InvalidJsonException("an object was expected", 1, 1);
    Json.Obj one = slice.length() > 1 << 20 ? Json.Obj.EMPTY : slice.object();
    if (one.get("CveIDs").isPresent()) {
      add(sink, module(one), one.texts("CveIDs"));
      return;
    }
    JsonSlices.members(
        slice.content(),
        slice.from(),
        (key, value) -> {
          if (!value.startsWith('{')) return true;
          Json.Obj module = value.object();
          var cves = new ArrayList<String>();
          for (String reference : module.texts("references")) {
            if (reference.startsWith("CVE-")) cves.add(reference);
          }
          if (!cves.isEmpty()) add(sink, module.text("fullname"), cves);
          return true;
        });
  }

  /** The module's path, as its source's address has it; else the name of its file. */
  private static String module(Json.Obj one) {
    for (String reference : one.texts("References")) {
      int at = reference.indexOf(MODULES);
      if (at >= 0 && reference.contains("metasploit")) {
        return reference.substring(at + MODULES.length()).replace(".rb", "");
      }
    }
    return one.text("Name");
  }

  private static void add(RecordSink sink, String module, List<String> cves) {
    String name = module.substring(0, Math.min(module.length(), 200));
    for (String cve : cves) {
      if (Ids.isCve(cve)) {
        sink.add(
            CveFacts.of(cve, "metasploit", Optional.empty())
                .withExploits(List.of(new Exploit("metasploit", Maturity.WEAPONISED, name))));
      } else {
        sink.skip(SkipReason.WITHOUT_CVE);
      }
    }
  }
}
