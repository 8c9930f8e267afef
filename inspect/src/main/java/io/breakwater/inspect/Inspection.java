package io.breakwater.inspect;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.scan.InspectionCollector;
import io.breakwater.inspect.internal.scan.LayerEvidence;
import io.breakwater.inspect.internal.secret.Secrets;
import io.breakwater.model.Check;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.Layer;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Inspects images: first each layer by itself, with a collector whose evidence is kept, then the
 * image as a whole. Safe for use by several threads.
 */
public final class Inspection {
  private static final Comparator<Finding.OfCheck> ORDER =
      Comparator.comparingInt((Finding.OfCheck f) -> -f.priority().score())
          .thenComparing(Finding.OfCheck::id)
          .thenComparing(f -> f.location().path())
          .thenComparingInt(f -> f.location().line())
          .thenComparing(Finding.OfCheck::part)
          .thenComparing(Finding.OfCheck::evidence);

  private final List<Inspector> inspectors;
  private final InspectionCollector collector;
  private final List<String> notApplied;

  /** Looks for these kinds of things, with nothing added by the user. */
  public Inspection(Set<Check.Area> areas) {
    this(areas, InspectionOptions.NONE);
  }

  /** Looks for these kinds of things. */
  public Inspection(Set<Check.Area> areas, InspectionOptions options) {
    this(
        Inspectors.all(options).stream().filter(i -> areas.contains(i.area())).toList(),
        areas.contains(Check.Area.MALWARE) ? options.signatures().notApplied() : List.of());
  }

  /**
   * Looks for secrets and tells them as they are: its evidence and findings are secrets themselves,
   * for the eyes of the person who asked, and must not be kept.
   */
  public static Inspection revealingSecrets(InspectionOptions options) {
    return new Inspection(List.of(Secrets.revealing(options.secrets().secrets())));
  }

  Inspection(List<Inspector> inspectors) {
    this(inspectors, List.of());
  }

  private Inspection(List<Inspector> inspectors, List<String> notApplied) {
    this.inspectors = List.copyOf(inspectors);
    this.notApplied = List.copyOf(notApplied);
    this.collector =
        new InspectionCollector(inspectors.stream().flatMap(i -> i.files().stream()).toList());
  }

  /** Whether it looks for this kind of things. */
  public boolean covers(Check.Area area) {
    return inspectors.stream().anyMatch(inspector -> inspector.area() == area);
  }

  /** Who looks at the layers of an image. */
  public LayerCollector collector() {
    return collector;
  }

  /**
   * What is wrong with an image.
   *
   * @param findings the most urgent first
   * @param notAnalysed what could not be inspected
   */
  public record Outcome(List<Finding.OfCheck> findings, List<NotAnalysed> notAnalysed) {
    /** Copies the lists. */
    public Outcome {
      findings = List.copyOf(findings);
      notAnalysed = List.copyOf(notAnalysed);
    }
  }

  /**
   * Inspects one file that is in no image, and what is in it where it is an archive.
   *
   * @param day of the inspection, in UTC
   */
  public Outcome file(String name, Content content, LocalDate day) throws IOException {
    LayerCollector.Reading reading = collector.begin();
    String path = name.startsWith("/") ? name.substring(1) : name;
    var entry = new FileEntry(path, EntryType.FILE, content.size(), 0644, 0, 0, "");
    byte[] start = content.read(0, Math.min(Head.MAX, content.size()), Head.MAX);
    if (reading.entry(entry, new Head(start, 0, start.length))) reading.content(entry, content);
    return judge(new LoneFile(name, content.size(), day), List.of(reading.evidence()));
  }

  /**
   * Judges an image.
   *
   * @param evidence what {@link #collector} has of each layer, from the lowest
   * @throws CorruptEvidenceException when the evidence is no such thing: collect it afresh
   */
  public Outcome judge(Subject subject, List<byte[]> evidence) throws CorruptEvidenceException {
    var seen = new ArrayList<Seen>();
    var notAnalysed = new ArrayList<NotAnalysed>();
    List<Layer> layers = subject.image().layers();
    for (int i = 0; i < evidence.size(); i++) {
      LayerEvidence layer = read(evidence.get(i));
      Optional<Digest> diffId = diffId(layers, i);
      for (Sighting sighting : layer.sightings()) {
        String path = "/" + sighting.path();
        int inner = path.indexOf("!/");
        Finding.Standing standing =
            subject.standing(i, inner < 0 ? path : path.substring(0, inner));
        seen.add(new Seen(sighting, i, standing));
      }
      for (LayerEvidence.Note note : layer.notes()) {
        notAnalysed.add(new NotAnalysed(note.path(), diffId, note.reason(), note.detail()));
      }
    }
    for (String rule : notApplied) {
      notAnalysed.add(new NotAnalysed("/", Optional.empty(), NotAnalysed.Reason.UNSUPPORTED, rule));
    }
    var judgements = new ArrayList<Judgement>();
    for (Inspector inspector : inspectors) {
      judgements.addAll(inspector.judge().judge(subject, seen));
    }
    var findings = new ArrayList<Finding.OfCheck>();
    var shipped = new Shipped(subject, judgements);
    for (Judgement judgement : judgements) {
      if (shipped.explains(judgement)) continue;
      findings.add(finding(shipped.weighed(judgement), layers));
    }
    findings.sort(ORDER);
    return new Outcome(findings, notAnalysed);
  }

  private static LayerEvidence read(byte[] evidence) throws CorruptEvidenceException {
    try {
      return LayerEvidence.read(evidence);
    } catch (IOException e) {
      throw new CorruptEvidenceException(e);
    }
  }

  private static Finding.OfCheck finding(Judgement found, List<Layer> layers) {
    Origin origin =
        found.layer() >= 0 && found.layer() < layers.size()
            ? layers.get(found.layer()).origin()
            : Origin.UNKNOWN;
    return new Finding.OfCheck(
        found.check(),
        found.severity(),
        found.confidence(),
        Urgency.of(found, origin),
        origin,
        new Location(diffId(layers, found.layer()), found.path(), found.line()),
        found.part(),
        found.standing(),
        found.evidence());
  }

  private static Optional<Digest> diffId(List<Layer> layers, int layer) {
    return layer >= 0 && layer < layers.size()
        ? Optional.of(layers.get(layer).diffId())
        : Optional.empty();
  }
}
