package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.licence.LicenceFileInspector;
import io.breakwater.inspect.internal.scan.InspectionCollector;
import io.breakwater.inspect.internal.scan.LayerEvidence;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.Location;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of an image that hold texts of licences, and whose they are. */
public final class LicenceFiles {
  /** None. */
  public static final LicenceFiles NONE = new LicenceFiles(Map.of());

  private final Map<String, List<LicenceFile>> byFolder;

  private LicenceFiles(Map<String, List<LicenceFile>> byFolder) {
    this.byFolder = byFolder;
  }

  /**
   * A file.
   *
   * @param path absolute
   * @param layer the index of the layer it lies in
   * @param family the class of the licence
   * @param expression what is in it
   */
  public record LicenceFile(String path, int layer, LicenceClass family, String expression) {
    /** What is in it; a reference where the words make no sense, which they always do. */
    public LicenceExpression licence() {
      return LicenceNames.normalise(expression).expression();
    }
  }

  /** Who looks for them in layers. */
  public static LayerCollector collector() {
    return new InspectionCollector(List.of(new LicenceFileInspector()));
  }

  /**
   * What was found.
   *
   * @param evidence what {@link #collector} has of each layer, from the lowest
   * @throws IOException when it is no such thing
   */
  public static LicenceFiles of(List<byte[]> evidence) throws IOException {
    var files = new HashMap<String, LicenceFile>();
    for (int layer = 0; layer < evidence.size(); layer++) {
      for (Sighting each : LayerEvidence.read(evidence.get(layer)).sightings()) {
        file(each, layer).ifPresent(file -> files.put(file.path(), file));
      }
    }
    return of(files);
  }

  /** What inspectors saw in the layers of an image, as far as containers see it. */
  static LicenceFiles seen(List<Seen> seen) {
    var files = new HashMap<String, LicenceFile>();
    for (Seen each : seen) {
      if (each.standing() != Finding.Standing.PRESENT) continue;
      if (!each.sighting().check().equals(LicenceFileInspector.FACT)) continue;
      file(each.sighting(), each.layer()).ifPresent(file -> files.put(file.path(), file));
    }
    return of(files);
  }

  private static Optional<LicenceFile> file(Sighting sighting, int layer) {
    Optional<LicenceClass> family = LicenceClass.parse(sighting.part());
    return family.map(f -> new LicenceFile("/" + sighting.path(), layer, f, sighting.evidence()));
  }

  private static LicenceFiles of(Map<String, LicenceFile> files) {
    var byFolder = new HashMap<String, List<LicenceFile>>();
    for (LicenceFile file : files.values()) {
      byFolder.computeIfAbsent(folder(file.path()), _ -> new ArrayList<>()).add(file);
    }
    for (List<LicenceFile> some : byFolder.values()) {
      some.sort(Comparator.comparing(LicenceFile::path));
    }
    return new LicenceFiles(byFolder);
  }

  /** The files beside a component. */
  public List<LicenceFile> of(Component component) {
    var files = new ArrayList<LicenceFile>();
    for (String folder : folders(component)) {
      files.addAll(byFolder.getOrDefault(folder, List.of()));
    }
    return files;
  }

  /** Where the files of a component are looked for: absolute, without a slash at the end. */
  public static Set<String> folders(Component component) {
    var folders = new LinkedHashSet<String>();
    for (Location at : component.locations()) {
      String folder = folder(at.path());
      folders.add(folder);
      folders.add(folder + "/licenses");
      folders.add(at.path() + "!/META-INF");
      folders.add(at.path() + "!");
    }
    switch (component.type()) {
      case "deb" -> {
        folders.clear();
        folders.add("/usr/share/doc/" + component.name());
      }
      case "rpm", "apk", "alpm" -> {
        folders.clear();
        folders.add("/usr/share/licenses/" + component.name());
      }
      default -> {
        folders.remove("");
        folders.remove("/licenses");
      }
    }
    return folders;
  }

  /** A component's licence: what it states, else what lies beside it. */
  public ComponentLicence licence(Component component) {
    ComponentLicence stated = ComponentLicence.of(component);
    if (!stated.isOpen()) return stated;
    var texts = new LinkedHashSet<LicenceExpression>();
    for (LicenceFile file : of(component)) texts.add(file.licence());
    return ComponentLicence.of(
        component,
        texts.isEmpty()
            ? Optional.empty()
            : Optional.of(LicenceExpression.all(List.copyOf(texts))));
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
