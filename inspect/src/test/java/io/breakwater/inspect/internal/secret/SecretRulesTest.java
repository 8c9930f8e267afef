package io.breakwater.inspect.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Confidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretRulesTest {
  private static final SecretFinder FINDER =
      new SecretFinder(SecretOptions.of(UserSecrets.NONE, false));

  static Stream<SecretRule> rules() {
    return SecretRules.own().rules().stream();
  }

  @Test
  void knowAtLeastTwoHundredKindsEachOnce() {
    assertThat(rules().map(SecretRule::id)).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    assertThat(rules().map(SecretRule::id)).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findTheirExamplesAndNotTheirCounterExamples(SecretRule rule) {
    Place place = place(rule);
    for (long seed = 1; seed <= 6; seed++) {
      for (String example : rule.facts().examples()) {
        String text = new MadeUp(seed).fill(example);
        List<Found> found = FINDER.in("x = 1\n" + text + "\ny = 2\n", place);
        assertThat(found)
            .as("seed %d of %s: %s", seed, rule.id(), text)
            .hasSizeGreaterThanOrEqualTo(1)
            .allMatch(f -> f.confidence() != Confidence.LOW);
        if (seed == 1) {
          boolean owned =
              found.stream().anyMatch(f -> f.rule().equals(rule))
                  || found.stream().noneMatch(f -> f.rule().isGeneric());
          assertThat(owned).as("%s in %s is told as %s", rule.id(), text, found).isTrue();
        }
        for (Found one : found) {
          assertThat(hasPieceOf(one.secret().substring(one.known()), one.masked(), one.before()))
              .as("%s shows %s", one.secret(), one.masked())
              .isFalse();
        }
      }
      for (String example : rule.facts().counterExamples()) {
        String text = new MadeUp(seed).fill(example);
        assertThat(FINDER.in(text + "\n", place)).as("%s: %s", rule.id(), text).isEmpty();
      }
    }
  }

  /** Whether more than four characters in a row of a secret can be read. */
  private static boolean hasPieceOf(String secret, String shown, String before) {
    String rest = shown.substring(before.length());
    for (int i = 0; i + 5 <= secret.length(); i++) {
      if (rest.contains(secret.substring(i, i + 5))) return true;
    }
    return false;
  }

  private static Place place(SecretRule rule) {
    List<String> files = rule.facts().files();
    return Place.of(files.isEmpty() ? "app/settings" : "app/" + files.getFirst());
  }
}
