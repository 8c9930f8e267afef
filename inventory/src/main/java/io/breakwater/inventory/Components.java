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
          .thenComparing(Place::path)
          .thenComparingInt(place -> place.pkg().line())
          .thenComparing(place -> place.pkg().says());

  private final OperatingSystem os;
  private final List<ImageLayer> layers;
  private final IntFunction<Origin> originOf;
  private final Set<String> ids = new HashSet<>();
  private final Dependencies dependencies = new Dependencies();

  /** By package, where its database does not tell them. */
  private final Map<String, List<String>> licences = new HashMap<>();

  /** A package at its place. */
  private record Place(Present present, FoundPackage pkg, String path) {
    boolean isAt(Place other) {
      return path.equals(other.path)
          && pkg.line() == other.pkg.line()
          && present.lyingSince() == other.present.lyingSince();
    }
  }

  /** What makes two packages one component. */
  private record Key(long identity, String owner) {
    // Written out, as the JVM makes a record's own ones anew in each process, for 20 ms.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.identity == identity && key.owner.equals(owner);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(identity) + owner.hashCode();
    }
  }

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
    var notes = new PackageNotes();
    for (PresentFile file : files) {
      for (Present present : merge.packages(file)) {
        if (!DistributionPackages.isType(present.facts().type(present.pkg()))) continue;
        if (!notes.keep(file, present)) add(ofDistribution, present, "");
      }
    }
    joinSourceless(ofDistribution);
    var components = new ArrayList<Component>();
    licences(merge);
    for (Map.Entry<Key, List<Place>> entry : ofDistribution.entrySet()) {
      Component component = component(entry.getKey(), entry.getValue());
      components.add(component);
      if (DistributionPackages.isForeign(component.purl(), os)) continue; // owns no file outside
      String architecture = component.purl().qualifiers().getOrDefault("arch", "");
      ownership.installed(component.name(), architecture, component.id());
      notes.installed(component);
    }
    components.addAll(noted(notes, ownership));
    components.addAll(languagePackages(merge, files, ownership));
    components.sort(ORDER);
    return dependencies.resolve(components);
  }

  private List<Component> noted(PackageNotes notes, Ownership ownership) {
    var byKey = new LinkedHashMap<Key, List<Place>>();
    for (Present present : notes.unknown(ownership)) add(byKey, present, "");
    var components = new ArrayList<Component>();
    byKey.forEach((key, places) -> components.add(component(key, places)));
    return components;
  }

  /**
   * Some lists of a distribution's packages leave out the source package. Where another file tells
   * it, both speak of one component: what the other says comes first.
   */
  private static void joinSourceless(Map<Key, List<Place>> byKey) {
    var sourceless = new HashMap<String, Key>();
    byKey.forEach(
        (key, places) -> {
          FoundPackage pkg = places.getFirst().pkg();
          if (pkg.source().isEmpty()) sourceless.put(withoutSource(pkg), key);
        });
    if (sourceless.isEmpty()) return;
    for (List<Place> places : byKey.values()) {
      FoundPackage pkg = places.getFirst().pkg();
      Key twin = pkg.source().isEmpty() ? null : sourceless.remove(withoutSource(pkg));
      if (twin != null) places.addAll(byKey.getOrDefault(twin, List.of()));
    }
    // Those that are left have no twin; of the others the places are with their twins now.
    byKey
        .entrySet()
        .removeIf(
            entry -> {
              FoundPackage pkg = entry.getValue().getFirst().pkg();
              return pkg.source().isEmpty() && !sourceless.containsKey(withoutSource(pkg));
            });
  }

  private static String withoutSource(FoundPackage pkg) {
    return pkg.purl().withQualifier("upstream", "").toString();
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
    var assemblies = new Assemblies(files);
    for (PresentFile file : files) {
      String owner = null;
      List<Present> packages = merge.packages(file);
      List<Present> guesses = Guesses.among(packages);
      for (Present present : packages) {
        if (DistributionPackages.isType(present.facts().type(present.pkg()))) continue;
        if (owner == null) owner = ownership.ownerOf(file).orElse("");
        // What a distribution's package ships as a lock file tells of its author's machine.
        if (!owner.isEmpty() && present.facts().isDeclared(present.pkg())) continue;
        boolean better =
            assemblies.isToldBetter(present)
                || (!guesses.isEmpty()
                    && Guesses.isToldBetter(present, guesses, packages, !owner.isEmpty()));
        if (!better) add(byKey, present, owner);
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
    FoundPackage pkg = best(places);
    if (places.size() > 1) places.sort(FIRST_BROUGHT);
    Place first = places.getFirst();
    var locations = new ArrayList<Location>(places.size());
    var evidence = new ArrayList<Evidence>(places.size());
    String id = id(key);
    Place last = null;
    for (Place place : places) {
      Present present = place.present();
      var layerId = layers.get(present.lyingSince()).diffId();
      var location = new Location(layerId, place.path(), place.pkg().line());
      dependencies.add(present.facts().path(present.file()), place.pkg(), id);
      String says = place.pkg().says();
      boolean isNew = last == null || !last.isAt(place);
      if (isNew) locations.add(location);
      if (!says.isEmpty() && (isNew || last == null || !says.equals(last.pkg().says()))) {
        evidence.add(new Evidence(present.facts().analyser(present.pkg()), location, says));
      }
      last = place;
    }
    int introducedIn = first.present().introducedIn();
    ImageLayer layer = layers.get(introducedIn);
    return new Component(
        id,
        pkg.purl(),
        pkg.name(),
        pkg.version(),
        locations,
        pkg.source(),
        licences(pkg),
        key.owner().isEmpty() ? Optional.empty() : Optional.of(key.owner()),
        layer.diffId().map(diffId -> new Introduction(diffId, layer.instruction())),
        originOf.apply(introducedIn),
        evidence,
        traits(places));
  }

  /** Whose spelling and licences count: what is installed before what is only named. */
  private static FoundPackage best(List<Place> places) {
    FoundPackage best = places.getFirst().pkg();
    for (Place place : places) {
      FoundPackage pkg = place.pkg();
      if (pkg.traits().presence().compareTo(best.traits().presence()) < 0) best = pkg;
    }
    return best;
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
