package io.breakwater.report;

import io.breakwater.model.Origin;
import io.breakwater.model.ReportWriter;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A typed view of the report document, docs/report.schema.json: the same whether a scan made it
 * just now or it was stored long ago. What every printer relies on is checked once; a member that a
 * report leaves out reads as empty.
 */
public final class Document {
  private final Json.Obj json;
  private final Instant started;
  private final List<Component> packages;
  private final List<Discovery> findings;
  private final List<Discovery> suppressed;
  private final Map<String, Component> byId;
  private final List<Json.Obj> layers;
  private final Map<String, Integer> layerNumbers = new HashMap<>();

  private Document(Json.Obj json, Instant started) {
    this.json = json;
    this.started = started;
    this.packages = json.objects("components").stream().map(Component::new).toList();
    this.findings = json.objects("findings").stream().map(Discovery::new).toList();
    this.suppressed = json.objects("suppressed").stream().map(Discovery::new).toList();
    this.byId = HashMap.newHashMap(packages.size());
    for (Component each : packages) byId.put(each.id(), each);
    this.layers = json.object("image").objects("layers");
    for (int i = 0; i < layers.size(); i++) {
      layerNumbers.putIfAbsent(layers.get(i).text("diffId"), i + 1);
    }
  }

  /** The document of a scan. */
  public static Document of(ScanReport report) {
    var bytes = new ByteArrayOutputStream(1 << 16);
    try {
      ReportWriter.write(report, bytes);
      return read(bytes.toByteArray());
    } catch (IOException none) {
      throw new UncheckedIOException("our own document", none);
    }
  }

  /**
   * Reads a stored document.
   *
   * @throws InvalidDocumentException when it is no report, or of another major version
   */
  public static Document read(byte[] bytes) throws InvalidDocumentException {
    Json.Obj json;
    try {
      json = Json.parseObject(bytes);
    } catch (InvalidJsonException broken) {
      throw new InvalidDocumentException(String.valueOf(broken.getMessage()));
    }
    String version = json.text("schemaVersion");
    if (version.isEmpty()) throw new InvalidDocumentException("it is no report: no schemaVersion");
    if (!version.startsWith("1.")) {
      throw new InvalidDocumentException("it has the schema " + version + ", and 1 is read here");
    }
    for (String name : new String[] {"components", "findings", "suppressed", "notAnalysed"}) {
      if (!(json.get(name).orElse(null) instanceof Json.Arr(List<Json> elements))) {
        throw new InvalidDocumentException("it has no list of " + name);
      }
      for (int i = 0; i < elements.size(); i++) {
        if (!(elements.get(i) instanceof Json.Obj)) {
          throw new InvalidDocumentException(name + "[" + i + "] is no object");
        }
      }
    }
    for (String name : new String[] {"image", "database", "tool"}) {
      if (!(json.get(name).orElse(null) instanceof Json.Obj)) {
        throw new InvalidDocumentException("it has no " + name);
      }
    }
    check(json.objects("findings"), "findings");
    check(json.objects("suppressed"), "suppressed");
    return new Document(json, instant(json.text("started")));
  }

  private static void check(List<Json.Obj> findings, String name) throws InvalidDocumentException {
    for (int i = 0; i < findings.size(); i++) {
      Json.Obj each = findings.get(i);
      if (each.text("id").isEmpty() || each.text("kind").isEmpty()) {
        throw new InvalidDocumentException(name + "[" + i + "] has no kind and id");
      }
      if (Severity.parse(each.text("severity")).isEmpty()) {
        throw new InvalidDocumentException(name + "[" + i + "] has no severity");
      }
    }
  }

  private static Instant instant(String text) throws InvalidDocumentException {
    try {
      Instant at = Instant.parse(text);
      if (at.getEpochSecond() < 0 || at.getEpochSecond() > 253_402_300_799L) {
        throw new InvalidDocumentException("started is no year of four digits");
      }
      return at;
    } catch (DateTimeException none) {
      throw new InvalidDocumentException("started is no time");
    }
  }

  /** The document as it is. */
  public Json.Obj json() {
    return json;
  }

  /** When the scan started. */
  public Instant started() {
    return started;
  }

  /** How long the scan took. */
  public long durationMs() {
    return json.number("durationMs").orElse(0);
  }

  /** The version of the program that made it. */
  public String version() {
    return json.object("tool").text("version");
  }

  /** The name that the image was asked for by. */
  public String imageName() {
    return json.object("image").text("name");
  }

  /** The image. */
  public Json.Obj image() {
    return json.object("image");
  }

  /** Distribution and release, such as {@code debian 12}; empty when they are not known. */
  public String system() {
    Json.Obj os = image().object("os");
    if (os.text("id").isEmpty() || os.text("id").equals("unknown")) return "";
    return (os.text("id") + " " + os.text("version")).strip();
  }

  /** Layers from the lowest. */
  public List<Json.Obj> layers() {
    return layers;
  }

  /** A layer's number from 1 by its diffID; 0 for none. */
  public int layerNumber(String diffId) {
    return layerNumbers.getOrDefault(diffId, 0);
  }

