package io.breakwater.cli;

import io.breakwater.cli.Snapshot.Hole;
import io.breakwater.cli.Snapshot.Name;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came, went and changed from one image to another. A pure function of both.
 *
 * @param came components that only the second has
 * @param went components that only the first has
 * @param changed components that both have, in other versions
 * @param settings that differ
 * @param executables that came and went, where both tell of them
 * @param opened findings that only the second has, the worst first
 * @param closed findings that only the first has, the worst first
 */
record Difference(
    List<Versions> came,
    List<Versions> went,
    List<Changed> changed,
    List<Setting> settings,
    Optional<Paths> executables,
    List<Hole> opened,
    List<Hole> closed) {
  private static final Comparator<Hole> WORST_FIRST =
      Comparator.comparing(Hole::severity)
          .reversed()
          .thenComparing(Hole::id)
          .thenComparing(Hole::component);

  /** A component and its versions. */
  record Versions(Name component, List<String> versions) {}

  /** A component and the versions that only one side has. */
  record Changed(Name component, List<String> before, List<String> after) {}

  /** A setting before and after; empty for nothing. */
  record Setting(String name, String before, String after) {}

  /** Paths that only one side has. */
  record Paths(List<String> came, List<String> went) {}

  /** The difference from one to the other. */
  static Difference of(Snapshot a, Snapshot b) {
    var came = new ArrayList<Versions>();
    var went = new ArrayList<Versions>();
    var changed = new ArrayList<Changed>();
    var names = new TreeSet<>(a.versions().keySet());
    names.addAll(b.versions().keySet());
    for (Name name : names) {
      Set<String> before = a.versions().getOrDefault(name, Set.of());
      Set<String> after = b.versions().getOrDefault(name, Set.of());
      if (before.isEmpty()) came.add(new Versions(name, List.copyOf(after)));
      else if (after.isEmpty()) went.add(new Versions(name, List.copyOf(before)));
      else if (!before.equals(after)) {
        changed.add(new Changed(name, only(before, after), only(after, before)));
      }
    }
    var settings = new ArrayList<Setting>();
    for (Map.Entry<String, String> setting : a.settings().entrySet()) {
      String after = b.settings().getOrDefault(setting.getKey(), "");
      if (!after.equals(setting.getValue())) {
        settings.add(new Setting(setting.getKey(), setting.getValue(), after));
      }
    }
    Optional<Paths> executables =
        a.executables().isEmpty() || b.executables().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Paths(
                    only(b.executables().get(), a.executables().get()),
                    only(a.executables().get(), b.executables().get())));
    return new Difference(came, went, changed, settings, executables, holes(b, a), holes(a, b));
  }

  private static List<String> only(Set<String> some, Set<String> others) {
    return some.stream().filter(one -> !others.contains(one)).sorted().toList();
  }

  private static List<Hole> holes(Snapshot some, Snapshot others) {
    return some.holes().entrySet().stream()
        .filter(hole -> !others.holes().containsKey(hole.getKey()))
        .map(Map.Entry::getValue)
        .sorted(WORST_FIRST)
        .toList();
  }

  /** How many findings are new that are this bad or worse. */
  long worse(Severity threshold) {
    return opened.stream().filter(hole -> hole.severity().atLeast(threshold)).count();
  }
}
