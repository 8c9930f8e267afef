package io.breakwater.policy.internal.document;

import static io.breakwater.policy.internal.document.FieldType.Scalar.BOOL;
import static io.breakwater.policy.internal.document.FieldType.Scalar.INT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TEXT;
import static io.breakwater.policy.internal.document.FieldType.Scalar.TIMESTAMP;
import static io.breakwater.policy.internal.document.Shape.list;
import static io.breakwater.policy.internal.document.Shape.words;

import io.breakwater.model.BaseImage;
import io.breakwater.model.Component;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.Evidence;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Layer;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.Purl;
import io.breakwater.model.ScanReport;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.Suppressions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one description of the document: what docs/report.schema.json says, in the types of
 * expressions. A test holds both against each other.
 */
public final class ReportShapes {
  static final FieldType SEVERITY =
      words("critical", "high", "medium", "low", "negligible", "unknown");
  static final FieldType FIX_STATE =
      words("fixed", "not-fixed", "wont-fix", "end-of-life", "under-investigation", "unknown");
  static final FieldType ORIGIN = words("base", "own", "unknown");

  /** Where something lies. */
  public static final Shape LOCATION =
      new Shape("Location")
          .maybe("layer", TEXT, Location.class, Location::layer)
          .always("path", TEXT, Location.class, Location::path)
          .maybe("line", INT, Location.class, l -> l.line() > 0 ? l.line() : null);

  private static final Shape END_OF_LIFE =
      new Shape("EndOfLife")
          .always(
              "state",
              words("supported", "extended", "ended", "unknown"),
              ScanReport.class,
              r -> r.endOfLife().on(r.day()).id())
          .maybe("standard", TIMESTAMP, ScanReport.class, r -> r.endOfLife().standard())
          .maybe("extended", TIMESTAMP, ScanReport.class, r -> r.endOfLife().extended())
          .maybe("programme", TEXT, ScanReport.class, r -> present(end(r).programme()));

  private static final Shape OS =
      new Shape("Os")
          .always("id", TEXT, ScanReport.class, r -> r.image().os().id())
          .always("version", TEXT, ScanReport.class, r -> r.image().os().version())
          .always("family", TEXT, ScanReport.class, r -> r.image().os().family())
          .maybe("name", TEXT, ScanReport.class, r -> r.image().os().name())
          .maybe("programme", TEXT, ScanReport.class, r -> present(r.image().os().programme()))
          .maybe(
              "endOfLife",
              END_OF_LIFE.one(),
              ScanReport.class,
              r -> r.image().os().known() ? r : null);

  private static final Shape SETTINGS =
      new Shape("Settings")
          .always("user", TEXT, ImageInfo.Settings.class, ImageInfo.Settings::user)
          .always(
              "entrypoint", list(TEXT), ImageInfo.Settings.class, ImageInfo.Settings::entrypoint)
          .always("command", list(TEXT), ImageInfo.Settings.class, ImageInfo.Settings::command)
          .always(
              "workingDirectory",
              TEXT,
              ImageInfo.Settings.class,
              ImageInfo.Settings::workingDirectory)
          .maybe("variables", list(TEXT), ImageInfo.Settings.class, ImageInfo.Settings::variables)
          .maybe("ports", list(TEXT), ImageInfo.Settings.class, ImageInfo.Settings::ports)
          .maybe("volumes", list(TEXT), ImageInfo.Settings.class, ImageInfo.Settings::volumes);

  private static final Shape BASE =
      new Shape("BaseImage")
          .always("name", TEXT, BaseImage.class, BaseImage::name)
          .maybe("digest", TEXT, BaseImage.class, BaseImage::digest)
          .always("layers", INT, BaseImage.class, BaseImage::layers)
          .always(
              "reason",
              words("declared", "scanned", "label", "history"),
              BaseImage.class,
              b -> b.reason().id())
          .always(
              "confidence",
              words("high", "medium", "low"),
              BaseImage.class,
              b -> b.confidence().id());

  private static final Shape LAYER =
      new Shape("Layer")
          .always("digest", TEXT, Layer.class, Layer::digest)
          .always("diffId", TEXT, Layer.class, Layer::diffId)
          .always("size", INT, Layer.class, Layer::size)
          .always("instruction", TEXT, Layer.class, Layer::instruction)
          .maybe(
              "base",
              BOOL,
              Layer.class,
              l -> l.origin() == Origin.UNKNOWN ? null : l.origin() == Origin.BASE);

