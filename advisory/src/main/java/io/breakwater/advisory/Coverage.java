package io.breakwater.advisory;

import io.breakwater.advisory.internal.match.CoverageJudge;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which feeds of a database could speak about each package of an image, and about which packages
 * nobody could. That no hole is reported in a package means something only where a feed could have
 * reported one.
 *
 * @param answers one for each package, in their order
 */
public record Coverage(List<Answer> answers) {
  /** Copies the list. */
  public Coverage {
    answers = List.copyOf(answers);
  }

  /**
   * Asks a database about the packages of an image.
   *
   * @param os the image's distribution, or {@link OperatingSystem#UNKNOWN}
   * @param today by which it is told whose support has ended
   * @throws ProblemException when the database is damaged
   */
  public static Coverage of(
      AdvisoryDatabase database, OperatingSystem os, List<Component> components, LocalDate today)
      throws ProblemException {
    return database.reading(
        () -> {
          var judge = new CoverageJudge(database.speakers(), os, today);
          return new Coverage(components.stream().map(judge::answer).toList());
        });
  }

  /** How many packages have feeds that could speak about them, frozen ones included. */
  public long covered() {
    return answers.stream().filter(a -> a.gap().isEmpty()).count();
  }

  /**
   * What could be said about one package.
   *
   * @param component the package
   * @param ecosystem whose feeds were asked, as OSV names it; its purl type when there is none
   * @param feeds those that could speak; empty when nobody could
   * @param owned whether the distribution speaks for it, as one of its packages installed it
   * @param frozen since when the distribution is out of support, so that its feed tells nothing new
   * @param gap why nobody could speak
   */
  public record Answer(
      Component component,
      String ecosystem,
      List<FeedOf> feeds,
      boolean owned,
      Optional<LocalDate> frozen,
      Optional<CoverageGap> gap) {
    /** Copies the list. */
    public Answer {
      feeds = List.copyOf(feeds);
      if (feeds.isEmpty() != gap.isPresent()) {
        throw new IllegalArgumentException("there are feeds, or a reason why there are none");
      }
    }
  }

  /**
   * A feed and how much it says about an ecosystem.
   *
   * @param provider such as {@code debian}
   * @param ecosystem as OSV names it
   * @param records how many advisories
   */
  public record FeedOf(String provider, String ecosystem, int records) {}
}
