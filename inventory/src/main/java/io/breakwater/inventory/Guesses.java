package io.breakwater.inventory;

import io.breakwater.inventory.Merge.Present;
import io.breakwater.inventory.internal.classifier.ClassifierAnalyser;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the packages that a file tells of are told of better by somebody else. One who reads a
 * format knows; a classifier, which reads words in a binary, guesses. A guess counts for nothing
 * where a package of the distribution owns the file, and where another analyser names the same
 * software in the same file with a version; where that one has no version, the guess stays instead.
 */
final class Guesses {
  private Guesses() {}

  /** The guesses among the packages of a file. */
  static List<Present> among(List<Present> packages) {
    List<Present> guesses = List.of();
    for (Present present : packages) {
      if (!isGuess(present)) continue;
      if (guesses.isEmpty()) guesses = new ArrayList<>();
      guesses.add(present);
    }
    return guesses;
  }

  /**
   * Whether a package is not to be listed.
   *
   * @param guesses of its file: few, as each is of another classifier
   * @param packages all of its file
   * @param isOwned whether a package of the distribution owns the file
   */
  static boolean isToldBetter(
      Present present, List<Present> guesses, List<Present> packages, boolean isOwned) {
    boolean guessed = isGuess(present);
    if (isOwned) return guessed;
    if (!guessed) return !hasVersion(present) && isAmong(present, guesses);
    for (Present other : packages) {
      if (!isGuess(other) && hasVersion(other) && isSame(present, other)) return true;
    }
    return false;
  }

  private static boolean isAmong(Present present, List<Present> guesses) {
    for (Present guess : guesses) {
      if (isSame(present, guess)) return true;
    }
    return false;
  }

  private static boolean isGuess(Present present) {
    return present.facts().analyser(present.pkg()).equals(ClassifierAnalyser.NAME);
  }

  private static boolean hasVersion(Present present) {
    String version = present.facts().version(present.pkg());
    return !version.isEmpty() && !version.equals("(devel)");
  }

  private static boolean isSame(Present one, Present other) {
    return one.facts().type(one.pkg()).equals(other.facts().type(other.pkg()))
        && one.facts().name(one.pkg()).equals(other.facts().name(other.pkg()));
  }
}