  /** The image; its source is the whole report, as it tells when the distribution ends. */
  public static final Shape IMAGE =
      new Shape("Image")
          .always("name", TEXT, ScanReport.class, r -> r.image().name())
          .always("foundIn", TEXT, ScanReport.class, r -> r.image().foundIn())
          .maybe("digest", TEXT, ScanReport.class, r -> r.image().digest())
          .maybe("configDigest", TEXT, ScanReport.class, r -> r.image().configDigest())
          .always("platform", TEXT, ScanReport.class, r -> r.image().platform().toString())
          .always("os", OS.one(), ScanReport.class, r -> r)
          .always("size", INT, ScanReport.class, r -> r.image().size())
          .maybe("created", TIMESTAMP, ScanReport.class, r -> r.image().created())
          .always("settings", SETTINGS.one(), ScanReport.class, r -> r.image().settings())
          .maybe("base", BASE.one(), ScanReport.class, r -> r.image().base())
          .always("layers", LAYER.many(), ScanReport.class, r -> r.image().layers())
          .derived("registry", TEXT, image -> ImageName.of(image).registry())
          .derived("repository", TEXT, image -> ImageName.of(image).repository())
          .derived("tag", TEXT, image -> ImageName.of(image).tag());

  private static final Shape SOURCE_PACKAGE =
      new Shape("SourcePackage")
          .always("name", TEXT, SourcePackage.class, SourcePackage::name)
          .always("version", TEXT, SourcePackage.class, SourcePackage::version);

  private static final Shape INTRODUCTION =
      new Shape("Introduction")
          .always("layer", TEXT, Component.Introduction.class, Component.Introduction::layer)
          .always(
              "instruction",
              TEXT,
              Component.Introduction.class,
              Component.Introduction::instruction);

  private static final Shape EVIDENCE =
      new Shape("Evidence")
          .always("source", TEXT, Evidence.class, Evidence::source)
          .always("path", TEXT, Evidence.class, e -> e.location().path())
          .always("statement", TEXT, Evidence.class, Evidence::statement);

  /** A package. */
  public static final Shape COMPONENT =
      new Shape("Component")
          .always("id", TEXT, Component.class, Component::id)
          .always("purl", TEXT, Component.class, Component::purl)
          .always("type", TEXT, Component.class, Component::type)
          .always("name", TEXT, Component.class, Component::name)
          .always("version", TEXT, Component.class, Component::version)
          .always("locations", LOCATION.many(), Component.class, Component::locations)
          .maybe("source", SOURCE_PACKAGE.one(), Component.class, Component::source)
          .always("licences", list(TEXT), Component.class, Component::licences)
          .maybe("ownedBy", TEXT, Component.class, Component::ownedBy)
          .maybe("introducedIn", INTRODUCTION.one(), Component.class, Component::introducedIn)
          .always("origin", ORIGIN, Component.class, c -> Ids.of(c.origin()))
          .maybe("evidence", EVIDENCE.many(), Component.class, Component::evidence)
          .always(
              "presence",
              words("installed", "declared"),
              Component.class,
              c -> c.traits().presence().id())
          .always(
              "scope",
              words("required", "optional", "development"),
              Component.class,
              c -> c.traits().scope().id())
          .maybe("dependsOn", list(TEXT), Component.class, c -> some(c.traits().dependsOn()))
          .maybe("hashes", list(TEXT), Component.class, c -> some(texts(c.traits().hashes())))
          .maybe("cpes", list(TEXT), Component.class, c -> some(c.traits().cpes()));

  private static final Shape NOT_ANALYSED =
      new Shape("NotAnalysed")
          .always("path", TEXT, NotAnalysed.class, NotAnalysed::path)
          .maybe("layer", TEXT, NotAnalysed.class, NotAnalysed::layer)
          .always("reason", TEXT, NotAnalysed.class, n -> n.reason().text().english());

  private static final Shape PROVIDER =
      new Shape("Provider")
          .always("name", TEXT, DatabaseInfo.Provider.class, DatabaseInfo.Provider::name)
          .maybe("date", TIMESTAMP, DatabaseInfo.Provider.class, DatabaseInfo.Provider::date)
          .always("records", INT, DatabaseInfo.Provider.class, DatabaseInfo.Provider::records);

  private static final Shape NOT_COVERED =
      new Shape("NotCovered")
          .always(
              "ecosystem", TEXT, DatabaseInfo.NotCovered.class, DatabaseInfo.NotCovered::ecosystem)
          .always(
              "components",
              INT,
              DatabaseInfo.NotCovered.class,
              DatabaseInfo.NotCovered::components);

