package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Exports of China's catalogues, CNVD (XML) and CNNVD (XML or JSON): their ids are aliases of CVEs.
 * Entries without a CVE, or with several, name no hole that others know and are left out.
 */
final class ChineseIdsFeed implements Feed {
  private static final int MAX_TEXT = 200;
  private static final Set<String> ENTRIES = Set.of("vulnerability", "entry");

  @Override
  public String name() {
    return "CNVD and CNNVD";
  }

  @Override
  public boolean recognises(Sample sample) {
    if (isCnnvd(sample)) return true;
    for (String key : sample.keys()) if (isCnnvd(sample.firstOf(key))) return true;
    boolean xml = !sample.head().isEmpty() && sample.head().getFirst().contains("<");
    if (!xml) return false;
    for (String line : sample.head()) {
      if (line.contains("CNVD-") || line.contains("CNNVD-")) return true;
    }
    return false;
  }

  private static boolean isCnnvd(Sample sample) {
    for (String key : new String[] {"cnnvdCode", "cnnvd_id", "vuln-id", "cnvdNumber"}) {
      String id = sample.text(key);
      if (id.startsWith("CNNVD-") || id.startsWith("CNVD-")) return true;
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    byte[] content = file.content();
    int start = JsonSlices.skipSpace(content, 0, content.length);
    if (start < content.length && (content[start] == '{' || content[start] == '[')) {
      JsonSlices.documents(content, slice -> json(slice.parse(), sink, 0));
      return;
    }
    try {
      xml(file.text(), sink);
    } catch (XMLStreamException malformed) {
      throw new IOException("not XML: " + malformed.getMessage(), malformed);
    }
  }

  /** An entry, or a page of entries. */
  private static void json(Json value, RecordSink sink, int depth) {
    switch (value) {
      case Json.Arr(var elements) -> {
        for (Json element : elements) if (depth < 5) json(element, sink, depth + 1);
      }
      case Json.Obj one -> {
        String id = "";
        for (String key : new String[] {"cnnvdCode", "cnnvd_id", "vuln-id", "cnvdNumber"}) {
          if (id.isEmpty()) id = one.text(key);
        }
        var cves = new TreeSet<String>();
        for (String key : new String[] {"cveCode", "cve_id", "cve-id", "cveNumber", "cve"}) {
          add(one.text(key), cves);
          one.texts(key).forEach(cve -> add(cve, cves));
        }
        if (!id.isEmpty()) {
          alias(id, cves, sink);
        } else {
          for (Json member : one.members().values()) {
            boolean nested = member instanceof Json.Arr || member instanceof Json.Obj;
            if (nested && depth < 5) json(member, sink, depth + 1);
          }
        }
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Nil _ -> {
        // No entry.
      }
    }
  }

  private static void xml(String text, RecordSink sink) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    String id = "";
    var cves = new TreeSet<String>();
    var content = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> content.setLength(0);
        case XMLStreamConstants.CHARACTERS -> {
          if (content.length() < MAX_TEXT) content.append(reader.getText());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String element = reader.getLocalName();
          String said = content.toString().strip();
          content.setLength(0);
          switch (element) {
            case "number", "vuln-id" -> id = said;
            case "cveNumber", "cve-id" -> add(said, cves);
            default -> {
              if (!ENTRIES.contains(element)) continue;
              alias(id, cves, sink);
              id = "";
              cves.clear();
            }
          }
        }
        default -> {
          // Comments and the like.
        }
      }
    }
  }

  private static void add(String ids, Set<String> out) {
    for (String id : ids.split("[,; ]", 50)) if (Ids.isCve(id.strip())) out.add(id.strip());
  }

  private static void alias(String id, Set<String> cves, RecordSink sink) {
    boolean fits = (id.startsWith("CNVD-") || id.startsWith("CNNVD-")) && id.length() < 40;
    if (!fits || cves.size() != 1) {
      sink.skip(fits ? SkipReason.WITHOUT_CVE : SkipReason.WITHOUT_ID);
      return;
    }
    String provider = id.startsWith("CNVD-") ? "cnvd" : "cnnvd";
    sink.add(
        CveFacts.of(cves.iterator().next(), provider, Optional.empty()).withAliases(List.of(id)));
  }
}
