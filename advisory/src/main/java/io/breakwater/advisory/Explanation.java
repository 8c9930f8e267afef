package io.breakwater.advisory;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a hole is, or is not, found in the packages of an image.
 *
 * @param hole what is known about it
 * @param answers of each package that any record of it may mean, in the order of the packages
 * @param absent what its records name and the image has not, of the image's distribution and of
 *     languages
 */
public record Explanation(KnownHole hole, List<Answer> answers, List<Named> absent) {
  /** Copies the lists. */
  public Explanation {
    answers = List.copyOf(answers);
    absent = List.copyOf(absent);
  }

  /** What came of a package. */
  public enum Outcome {
    /** A record says that this version has the hole, and none that counts more denies it. */
    AFFECTED,
    /** A record that counts more contradicts those that call it affected. */
    OVERRULED,
    /** Its distribution says that the package never had the hole. */
    NOT_AFFECTED,
    /** The version has the fix. */
    FIXED,
    /** No record speaks about this version. */
    OUTSIDE,
    /** Records speak about other module streams of the package only. */
    OTHER_STREAM,
    /** The records hold only beside other software, which is not here. */
    UNMET,
    /** Versions cannot be ordered. */
    UNDECIDED,
    /** A package of the distribution installed it, so the distribution's records decide. */
    OWNED,
    /** No feed of the database speaks about its ecosystem. */
    NOT_COVERED,
    /** Only records of other ecosystems or releases name it. */
    OTHER_ECOSYSTEM;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What came of one package.
   *
   * @param component the package
   * @param outcome what came of it
   * @param sayings what each record says about it, and how that was compared
   * @param elsewhere ecosystems whose records name it, where none of its own does
   * @param finding set when it is affected
   */
  public record Answer(
      Component component,
      Outcome outcome,
      List<Saying> sayings,
      List<String> elsewhere,
      Optional<Finding.AboutPackage> finding) {
    /** Copies the lists. */
    public Answer {
      sayings = List.copyOf(sayings);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * What one statement of a record says about a package.
   *
   * @param source the record
   * @param ecosystem in which it was looked up
   * @param name by which it was looked up: of the package or of its source
   * @param version that was compared
   * @param scheme how versions are ordered; empty for an unknown one
   * @param verdict what it says about this version
   * @param fixState what it says about a fix
   * @param severity in its words
   * @param steps each comparison that was made, in order
   */
  public record Saying(
      Finding.Source source,
      String ecosystem,
      String name,
      String version,
      String scheme,
      Verdict verdict,
      FixState fixState,
      Severity severity,
      List<Step> steps) {
    /** Copies the list. */
    public Saying {
      steps = List.copyOf(steps);
    }
  }

  /** What a statement says about a version. */
  public enum Verdict {
    AFFECTED,
    SAFE,
    SILENT,
    UNDECIDED,
    /** It holds only beside other software, which is not here. */
    UNMET,
    /** It is about another module stream. */
    OTHER_STREAM;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One comparison of the installed version.
   *
   * @param boundary what it was compared with
   * @param version the boundary's version
   * @param order less than zero when the installed version is lower; empty when they cannot be
   *     ordered
   */
  public record Step(Boundary boundary, String version, OptionalInt order) {}

  /** What a version was compared with. */
  public enum Boundary {
    INTRODUCED,
    FIXED,
    LAST_AFFECTED,
    LIMIT,
    /** One of the versions that are affected one by one. */
    LISTED,
    /** None: every version from the beginning, or to the end. */
    OPEN;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A package that a record names. */
  public record Named(String ecosystem, String name) {}
}
