package io.breakwater.model;

import java.util.Collection;
import java.util.Optional;

/** What somebody meant who wrote a word that is not known. */
public final class NearestWord {
  private static final int MOST_CHANGES = 2;
  private static final int LONGEST = 40;

  private NearestWord() {}

  /**
   * The known word that is most like another; empty when none is like it.
   *
   * @param known of equally near words the first is taken
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) return Optional.empty();
    Optional<String> nearest = Optional.empty();
    int least = MOST_CHANGES + 1;
    for (String each : known) {
      int distance = distance(word, each);
      if (distance < least) {
        least = distance;
        nearest = Optional.of(each);
      }
    }
    return nearest;
  }

  /** Levenshtein's distance between two short words. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
