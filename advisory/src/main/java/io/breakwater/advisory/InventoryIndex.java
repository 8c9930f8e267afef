package io.breakwater.advisory;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.match.FeedNames;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What many images hold, by the names under which feeds speak about it: answers whom a new advisory
 * concerns without opening an image. Equal packages of images of one distribution are kept once, so
 * that ten thousand images cost little more than their different packages.
 *
 * <p>A component's id names its version: components of the same id are the same package.
 *
 * <p>Immutable; safe for use by many threads. Adding a package costs constant time; a question
 * costs the judging of each different package that the changed names stand for, as {@link Matcher}
 * does.
 */
public final class InventoryIndex {
  private final List<String> images;
  private final List<Entry> entries;
  private final Map<PackageKey, int[]> byName;

  /** A package, in images of one distribution. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
  private record Entry(OperatingSystem os, Component component, int[] images) {}

  /**
   * What is wrong with a package, and where it is.
   *
   * @param component one of the equal packages
   * @param findings as {@link Matcher} has them
   * @param images the names of the images that hold it, in the order in which they were added
   */
  public record Affected(Component component, List<Finding> findings, List<String> images) {
    /** Copies the lists. */
    public Affected {
      findings = List.copyOf(findings);
      images = List.copyOf(images);
    }
  }

  private InventoryIndex(List<String> images, List<Entry> entries, Map<PackageKey, int[]> byName) {
    this.images = images;
    this.entries = entries;
    this.byName = byName;
  }

  /** How many different packages there are. */
  public int size() {
    return entries.size();
  }

  /**
   * Finds the packages that have one of these holes, by all that the database knows.
   *
   * @param ids of advisories, CVEs or their aliases
   * @return those that have findings, those of one distribution together
   * @throws ProblemException when the database is damaged
   */
  public List<Affected> rematch(AdvisoryDatabase database, Collection<String> ids)
      throws ProblemException {
    var candidates = new BitSet(entries.size());
    var holes = new HashSet<String>();
    for (String id : ids) {
      holes.addAll(database.holesOf(id));
      for (PackageKey key : database.packagesOf(id)) {
        for (int entry : byName.getOrDefault(name(key), new int[0])) candidates.set(entry);
      }
    }
    if (candidates.isEmpty()) return List.of();
    var groups = new LinkedHashMap<Group, List<Entry>>();
    candidates.stream()
        .mapToObj(entries::get)
        .forEach(e -> groups.computeIfAbsent(Group.of(e), _ -> new ArrayList<>()).add(e));
    var matcher = new Matcher(database);
    var out = new ArrayList<Affected>();
    for (var group : groups.entrySet()) {
      List<Component> components = group.getValue().stream().map(Entry::component).toList();
      var findings = new HashMap<String, List<Finding>>();
      var request =
          new MatchRequest(
              group.getKey().os(), components, Map.of(), Set.copyOf(holes), Optional.empty());
      for (Finding.AboutPackage one : matcher.match(request).findings()) {
        findings.computeIfAbsent(one.component(), _ -> new ArrayList<>()).add(one);
      }
      for (Entry entry : group.getValue()) {
        List<Finding> own = findings.get(entry.component().id());
        if (own == null) continue;
        List<String> names = Arrays.stream(entry.images()).mapToObj(images::get).toList();
        out.add(new Affected(entry.component(), own, names));
      }
    }
    return out;
  }

  /** Packages that are judged together: no two of them have the same id. */
  private record Group(OperatingSystem os, boolean owned) {
    static Group of(Entry entry) {
      return new Group(entry.os(), entry.component().ownedBy().isPresent());
    }
  }

  /**
   * The name by which a feed's name is found; of a distribution's packages whatever its release.
   */
  private static PackageKey name(PackageKey key) {
    boolean installed = Ecosystems.isDistribution(key.ecosystem());
    return new PackageKey(installed ? "" : Ecosystems.base(key.ecosystem()), key.name());
  }

  /** Gathers images. Not safe for use by several threads. */
  public static final class Builder {
    private final List<String> images = new ArrayList<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final List<Draft> order = new ArrayList<>();

    private record Draft(OperatingSystem os, Component component, Ints images) {}

    /** Adds an image by any name that the caller knows it by. */
    public Builder add(String image, OperatingSystem os, List<Component> components) {
      int number = images.size();
      images.add(image);
      for (Component component : components) {
        String same =
            String.join(
                "\n",
                os.id(),
                os.version(),
                os.programme(),
                component.id(),
                component.ownedBy().isPresent() ? "owned" : "");
        Draft draft = drafts.get(same);
        if (draft == null) {
          draft = new Draft(os, component, new Ints());
          drafts.put(same, draft);
          order.add(draft);
        }
        draft.images().add(number);
      }
      return this;
    }

    /** The index of what was added. */
    public InventoryIndex build() {
      var entries = new ArrayList<Entry>(order.size());
      var names = new HashMap<PackageKey, Ints>();
      for (Draft draft : order) {
        for (PackageKey name : FeedNames.of(draft.component())) {
          names.computeIfAbsent(name, _ -> new Ints()).add(entries.size());
        }
        entries.add(new Entry(draft.os(), draft.component(), draft.images().toArray()));
      }
      var byName = new HashMap<PackageKey, int[]>();
      names.forEach((name, numbers) -> byName.put(name, numbers.toArray()));
      return new InventoryIndex(List.copyOf(images), List.copyOf(entries), byName);
    }
  }

  /** A list of numbers that grows; a number that comes twice in a row stands once. */
  private static final class Ints {
    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
      if (size > 0 && numbers[size - 1] == number) return;
      if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
      numbers[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
