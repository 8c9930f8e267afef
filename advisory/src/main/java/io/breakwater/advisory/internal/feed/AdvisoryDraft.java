package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A distribution's advisory while it is read. What it says twice it says once. */
final class AdvisoryDraft {
  private static final int MAX_STATEMENTS = 200_000;
  private static final int MAX_HOLES = 5_000;
  private static final int MAX_RATINGS = 20;
  private static final int MAX_NAME = 300;

  private final String provider;
  private final String id;
  private final Set<String> covers = new TreeSet<>();
  private final Set<Advisory.Affected> affected = new LinkedHashSet<>();
  private final List<CvssRating> ratings = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private String title = "";
  private String description = "";
  private Severity severity = Severity.UNKNOWN;
  private Optional<Instant> published = Optional.empty();
  private Optional<Instant> modified = Optional.empty();

  AdvisoryDraft(String provider, String id) {
    this.provider = provider;
    this.id = id.strip();
  }

  /** The holes that it closes. */
  AdvisoryDraft covers(Collection<String> ids) {
    for (String one : ids) {
      String hole = one.strip();
      boolean fits = !hole.isEmpty() && hole.length() <= 200 && !hole.equals(id);
      if (fits && covers.size() < MAX_HOLES) covers.add(hole);
    }
    return this;
  }

  AdvisoryDraft title(String text) {
    title = Texts.title(text);
    return this;
  }

  AdvisoryDraft description(String text) {
    description = Texts.description(text);
    return this;
  }

  AdvisoryDraft severity(Severity word) {
    severity = word;
    return this;
  }

  /** A CVSS vector; what is none is left out. */
  AdvisoryDraft rating(String vector) {
    Ratings.of(provider, vector)
        .filter(rating -> !ratings.contains(rating) && ratings.size() < MAX_RATINGS)
        .ifPresent(ratings::add);
    return this;
  }

  AdvisoryDraft references(Collection<String> urls) {
    references.addAll(urls);
    return this;
  }

  AdvisoryDraft dates(Optional<Instant> first, Optional<Instant> last) {
    published = first;
    modified = last.or(() -> first);
    return this;
  }

  /** Versions of a package before a fix are affected. */
  void fixed(String ecosystem, String name, String fix, String module) {
    add(ecosystem, name, List.of(Ranges.before(fix)), FixState.FIXED, Severity.UNKNOWN, module);
  }

  /** All versions of a package are in a state; when it is not affected, none has the hole. */
  void state(String ecosystem, String name, FixState state, String module) {
    List<AffectedRange> ranges = state == FixState.NOT_AFFECTED ? List.of() : List.of(Ranges.all());
    add(ecosystem, name, ranges, state, Severity.UNKNOWN, module);
  }

  /** A statement about a package. */
  void add(
      String ecosystem,
      String name,
      List<AffectedRange> ranges,
      FixState state,
      Severity word,
      String module) {
    boolean fits = !name.isBlank() && name.length() <= MAX_NAME && module.length() <= MAX_NAME;
    if (!fits || Rpm.isDebug(name) || affected.size() >= MAX_STATEMENTS) return;
    affected.add(
        new Advisory.Affected(
            ecosystem, name.strip(), ranges, List.of(), state, word, module, List.of()));
  }

  /** Whether it names a hole, other than by its own id. */
  boolean namesHoles() {
    return !covers.isEmpty() || Ids.isCve(id);
  }

  /** Gives the advisory to the sink, unless it says nothing about any package. */
  void finish(RecordSink sink) throws IOException {
    if (id.isEmpty() || id.length() > 200) {
      sink.skip(SkipReason.WITHOUT_ID);
      return;
    }
    if (affected.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_PACKAGE);
      return;
    }
    sink.add(
        new Advisory(
            id,
            List.of(),
            List.copyOf(covers),
            provider,
            title,
            description,
            severity,
            ratings,
            Texts.references(references),
            published,
            modified,
            Optional.empty(),
            consistent()));
  }

  /**
   * The statements. Where products that are one distribution here disagree, the one that is not
   * affected does not speak for the others.
   */
  private List<Advisory.Affected> consistent() {
    var admitted = new HashSet<List<String>>();
    for (Advisory.Affected one : affected) {
      if (one.fixState() != FixState.NOT_AFFECTED) admitted.add(key(one));
    }
    return affected.stream()
        .filter(a -> a.fixState() != FixState.NOT_AFFECTED || !admitted.contains(key(a)))
        .toList();
  }

  private static List<String> key(Advisory.Affected one) {
    return List.of(one.ecosystem(), one.name(), one.module());
  }
}