  private static final Shape DATABASE =
      new Shape("Database")
          .always("digest", TEXT, ScanReport.class, r -> r.database().digest())
          .always("starter", BOOL, ScanReport.class, r -> r.database().starter())
          .maybe("date", TIMESTAMP, ScanReport.class, r -> r.database().date(r.day()))
          .always("providers", PROVIDER.many(), ScanReport.class, r -> r.database().providers())
          .always(
              "notCovered", NOT_COVERED.many(), ScanReport.class, r -> r.database().notCovered());

  private static final Shape STATEMENT_SOURCE =
      new Shape("StatementSource")
          .always("document", TEXT, Suppressions.Source.class, Suppressions.Source::document)
          .always("author", TEXT, Suppressions.Source.class, Suppressions.Source::author);

  private static final Shape SUPPRESSED = SuppressedShapes.suppressed(STATEMENT_SOURCE);
  private static final Shape REMARK = SuppressedShapes.remark(STATEMENT_SOURCE);
  private static final Shape IGNORE_RULE = SuppressedShapes.rule();

  private static final Shape TOOL =
      new Shape("Tool")
          .always("name", TEXT, ScanReport.Tool.class, ScanReport.Tool::name)
          .always("version", TEXT, ScanReport.Tool.class, ScanReport.Tool::version);

  /** The whole document: its fields are the variables of expressions. */
  public static final Shape REPORT =
      new Shape("Report")
          .always("schemaVersion", TEXT, ScanReport.class, r -> ScanReport.SCHEMA_VERSION)
          .always("image", IMAGE.one(), ScanReport.class, r -> r)
          .always("components", COMPONENT.many(), ScanReport.class, ScanReport::components)
          .always(
              "judged",
              words("installed", "declared", "all"),
              ScanReport.class,
              r -> r.judged().id())
          .always("findings", FindingShape.FINDING.many(), ScanReport.class, ScanReport::findings)
          .always(
              "suppressed", SUPPRESSED.many(), ScanReport.class, r -> r.suppressions().findings())
          .always("vexRemarks", REMARK.many(), ScanReport.class, r -> r.suppressions().remarks())
          .always(
              "ignoreRules", IGNORE_RULE.many(), ScanReport.class, r -> r.suppressions().rules())
          .always("notAnalysed", NOT_ANALYSED.many(), ScanReport.class, ScanReport::notAnalysed)
          .always("database", DATABASE.one(), ScanReport.class, r -> r)
          .always("tool", TOOL.one(), ScanReport.class, ScanReport::tool)
          .always("started", TIMESTAMP, ScanReport.class, ScanReport::started)
          .always("durationMs", INT, ScanReport.class, r -> r.duration().toMillis());

  /** What {@code purl()} gives. */
  public static final Shape PURL =
      new Shape("Purl")
          .always("type", TEXT, Purl.class, Purl::type)
          .always("namespace", TEXT, Purl.class, p -> p.namespace().orElse(""))
          .always("name", TEXT, Purl.class, Purl::name)
          .always("version", TEXT, Purl.class, p -> p.version().orElse(""));

  /** What {@code digest()} gives. */
  public static final Shape DIGEST =
      new Shape("Digest")
          .always("algorithm", TEXT, Digest.class, d -> before(d.toString()))
          .always("hex", TEXT, Digest.class, d -> after(d.toString()));

  /** Every shape that can be reached, the report first. */
  public static List<Shape> all() {
    return List.of(
        REPORT,
        IMAGE,
        OS,
        END_OF_LIFE,
        SETTINGS,
        BASE,
        LAYER,
        COMPONENT,
        LOCATION,
        SOURCE_PACKAGE,
        INTRODUCTION,
        EVIDENCE,
        FindingShape.FINDING,
        FindingShape.PRIORITY,
        FindingShape.TERM,
        FindingShape.SOURCE,
        FindingShape.CVSS,
        FindingShape.KNOWN_EXPLOITED,
        FindingShape.EXPLOIT,
        FindingShape.OPINION,
        FindingShape.REACH,
        NOT_ANALYSED,
        DATABASE,
        PROVIDER,
        NOT_COVERED,
        SUPPRESSED,
        REMARK,
        STATEMENT_SOURCE,
        IGNORE_RULE,
        TOOL,
        PURL,
        DIGEST);
  }

  private ReportShapes() {}

  private static EndOfLife end(ScanReport report) {
    return report.endOfLife();
  }

  static @Nullable String present(String text) {
    return text.isEmpty() ? null : text;
  }

  static @Nullable Object some(List<?> list) {
    return list.isEmpty() ? null : list;
  }

  private static List<String> texts(List<Digest> digests) {
    return digests.stream().map(Digest::toString).toList();
  }

  private static String before(String digest) {
    return digest.substring(0, digest.indexOf(':'));
  }

  private static String after(String digest) {
    return digest.substring(digest.indexOf(':') + 1);
  }
}
