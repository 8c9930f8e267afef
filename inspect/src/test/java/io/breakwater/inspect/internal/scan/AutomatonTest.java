package io.breakwater.inspect.internal.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AutomatonTest {
  @Test
  void findsWordsWithinAndBehindEachOtherInEitherCase() {
    assertThat(found(List.of("he", "she", "hers", "his"), "USHERS his", 99))
        .containsExactly("he@4", "hers@6", "his@10", "she@4");
  }

  @Test
  void findsWhatALookAtEveryPlaceFindsHoweverTheBytesComeInPieces() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var words = new TreeSet<String>();
      for (int i = random.nextInt(1, 12); i > 0; i--)
        words.add(text(random, 1, 5).toLowerCase(Locale.ROOT));
      String text = text(random, 0, 200);
      var list = List.copyOf(words);
      assertThat(found(list, text, random.nextInt(1, 20)))
          .as("seed %d, round %d: %s in %s", seed, round, list, text)
          .isEqualTo(slowly(list, text));
    }
  }

  @Test
  void findsTheSameInOrderWhereLongTextsAreReadAtSeveralPlacesAtATime() {
    long seed = 7;
    var random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      byte[] bytes = text(random, 20_000, 40_000).getBytes(ISO_8859_1);
      var automaton = new Automaton(List.of("abab", "aa", "bbbabb", "abbbbbbb"));
      var whole = new ArrayList<String>();
      int end = automaton.scan(0, bytes, 0, bytes.length, (w, at) -> whole.add(w + "@" + at));
      var pieces = new ArrayList<String>();
      int state = 0;
      for (int from = 0; from < bytes.length; from += 1_000) {
        int to = Math.min(bytes.length, from + 1_000);
        state = automaton.scan(state, bytes, from, to, (w, at) -> pieces.add(w + "@" + at));
      }
      assertThat(whole).as("seed %d, round %d", seed, round).isEqualTo(pieces);
      assertThat(end).isEqualTo(state);
    }
  }

  @Test
  void refusesWordsThatAreNoBytes() {
    assertThatThrownBy(() -> new Automaton(List.of("密钥"))).hasMessageContaining("no byte");
    assertThatThrownBy(() -> new Automaton(List.of(""))).hasMessageContaining("empty");
  }

  private static String text(Random random, int least, int most) {
    var out = new StringBuilder();
    for (int i = random.nextInt(least, most + 1); i > 0; i--)
      out.append("abAB\u00ff".charAt(random.nextInt(5)));
    return out.toString().replace(least == 1 ? "\u00ff" : "", least == 1 ? "c" : "");
  }

  private static List<String> found(List<String> words, String text, int piece) {
    var automaton = new Automaton(words);
    var found = new ArrayList<String>();
    byte[] bytes = text.getBytes(ISO_8859_1);
    int state = automaton.start();
    for (int from = 0; from < bytes.length; from += piece) {
      int to = Math.min(bytes.length, from + piece);
      state =
          automaton.scan(state, bytes, from, to, (w, end) -> found.add(words.get(w) + "@" + end));
    }
    found.sort(null);
    return found;
  }

  private static List<String> slowly(List<String> words, String text) {
    var found = new ArrayList<String>();
    for (String word : words) {
      for (int i = 0; i + word.length() <= text.length(); i++) {
        if (text.regionMatches(true, i, word, 0, word.length()))
          found.add(word + "@" + (i + word.length()));
      }
    }
    found.sort(null);
    return found;
  }
}
