package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Versions;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the events of OSV, which may stand in any order, into ranges. */
final class Ranges {
  private static final int MAX_EVENTS = 10_000;

  private Ranges() {}

  /** What happens at a version. Where several happen at one, they count in this order. */
  enum Kind {
    INTRODUCED,
    FIXED,
    LAST_AFFECTED,
    LIMIT;

    /** The key in OSV. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An event of OSV. */
  record Event(Kind kind, String version) {}

  /** All versions up to a fix. */
  static AffectedRange before(String fixed) {
    return new AffectedRange("", new End.Fixed(fixed));
  }

  /** All versions. */
  static AffectedRange all() {
    return new AffectedRange("", new End.Open());
  }

  /** The ranges of events. Events whose versions cannot be ordered are taken in their order. */
  static List<AffectedRange> ofEvents(String ecosystem, List<Event> given) {
    List<Event> events = sorted(ecosystem, given.subList(0, Math.min(given.size(), MAX_EVENTS)));
    var out = new ArrayList<AffectedRange>();
    Optional<String> open = Optional.empty();
    for (Event event : events) {
      switch (event.kind()) {
        case INTRODUCED -> {
          if (open.isEmpty()) open = Optional.of(start(event.version()));
        }
        case FIXED -> {
          if (open.isPresent())
            out.add(new AffectedRange(open.get(), new End.Fixed(event.version())));
          open = Optional.empty();
        }
        case LAST_AFFECTED -> {
          if (open.isPresent()) {
            out.add(new AffectedRange(open.get(), new End.LastAffected(event.version())));
          }
          open = Optional.empty();
        }
        case LIMIT -> {
          if (event.version().equals("*")) continue;
          if (open.isPresent())
            out.add(new AffectedRange(open.get(), new End.Limit(event.version())));
          open = Optional.empty();
        }
      }
    }
    open.ifPresent(introduced -> out.add(new AffectedRange(introduced, new End.Open())));
    return out;
  }

  private static String start(String introduced) {
    return introduced.equals("0") ? "" : introduced;
  }

  private static List<Event> sorted(String ecosystem, List<Event> events) {
    if (events.size() < 2) return events;
    Versions versions = Versions.of(Ecosystems.scheme(ecosystem));
    for (Event event : events) {
      if (!isStart(event) && !versions.isOrdered(event.version())) return events;
    }
    var sorted = new ArrayList<>(events);
    try {
      sorted.sort(
          (a, b) -> {
            if (isStart(a) || isStart(b)) return Boolean.compare(isStart(b), isStart(a));
            int order = versions.compare(a.version(), b.version()).orElse(0);
            return order != 0 ? order : a.kind().compareTo(b.kind());
          });
      return sorted;
    } catch (IllegalArgumentException inCircles) {
      return events;
    }
  }

  private static boolean isStart(Event event) {
    return event.kind() == Kind.INTRODUCED && event.version().equals("0");
  }

  /**
   * The fix where versions are judged one by one: the lowest that is known to be safe above all
   * that are affected, as a run of no version, which says that later ones have the fix and nothing
   * about others. None where the versions cannot be ordered.
   */
  static List<AffectedRange> fixAbove(
      String ecosystem, Collection<String> affected, Collection<String> safe) {
    Versions scheme = Versions.of(Ecosystems.scheme(ecosystem));
    Optional<String> fix = Optional.empty();
    for (String one : safe) {
      boolean above = affected.stream().allMatch(bad -> isBelow(scheme, bad, one));
      if (above && (fix.isEmpty() || isBelow(scheme, one, fix.get()))) fix = Optional.of(one);
    }
    return fix.map(version -> List.of(new AffectedRange(version, new End.Fixed(version))))
        .orElse(List.of());
  }

  private static boolean isBelow(Versions scheme, String a, String b) {
    return scheme.compare(a, b).orElse(0) < 0;
  }

  /** Those versions that no range holds: the others need not be listed. */
  static List<String> outside(String ecosystem, List<String> versions, List<AffectedRange> ranges) {
    if (versions.isEmpty()) return versions;
    Versions scheme = Versions.of(Ecosystems.scheme(ecosystem));
    var out = new ArrayList<String>();
    for (String version : versions) {
      if (version.isEmpty() || version.length() > 200) continue;
      boolean held = false;
      for (AffectedRange range : ranges)
        held |= scheme.holds(range, version) == Versions.Answer.YES;
      if (!held) out.add(version);
    }
    return out;
  }
}
