package io.breakwater.inventory.sbom;

import io.breakwater.inventory.Inventory;
import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Evidence;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes an SBOM for the inventory of an image: what is listed counts as found. */
public final class SbomInventory {
  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::type)
          .thenComparing(Component::name)
          .thenComparing(Component::version)
          .thenComparing(component -> component.purl().toString())
          .thenComparing(Component::id);

  private final Sbom sbom;
  private final Location document;
  private final Map<Key, List<SbomComponent>> rows = new LinkedHashMap<>();

  /** The ids of rows by the refs of the document. */
  private final Map<String, String> ids = new HashMap<>();

  /** What makes components of the document one row. */
  private record Key(Purl purl, String name, String version, String owner) {}

  private SbomInventory(Sbom sbom, String path) {
    this.sbom = sbom;
    this.document = Location.of(Optional.empty(), path);
  }

  /**
   * The inventory that an SBOM tells of. Packages that it lists several times are one component.
   *
   * @param path of the document, absolute: the place of components of which it tells none
   */
  public static Inventory of(Sbom sbom, String path) {
    return new SbomInventory(sbom, path).take();
  }

  private Inventory take() {
    add(sbom.subject(), isIdentified(sbom.subject()));
    for (SbomComponent each : sbom.components()) add(each, countsWithoutPurl(each));
    name();
    var components = new ArrayList<Component>(rows.size());
    rows.forEach((key, same) -> components.add(component(key, same)));
    components.sort(ORDER);
    var notAnalysed = new ArrayList<NotAnalysed>();
    for (String defect : sbom.defects()) {
      notAnalysed.add(
          new NotAnalysed(document.path(), Optional.empty(), NotAnalysed.Reason.MALFORMED, defect));
    }
    return new Inventory(sbom.os(), components, notAnalysed);
  }

  private void add(SbomComponent component, boolean countsWithoutPurl) {
    Optional<Purl> purl = component.purl().filter(SbomInventory::isPackage);
    if (component.purl().isEmpty() && countsWithoutPurl) purl = generic(component);
    if (purl.isEmpty()) return;
    var key =
        new Key(
            purl.get(), component.name(), component.version(), component.property(Names.OWNED_BY));
    rows.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(component);
  }

  /** Images are what SBOMs are about, not what is in them. */
  private static boolean isPackage(Purl purl) {
    return switch (purl.type()) {
      case "oci", "docker" -> false;
      default -> true;
    };
  }

  /** Software that no ecosystem names is worth a row when more is known than its name. */
  private static boolean countsWithoutPurl(SbomComponent component) {
    boolean identified = !component.cpes().isEmpty();
    return switch (component.kind()) {
      case LIBRARY, FRAMEWORK, APPLICATION, PLATFORM, FIRMWARE, DEVICE_DRIVER ->
          !component.name().isEmpty() && (identified || !component.version().isEmpty());
      case CONTAINER,
          OPERATING_SYSTEM,
          DEVICE,
          FILE,
          MACHINE_LEARNING_MODEL,
          DATA,
          CRYPTOGRAPHIC_ASSET ->
          false;
    };
  }

  private static boolean isIdentified(SbomComponent subject) {
    return !subject.cpes().isEmpty() && subject.kind() != Kind.CONTAINER;
  }

  private static Optional<Purl> generic(SbomComponent component) {
    try {
      return Optional.of(Purl.of("generic", "", component.name(), component.version()));
    } catch (InvalidPurlException _) {
      return Optional.empty();
    }
  }

  /** Gives every row an id that stays the same when others come and go. */
  private void name() {
    Set<String> taken = new HashSet<>();
    rows.forEach(
        (key, same) -> {
          String text = key.purl() + "\n" + key.name() + "\n" + key.version();
          UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
          long number = hash.getMostSignificantBits();
          while (!taken.add(hex(number))) number++;
          for (SbomComponent component : same) ids.put(component.ref(), hex(number));
        });
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }

  private Component component(Key key, List<SbomComponent> same) {
    SbomComponent first = same.getFirst();
    String id = ids.getOrDefault(first.ref(), "");
    var locations = new LinkedHashSet<Location>();
    var evidence = new LinkedHashSet<Evidence>();
    var licences = new LinkedHashSet<String>();
    var hashes = new LinkedHashSet<Digest>();
    var cpes = new LinkedHashSet<String>();
    var needs = new LinkedHashSet<String>();
    Scope scope = first.scope();
    Presence presence = Presence.DECLARED;
    for (SbomComponent each : same) {
      List<Location> at = each.locations().isEmpty() ? List.of(document) : each.locations();
      locations.addAll(at);
      evidence.add(new Evidence("sbom", at.getFirst(), sbom.format() + " lists " + words(each)));
      licences.addAll(each.licences());
      hashes.addAll(each.hashes());
      cpes.addAll(each.cpes());
      for (String ref : each.dependsOn()) {
        String needed = ids.get(ref);
        if (needed != null && !needed.equals(id)) needs.add(needed);
      }
      scope = scope.and(each.scope());
      if (each.presence() == Presence.INSTALLED) presence = Presence.INSTALLED;
    }
    return new Component(
        id,
        key.purl(),
        key.name(),
        key.version(),
        List.copyOf(locations),
        first.source(),
        List.copyOf(licences),
        Optional.ofNullable(ids.get(key.owner())),
        introduction(first),
        origin(first),
        List.copyOf(evidence),
        new PackageTraits(
            presence, scope, List.copyOf(needs), List.copyOf(hashes), List.copyOf(cpes)));
  }

  private static String words(SbomComponent component) {
    return component.name() + (component.version().isEmpty() ? "" : " " + component.version());
  }

  private static Optional<Component.Introduction> introduction(SbomComponent component) {
    String own = component.property(Names.LAYER);
    String layer = own.isEmpty() ? component.property(Names.TRIVY + "LayerDiffID") : own;
    return Draft.digest(layer)
        .or(() -> component.locations().stream().findFirst().flatMap(Location::layer))
        .map(digest -> new Component.Introduction(digest, ""));
  }

  private static Origin origin(SbomComponent component) {
    String word = component.property(Names.ORIGIN);
    for (Origin origin : Origin.values()) if (origin.id().equals(word)) return origin;
    return Origin.UNKNOWN;
  }
}
