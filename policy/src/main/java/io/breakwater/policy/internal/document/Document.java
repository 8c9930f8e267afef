package io.breakwater.policy.internal.document;

import io.breakwater.model.ScanReport;
import io.breakwater.model.json.Json;
import io.breakwater.policy.internal.document.FieldType.ListOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A report as expressions see it. Used by one thread. */
public final class Document {
  private final Object source;
  private final Rec root;
  private final Map<String, Object> roots = new HashMap<>();
  private @Nullable Set<String> before;
  private @Nullable Map<String, Rec> components;

  private Document(Object source) {
    this.source = source;
    this.root = new Rec(ReportShapes.REPORT, source, this);
  }

  /** Of a report in memory. */
  public static Document of(ScanReport report) {
    return new Document(report);
  }

  /** Of a report as it was written. */
  public static Document of(Json.Obj report) {
    return new Document(report);
  }

  /** The same, with what another report already had. */
  public Document since(Optional<Document> baseline) {
    var fresh = new Document(source);
    if (baseline.isPresent()) {
      var known = new HashSet<String>();
      for (Rec finding : baseline.get().findings()) known.add(identity(finding));
      fresh.before = known;
    }
    return fresh;
  }

  /** A value of the model as expressions see it. */
  public static Rec rec(Shape shape, Object value, Document document) {
    return new Rec(shape, value, document);
  }

  /** The value of a variable; null when it is missing. */
  public @Nullable Object variable(Field field) {
    Object known = roots.get(field.name());
    if (known != null) return known;
    Object value = root.get(field);
    if (value == null) return null;
    // Lists are walked by many rules: their elements are wrapped once.
    if (field.type() instanceof ListOf && value instanceof List<?> list) value = List.copyOf(list);
    roots.put(field.name(), value);
    return value;
  }

  /** The value of the variable of a name; null when it is missing. */
  public @Nullable Object variable(String name) {
    Field field = ReportShapes.REPORT.field(name);
    return field == null ? null : variable(field);
  }

  /** The image. */
  public Rec image() {
    if (variable("image") instanceof Rec image) return image;
    return new Rec(ReportShapes.IMAGE, Json.Obj.EMPTY, this);
  }

  /** What is wrong. */
  public List<Rec> findings() {
    return recs("findings");
  }

  /** The parts of a list of the document. */
  public List<Rec> recs(String name) {
    var out = new ArrayList<Rec>();
    if (variable(name) instanceof List<?> list) {
      for (Object each : list) if (each instanceof Rec rec) out.add(rec);
    }
    return out;
  }

  /** The component of an id. */
  public @Nullable Rec component(String id) {
    if (components == null) {
      components = new HashMap<>();
      for (Rec each : recs("components")) components.put(each.text("id"), each);
    }
    return components.get(id);
  }

  /** Whether there is a report to compare with. */
  public boolean hasBaseline() {
    return before != null;
  }

  /** Whether the baseline does not have a finding; null without a baseline. */
  @Nullable Boolean isNew(Rec finding) {
    return before == null ? null : !before.contains(identity(finding));
  }

  /**
   * What makes a finding the same one in another build: what was found in which package, whatever
   * its version, or in which file.
   */
  private static String identity(Rec finding) {
    String id = finding.text("id");
    String component = finding.text("component");
    if (!component.isEmpty()) {
      Rec part = finding.document().component(component);
      String purl = part == null ? component : part.text("purl");
      String place = part == null || part.text("type").equals("deb") ? "" : path(finding);
      return id + '\n' + withoutVersion(purl) + '\n' + place;
    }
    return id + '\n' + path(finding) + '\n' + finding.text("part");
  }

  private static String path(Rec finding) {
    return finding.get("location") instanceof Rec location
        ? withoutDigits(location.text("path"))
        : "";
  }

  /** The path of a file whose name has its version, such as {@code a-1.2.jar}. */
  private static String withoutDigits(String path) {
    int slash = path.lastIndexOf('/');
    var out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (i < slash || c < '0' || c > '9') out.append(c);
    }
    return out.toString();
  }

  private static String withoutVersion(String purl) {
    int at = purl.lastIndexOf('@');
    return at < 0 ? purl : purl.substring(0, at);
  }
}
