package io.breakwater.inventory.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchorAutomatonTest {
  /** What the automaton finds when the text comes in pieces. */
  private static List<String> found(List<String> strings, byte[] text, int piece) {
    var automaton = new AnchorAutomaton(strings);
    var found = new ArrayList<String>();
    int state = AnchorAutomaton.START;
    for (int from = 0; from < text.length; from += piece) {
      int to = Math.min(text.length, from + piece);
      state = automaton.scan(text, from, to, state, (string, end) -> found.add(string + "@" + end));
    }
    return found.stream().sorted().toList();
  }

  private static List<String> naively(List<String> strings, String text) {
    var found = new ArrayList<String>();
    for (int i = 0; i < strings.size(); i++) {
      String string = strings.get(i);
      for (int at = text.indexOf(string); at >= 0; at = text.indexOf(string, at + 1)) {
        found.add(i + "@" + (at + string.length()));
      }
    }
    return found.stream().sorted().toList();
  }

  private static String made(Random random, int length, int letters) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) text.append((char) (0xfc + random.nextInt(letters)));
    return text.toString();
  }

  @Test
  void itFindsWhatALookForEachFindsWhereverTheTextIsCut() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int letters = 1 + random.nextInt(3);
      var strings = new ArrayList<String>();
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) strings.add(made(random, 1 + random.nextInt(5), letters));
      String text = made(random, random.nextInt(200), letters + 1);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      assertThat(found(strings, bytes, 1 + random.nextInt(40)))
          .as("seed %d round %d", seed, round)
          .isEqualTo(naively(strings, text));
    }
  }

  @Test
  void itStopsWhenAHitHasEnough() {
    var automaton = new AnchorAutomaton(List.of("ab", "b"));
    byte[] text = "abab".getBytes(StandardCharsets.ISO_8859_1);
    var ends = new ArrayList<Integer>();
    int state = automaton.scan(text, 0, 4, AnchorAutomaton.START, (_, end) -> !ends.add(end));
    assertThat(state).isNegative();
    assertThat(ends).containsExactly(2);
  }
}
