package io.breakwater.advisory;

import io.breakwater.model.Circumstances;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a {@link Matcher}.
 *
 * @param os the image's distribution, or {@link OperatingSystem#UNKNOWN}
 * @param components its packages
 * @param circumstances how packages are used, by the component's id; of others nothing is known
 * @param only ids of the holes that are asked for; empty: all of them
 * @param today the day for which the age of holes counts; empty: age does not count
 */
public record MatchRequest(
    OperatingSystem os,
    List<Component> components,
    Map<String, Circumstances> circumstances,
    Set<String> only,
    Optional<LocalDate> today) {
  /** Copies the collections. */
  public MatchRequest {
    components = List.copyOf(components);
    circumstances = Map.copyOf(circumstances);
    only = Set.copyOf(only);
  }

  /** Packages of which only the image tells. */
  public MatchRequest(OperatingSystem os, List<Component> components) {
    this(os, components, Map.of(), Set.of(), Optional.empty());
  }

  /** Whether a hole is asked for. */
  public boolean asksFor(String hole) {
    return only.isEmpty() || only.contains(hole);
  }

  /** How a package is used. */
  public Circumstances circumstances(String component) {
    return circumstances.getOrDefault(component, Circumstances.UNKNOWN);
  }
}
