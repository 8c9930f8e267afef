package io.breakwater.advisory.internal;

import io.breakwater.advisory.version.InvalidVersionException;
import io.breakwater.advisory.version.VersionScheme;
import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Versions of one ecosystem, compared without exceptions: what cannot be ordered is unknown. Safe
 * for use by many threads.
 */
public final class Versions {
  private static final int MAX_LENGTH = 500;
  private static final Map<String, Versions> BY_SCHEME = new ConcurrentHashMap<>();

  private final Optional<VersionScheme> scheme;

  /** Whether something holds. */
  public enum Answer {
    YES,
    NO,
    /** A version cannot be ordered. */
    UNKNOWN
  }

  private Versions(String name) {
    scheme = name.isEmpty() ? Optional.empty() : VersionSchemes.byName(name);
  }

  /** The versions of a scheme, by its name; of an unknown scheme no two can be ordered. */
  public static Versions of(String scheme) {
    return BY_SCHEME.computeIfAbsent(scheme, Versions::new);
  }

  /**
   * Compares two versions as the ecosystem's tools do, which fill up or cut what is written in
   * short first; empty when either cannot be ordered.
   */
  public OptionalInt compare(String a, String b) {
    if (scheme.isEmpty() || !fits(a) || !fits(b)) return OptionalInt.empty();
    try {
      return OptionalInt.of(
          scheme.get().compare(scheme.get().normalised(a), scheme.get().normalised(b)));
    } catch (InvalidVersionException unordered) {
      return OptionalInt.empty();
    }
  }

  private static boolean fits(String version) {
    return !version.isEmpty() && version.length() <= MAX_LENGTH;
  }

  /** Whether a version can be ordered. */
  public boolean isOrdered(String version) {
    return compare(version, version).isPresent();
  }

  /** Whether a range holds a version. */
  public Answer holds(AffectedRange range, String version) {
    if (!range.introduced().isEmpty()) {
      OptionalInt start = compare(version, range.introduced());
      if (start.isEmpty()) return Answer.UNKNOWN;
      if (start.getAsInt() < 0) return Answer.NO;
    }
    return switch (range.end()) {
      case End.Open() -> Answer.YES;
      case End.Fixed(String end) -> before(compare(version, end), false);
      case End.Limit(String end) -> before(compare(version, end), false);
      case End.LastAffected(String end) -> before(compare(version, end), true);
    };
  }

  private static Answer before(OptionalInt order, boolean orEqual) {
    if (order.isEmpty()) return Answer.UNKNOWN;
    boolean holds = order.getAsInt() < 0 || (orEqual && order.getAsInt() == 0);
    return holds ? Answer.YES : Answer.NO;
  }
}
