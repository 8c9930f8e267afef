package io.breakwater.cli;

import io.breakwater.inspect.CorruptEvidenceException;
import io.breakwater.inspect.Inspection;
import io.breakwater.inventory.HashedArchives;
import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.base.KnownImage;
import io.breakwater.inventory.base.ScannedImages;
import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.model.BaseImage;
import io.breakwater.model.Check;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Layer;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.OtherPlatform;
import io.breakwater.oci.collect.LayerReader;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands look at: an image wherever it is, or the SBOM of one. */
final class Subjects {
  private Subjects() {}

  /**
   * Something whose inventory was taken.
   *
   * @param image what it is; of an SBOM as far as it tells
   * @param inventory what is in it
   * @param inspected what inspections found, where one was asked for
   */
  record Subject(ImageInfo image, Inventory inventory, Inspection.Outcome inspected) {
    /** Something that was not inspected. */
    Subject(ImageInfo image, Inventory inventory) {
      this(image, inventory, new Inspection.Outcome(List.of(), List.of()));
    }

    /** Its SBOM. */
    Sbom sbom() {
      return Sbom.of(image, inventory.components());
    }
  }

  /**
   * What shall be known beside packages.
   *
   * @param hashes the hashes of Java archives, for which layers are read again
   * @param inspection what else is looked for
   */
  record Wanted(boolean hashes, Optional<Inspection> inspection) {
    /** Nothing else. */
    static final Wanted PACKAGES = new Wanted(false, Optional.empty());
  }

  /** Takes the inventory of what a reference names; shows how far it is. */
  static Subject take(Arguments arguments, Terminal terminal, String reference) throws IOException {
    return take(
        arguments, terminal, reference, Caches.results(arguments, terminal), Wanted.PACKAGES);
  }

  /** As above, with the cache that layers' results are kept in; notes that an image was seen. */
  static Subject take(
      Arguments arguments, Terminal terminal, String reference, LayerResults cache, Wanted wanted)
      throws IOException {
    if (SbomFiles.isNamed(reference)) return SbomFiles.subject(reference, arguments, terminal);
    return Images.use(
        arguments,
        terminal,
        reference,
        image -> {
          Optional<BaseImage> base = Bases.of(image, cache, arguments, terminal);
          List<Origin> origins = Bases.origins(image, base);
          Optional<Inspection> inspection = wanted.inspection();
          Inventories.Taken taken =
              new Inventories(cache, Runtime.getRuntime().availableProcessors())
                  .take(
                      image, origins::get, inspection.map(Inspection::collector).stream().toList());
          Inventory inventory = taken.inventory();
          if (wanted.hashes()) inventory = HashedArchives.of(image, inventory);
          KnownImage.of(image, image.name()).ifPresent(new ScannedImages(cache)::remember);
          ImageInfo info = describe(image, base, origins, inventory.os());
          if (inspection.isEmpty()) return new Subject(info, inventory);
          var inspected =
              new InspectedImage(
                  info,
                  image.configuration(),
                  inspection.get().covers(Check.Area.MISCONFIGURATION)
                      ? otherPlatforms(image)
                      : Map.of(),
                  inventory,
                  LocalDate.now(ZoneOffset.UTC));
          List<byte[]> evidence = taken.evidence().getFirst().layers();
          return new Subject(
              info, inventory, judged(inspection.get(), inspected, image, evidence, cache));
        });
  }

  private static Map<Platform, Json.Obj> otherPlatforms(Image image) {
    var others = new LinkedHashMap<Platform, Json.Obj>();
    for (OtherPlatform other : image.otherPlatforms()) {
      others.putIfAbsent(other.platform(), other.configuration());
    }
    return others;
  }

  /** Judges what was collected; collects it anew where what was kept of it is damaged. */
  private static Inspection.Outcome judged(
      Inspection inspection,
      InspectedImage inspected,
      Image image,
      List<byte[]> evidence,
      LayerResults cache)
      throws IOException {
    try {
      return inspection.judge(inspected, evidence);
    } catch (CorruptEvidenceException damaged) {
      var reader = new LayerReader(cache, Runtime.getRuntime().availableProcessors());
      LayerReader.Collected afresh =
          reader.readAfresh(image.layers(), List.of(inspection.collector())).getFirst();
      return inspection.judge(inspected, afresh.layers());
    }
  }

  /** A folder that holds no system, inspected: no inventory is taken of it. */
  static Subject ofFolder(
      Arguments arguments,
      Terminal terminal,
      String folder,
      LayerResults cache,
      Inspection inspection)
      throws IOException {
    return Images.use(
        arguments,
        terminal,
        "dir:" + folder,
        image -> {
          var reader = new LayerReader(cache, Runtime.getRuntime().availableProcessors());
          List<byte[]> evidence =
              reader.read(image.layers(), List.of(inspection.collector())).getFirst().layers();
          var none = new Inventory(OperatingSystem.UNKNOWN, List.of(), List.of());
          List<Origin> origins = Bases.origins(image, Optional.empty());
          ImageInfo info = describe(image, Optional.empty(), origins, none.os());
          var inspected = new PlainFolder(info, LocalDate.now(ZoneOffset.UTC));
          Inspection.Outcome found = inspection.judge(inspected, evidence);
          var notAnalysed = new ArrayList<>(image.notAnalysed());
          notAnalysed.addAll(found.notAnalysed());
          return new Subject(info, none, new Inspection.Outcome(found.findings(), notAnalysed));
        });
  }

  /** One file that is in no image, inspected. */
  static Subject ofFile(String name, Content content, Inspection inspection) throws IOException {
    return new Subject(
        ImageInfo.ofFile(name, content.size()),
        new Inventory(OperatingSystem.UNKNOWN, List.of(), List.of()),
        inspection.file(name, content, LocalDate.now(ZoneOffset.UTC)));
  }

  private static ImageInfo describe(
      Image image, Optional<BaseImage> base, List<Origin> origins, OperatingSystem os) {
    var layers = new ArrayList<Layer>();
    long size = 0;
    int number = 0;
    for (ImageLayer layer : image.layers()) {
      Origin origin = origins.get(number++);
      size += layer.size();
      if (layer.digest().isEmpty() || layer.diffId().isEmpty()) continue;
      layers.add(
          new Layer(
              layer.digest().get(),
              layer.diffId().get(),
              layer.size(),
              layer.instruction(),
              origin));
    }
    return new ImageInfo(
        image.name(),
        image.foundIn(),
        image.digest(),
        image.configDigest(),
        image.platform(),
        os,
        size,
        image.created(),
        image.settings(),
        layers,
        base);
  }
}
