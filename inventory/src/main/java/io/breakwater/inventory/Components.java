package io.breakwater.inventory;

import io.breakwater.inventory.Merge.Present;
import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.model.Component;
import io.breakwater.model.Component.Introduction;
import io.breakwater.model.Digest;
import io.breakwater.model.Evidence;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.oci.ImageLayer;
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
import java.util.function.IntFunction;

/**
 * Makes components of packages: equal packages of the same owner are one component with several
 * locations.
 */
final class Components {
  private static final Comparator<Component> ORDER =
      Comparator.comparing(Component::type)
          .thenComparing(Component::name)
          .thenComparing(Component::version)
          .thenComparing(component -> component.purl().toString())
          .thenComparing(component -> component.locations().getFirst().path())
          .thenComparing(Component::id);

  private static final Comparator<Place> FIRST_BROUGHT =
      Comparator.comparingInt((Place place) -> place.present().introducedIn())
          .thenComparing(Place::path);

  private final OperatingSystem os;
  private final List<ImageLayer> layers;
  private final IntFunction<Origin> originOf;
  private final Set<String> ids = new HashSet<>();
  private final Dependencies dependencies = new Dependencies();

  /** By package, where its database does not tell them. */
  private final Map<String, List<String>> licences = new HashMap<>();

  /** A package at its place. */
  private record Place(Present present, FoundPackage pkg, String path) {}

  /** What makes two packages one component. */
  private record Key(long identity, String owner) {}

  Components(OperatingSystem os, List<ImageLayer> layers, IntFunction<Origin> originOf) {
    this.os = os;
    this.layers = layers;
    this.originOf = originOf;
  }

  /**
   * All components of what is still there, in a stable order.
   *
   * @param ownership is told of the packages that are installed
   */
  List<Component> of(Merge merge, Ownership ownership, List<PresentFile> files) {
    var ofDistribution = new LinkedHashMap<Key, List<Place>>();
    for (PresentFile file : files) {
      for (Present present : merge.packages(file)) {
        if (!DistributionPackages.isType(present.facts().type(present.pkg()))) continue;
        add(ofDistribution, present, "");
      }
    }
    var components = new ArrayList<Component>();
    licences(merge);
    for (Map.Entry<Key, List<Place>> entry : ofDistribution.entrySet()) {
      Component component = component(entry.getKey(), entry.getValue());
      components.add(component);
      String architecture = component.purl().qualifiers().getOrDefault("arch", "");
      ownership.installed(component.name(), architecture, component.id());
    }
    components.addAll(languagePackages(merge, files, ownership));
    components.sort(ORDER);
    return dependencies.resolve(components);
  }

  private void licences(Merge merge) {
    List<LayerFacts> facts = merge.layers();
    for (int i = 0; i < facts.size(); i++) {
      int layer = i;
      facts.get(i).licences(file -> merge.isPresent(layer, file), licences::put);
    }
  }

  private List<String> licences(FoundPackage pkg) {
    if (!pkg.licences().isEmpty() || !DistributionPackages.isType(pkg.purl().type())) {
      return pkg.licences();
    }
    return licences.getOrDefault(pkg.name(), List.of());
  }

  private List<Component> languagePackages(
      Merge merge, List<PresentFile> files, Ownership ownership) {
    var byKey = new LinkedHashMap<Key, List<Place>>();
    for (PresentFile file : files) {
      String owner = null;
      for (Present present : merge.packages(file)) {
        if (DistributionPackages.isType(present.facts().type(present.pkg()))) continue;
        if (owner == null) owner = ownership.ownerOf(file).orElse("");
        add(byKey, present, owner);
      }
    }
    var components = new ArrayList<Component>();
    byKey.forEach((key, places) -> components.add(component(key, places)));
    return components;
  }

  private void add(Map<Key, List<Place>> byKey, Present present, String owner) {
    LayerFacts facts = present.facts();
    FoundPackage pkg = facts.found(present.pkg(), os);
    String path = "/" + facts.path(present.file()) + pkg.inner();
    byKey
        .computeIfAbsent(new Key(facts.identity(present.pkg()), owner), _ -> new ArrayList<>(1))
        .add(new Place(present, pkg, path));
  }

  private Component component(Key key, List<Place> places) {
    if (places.size() > 1) places.sort(FIRST_BROUGHT);
    Place first = places.getFirst();
    FoundPackage pkg = first.pkg();
    var locations = new LinkedHashSet<Location>();
    var evidence = new LinkedHashSet<Evidence>();
    String id = id(key);
    for (Place place : places) {
      Present present = place.present();
      var layerId = layers.get(present.lyingSince()).diffId();
      var location = new Location(layerId, place.path(), place.pkg().line());
      dependencies.add(present.facts().path(present.file()), place.pkg(), id);
      locations.add(location);
      String says = place.pkg().says();
      if (!says.isEmpty()) {
        evidence.add(new Evidence(present.facts().analyser(present.pkg()), location, says));
      }
    }
    int introducedIn = first.present().introducedIn();
    ImageLayer layer = layers.get(introducedIn);
    return new Component(
        id,
        pkg.purl(),
        pkg.name(),
        pkg.version(),
        List.copyOf(locations),
        pkg.source(),
        licences(pkg),
        key.owner().isEmpty() ? Optional.empty() : Optional.of(key.owner()),
        layer.diffId().map(diffId -> new Introduction(diffId, layer.instruction())),
        originOf.apply(introducedIn),
        List.copyOf(evidence),
        traits(places));
  }

  /** Installed wherever it is installed once; of those that count, the most binding scope. */
  private static PackageTraits traits(List<Place> places) {
    PackageTraits all = places.getFirst().pkg().traits();
    if (places.size() == 1) return all.dependingOn(List.of());
    var hashes = new LinkedHashSet<Digest>();
    var cpes = new LinkedHashSet<String>();
    for (Place place : places) {
      PackageTraits traits = place.pkg().traits();
      hashes.addAll(traits.hashes());
      cpes.addAll(traits.cpes());
      int order = traits.presence().compareTo(all.presence());
      if (order < 0) all = traits;
      else if (order == 0) all = all.with(all.scope().and(traits.scope()));
    }
    return new PackageTraits(
        all.presence(), all.scope(), List.of(), List.copyOf(hashes), List.copyOf(cpes));
  }

  /** Of what the component is, so that it stays the same when other components come and go. */
  private String id(Key key) {
    long hash = PathHash.chain(key.identity(), key.owner());
    while (!ids.add(hex(hash))) hash++;
    return hex(hash);
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
