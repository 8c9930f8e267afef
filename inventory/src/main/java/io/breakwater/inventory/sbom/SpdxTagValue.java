package io.breakwater.inventory.sbom;

import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings SPDX 2 in tag-value form into the form that its JSON has, as far as {@link SpdxReader}
 * looks: lines {@code Tag: value}, values of several lines between {@code <text>} and {@code
 * </text>}. A tag that starts an element is the first of that element's tags.
 */
final class SpdxTagValue {
  private static final String OPEN = "<text>";
  private static final String CLOSE = "</text>";

  private final String text;
  private int next;

  private final Map<String, Json> document = new LinkedHashMap<>();
  private final List<Json> packages = new ArrayList<>();
  private final List<Json> files = new ArrayList<>();
  private final List<Json> licences = new ArrayList<>();
  private final List<Json> relationships = new ArrayList<>();

  /** The element that tags now speak of. */
  private Map<String, Json> element = document;

  private boolean started;

  private Map<String, Json> relationship = new LinkedHashMap<>();
  private String annotation = "";
  private final Map<String, Map<String, Json>> byId = new LinkedHashMap<>();

  private SpdxTagValue(String text) {
    this.text = text;
  }

  /** Whether a document looks like one, by its first tags. */
  static boolean looksLikeOne(byte[] document) {
    int length = Math.min(document.length, 8_192);
    String head = new String(document, 0, length, StandardCharsets.UTF_8);
    for (String line : head.split("\n", 100)) {
      String tag = line.strip();
      if (tag.startsWith("\ufeff")) tag = tag.substring(1);
      if (tag.startsWith("SPDXVersion:")) return true;
    }
    return false;
  }

  /** The document as JSON would have it. */
  static Json.Obj asJson(byte[] document) {
    return new SpdxTagValue(new String(document, StandardCharsets.UTF_8)).read();
  }

  private Json.Obj read() {
    while (next < text.length()) {
      int end = text.indexOf('\n', next);
      if (end < 0) end = text.length();
      String line = text.substring(next, end).strip();
      int colon = line.indexOf(':');
      if (line.startsWith("\ufeff")) line = line.substring(1);
      int start = next + text.substring(next, end).indexOf(':') + 1;
      next = end + 1;
      if (line.startsWith("#") || colon <= 0) continue;
      tag(line.substring(0, line.indexOf(':')).strip(), value(start, end));
    }
    document.put("packages", new Json.Arr(packages));
    document.put("files", new Json.Arr(files));
    document.put("hasExtractedLicensingInfos", new Json.Arr(licences));
    document.put("relationships", new Json.Arr(relationships));
    return new Json.Obj(document);
  }

  private String value(int start, int end) {
    String value = text.substring(start, end).strip();
    if (!value.startsWith(OPEN)) return value;
    int from = text.indexOf(OPEN, start) + OPEN.length();
    int close = text.indexOf(CLOSE, from);
    if (close < 0) { // cut: the rest of the line is the best guess
      return text.substring(from, Math.max(from, end)).strip();
    }
    int line = text.indexOf('\n', close);
    next = line < 0 ? text.length() : line + 1;
    return text.substring(from, close).strip();
  }

  private void tag(String tag, String value) {
    switch (tag) {
      case "SPDXVersion" -> document.put("spdxVersion", new Json.Str(value));
      case "DocumentName" -> document.put("name", new Json.Str(value));
      case "Created" ->
          document.put("creationInfo", new Json.Obj(Map.of("created", new Json.Str(value))));
      case "PackageName" -> start(packages, "name", value);
      case "FileName" -> start(files, "fileName", value);
      case "LicenseID" -> start(licences, "licenseId", value);
      case "SnippetSPDXID" -> {
        started = true;
        element = new LinkedHashMap<>();
      }
      case "SPDXID" -> {
        element.put("SPDXID", new Json.Str(value));
        byId.putIfAbsent(value, element);
      }
      case "PackageVersion" -> put("versionInfo", value);
      case "PackageLicenseConcluded" -> put("licenseConcluded", value);
      case "PackageLicenseDeclared" -> put("licenseDeclared", value);
      case "PackageSourceInfo" -> put("sourceInfo", value);
      case "PrimaryPackagePurpose" -> put("primaryPackagePurpose", value);
      case "PackageAttributionText" -> add(element, "attributionTexts", new Json.Str(value));
      case "PackageChecksum" -> checksum(value);
      case "ExternalRef" -> reference(value);
      case "LicenseName" -> put("name", value);
      case "ExtractedText" -> put("extractedText", value);
      case "Relationship" -> relationship(value);
      case "RelationshipComment" -> relationship.put("comment", new Json.Str(value));
      case "SPDXREF" -> annotation = value;
      case "AnnotationComment" -> annotation(value);
      default -> {
        // of no use here
      }
    }
  }

  private void start(List<Json> into, String key, String value) {
    started = true;
    element = new LinkedHashMap<>();
    element.put(key, new Json.Str(value));
    into.add(new Json.Obj(element));
  }

  private void put(String key, String value) {
    if (started) element.put(key, new Json.Str(value));
  }

  private static void add(Map<String, Json> element, String key, Json value) {
    var list = new Json.Arr(new ArrayList<>());
    if (element.putIfAbsent(key, list) instanceof Json.Arr known) list = known;
    list.elements().add(value);
  }

  private void checksum(String value) {
    int colon = value.indexOf(':');
    if (colon <= 0) return;
    add(
        element,
        "checksums",
        new Json.Obj(
            Map.of(
                "algorithm", new Json.Str(value.substring(0, colon).strip()),
                "checksumValue", new Json.Str(value.substring(colon + 1).strip()))));
  }

  private void reference(String value) {
    List<String> words = words(value);
    if (words.size() < 3) return;
    add(
        element,
        "externalRefs",
        new Json.Obj(
            Map.of(
                "referenceType", new Json.Str(words.get(1)),
                "referenceLocator", new Json.Str(words.get(2)))));
  }

  private void relationship(String value) {
    List<String> words = words(value);
    if (words.size() < 3) return;
    relationship = new LinkedHashMap<>();
    relationship.put("spdxElementId", new Json.Str(words.get(0)));
    relationship.put("relationshipType", new Json.Str(words.get(1)));
    relationship.put("relatedSpdxElement", new Json.Str(words.get(2)));
    relationships.add(new Json.Obj(relationship));
  }

  private void annotation(String comment) {
    Map<String, Json> about = byId.getOrDefault(annotation, element);
    add(about, "annotations", new Json.Obj(Map.of("comment", new Json.Str(comment))));
  }

  private static List<String> words(String value) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= value.length(); i++) {
      boolean blank = i == value.length() || value.charAt(i) == ' ' || value.charAt(i) == '\t';
      if (!blank && start < 0) start = i;
      if (blank && start >= 0) {
        words.add(value.substring(start, i));
        start = -1;
      }
    }
    return words;
  }
}