  /** The instruction of a layer by its diffID; empty when it is not known. */
  public String instruction(String diffId) {
    int number = layerNumber(diffId);
    return number == 0 ? "" : layers.get(number - 1).text("instruction");
  }

  /** What is inside. */
  public List<Component> packages() {
    return packages;
  }

  /** The package that a finding is about. */
  public Optional<Component> packageOf(Discovery finding) {
    return Optional.ofNullable(byId.get(finding.json().text("component")));
  }

  /** A package by its id. */
  public Optional<Component> packageOf(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What is wrong, the most urgent first. */
  public List<Discovery> findings() {
    return findings;
  }

  /** What was taken out of the findings. */
  public List<Discovery> suppressed() {
    return suppressed;
  }

  /** What could not be read. */
  public List<Json.Obj> notAnalysed() {
    return json.objects("notAnalysed");
  }

  /** Findings of some kinds. */
  public List<Discovery> findings(String... kinds) {
    var wanted = List.of(kinds);
    var out = new ArrayList<Discovery>();
    for (Discovery each : findings) if (wanted.contains(each.kind())) out.add(each);
    return out;
  }

  /** Where something lies. */
  public record Place(String layer, String path, int line) {
    static Place of(Json.Obj json) {
      long line = json.number("line").orElse(0);
      return new Place(
          json.text("layer"), json.text("path"), Math.clamp(line, 0, Integer.MAX_VALUE));
    }
  }

  /** A package in the image. */
  public record Component(Json.Obj json) {
    /** Unique in the document. */
    public String id() {
      return json.text("id");
    }

    /** The package URL. */
    public String purl() {
      return json.text("purl");
    }

    /** The package URL's type. */
    public String type() {
      return json.text("type");
    }

    /** The ecosystem's full name. */
    public String name() {
      return json.text("name");
    }

    /** The installed version; may be empty. */
    public String version() {
      return json.text("version");
    }

    /** Who brought it. */
    public Origin origin() {
      return Document.origin(json);
    }

    /** Whether a distribution's package manager installed it. */
    public boolean ofSystem() {
      return switch (type()) {
        case "deb", "rpm", "apk", "alpm" -> true;
        default -> false;
      };
    }

    /** Where it was found first. */
    public Place place() {
      List<Json.Obj> all = json.objects("locations");
      return all.isEmpty() ? new Place("", "/", 0) : Place.of(all.getFirst());
    }
  }

  private static Origin origin(Json.Obj json) {
    return switch (json.text("origin")) {
      case "base" -> Origin.BASE;
      case "own" -> Origin.OWN;
      default -> Origin.UNKNOWN;
    };
  }

  /** A finding, or one that was taken out. */
  public record Discovery(Json.Obj json) {
    /** The word for its kind. */
    public String kind() {
      return json.text("kind");
    }

    /** By what name the field knows it. */
    public String id() {
      return json.text("id");
    }

    /** One line; its id where the report has none. */
    public String title() {
      String title = json.text("title");
      return title.isBlank() ? id() : title;
    }

    /** What it is; may be empty. */
    public String description() {
      return json.text("description");
    }

    /** How bad it is. */
    public Severity severity() {
      return Severity.parse(json.text("severity")).orElse(Severity.UNKNOWN);
    }

    /** How soon to act, 0 to 100. */
    public int score() {
      return Math.clamp(json.object("priority").number("score").orElse(0), 0, 100);
    }

    /** Who brought it. */
    public Origin origin() {
      return Document.origin(json);
    }

    /** Where it lies. */
    public Place place() {
      return Place.of(json.object("location"));
    }

    /** Whether it is about a package. */
    public boolean aboutPackage() {
      return !json.text("component").isEmpty();
    }

    /** Version that is installed; empty for what is about no package. */
    public String installed() {
      return json.text("installedVersion");
    }

    /** Version that closes the hole; empty when there is none. */
    public String fixed() {
      return json.text("fixedVersion");
    }

    /** What was seen, with secrets masked; empty for a package. */
    public String evidence() {
      return json.text("evidence");
    }

    /** URLs of the web to read; nothing else that a feed may have put there. */
    public List<String> links() {
      var out = new ArrayList<String>();
      for (String each : json.texts("references")) if (Urls.isOfWeb(each)) out.add(each);
      return out;
    }

    /** The highest CVSS score that a source gave; empty without one. */
    public Optional<Double> cvss() {
      double best = -1;
      for (Json.Obj each : json.objects("cvss")) best = Math.max(best, number(each, "score"));
      return best < 0 || best > 10 ? Optional.empty() : Optional.of(best);
    }

    /** Whether it is known to be exploited. */
    public boolean exploited() {
      return json.get("knownExploited").isPresent();
    }
  }

  /** A number that need not be whole; 0 where there is none. */
  static double number(Json.Obj json, String name) {
    if (!(json.get(name).orElse(null) instanceof Json.Num(String digits))) return 0;
    double value = Double.parseDouble(digits);
    return Double.isFinite(value) ? value : 0;
  }
}
