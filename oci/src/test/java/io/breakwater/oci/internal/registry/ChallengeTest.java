package io.breakwater.oci.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static List<Challenge> parse(String... fields) {
    return Challenge.parse(List.of(fields));
  }

  @Test
  void aBearerChallengeHasItsParameters() {
    assertThat(
            parse(
                "Bearer realm=\"https://auth.example/token\",service=\"registry.example\","
                    + "scope=\"repository:a/b:pull,push\""))
        .containsExactly(
            new Challenge(
                "bearer",
                Map.of(
                    "realm", "https://auth.example/token",
                    "service", "registry.example",
                    "scope", "repository:a/b:pull,push")));
  }

  @Test
  void severalChallengesMayShareAField() {
    assertThat(parse("Basic realm=\"a, b\", Bearer realm=x , service = \"y\", Negotiate"))
        .containsExactly(
            new Challenge("basic", Map.of("realm", "a, b")),
            new Challenge("bearer", Map.of("realm", "x", "service", "y")),
            new Challenge("negotiate", Map.of()));
  }

  @Test
  void aTokenOfOneWordIsNoParameter() {
    assertThat(parse("Negotiate YII/abc+def==, Basic realm=r"))
        .containsExactly(
            new Challenge("negotiate", Map.of()), new Challenge("basic", Map.of("realm", "r")));
  }

  @Test
  void quotesAreUndoneAndNamesAreLowerCase() {
    assertThat(parse("BASIC Realm=\"say \\\"hi\\\" \\\\\""))
        .containsExactly(new Challenge("basic", Map.of("realm", "say \"hi\" \\")));
  }

  @Test
  void emptyListElementsAreSkipped() {
    assertThat(parse(", ,Basic realm=\"r\",, ,charset=UTF-8,"))
        .containsExactly(new Challenge("basic", Map.of("realm", "r", "charset", "UTF-8")));
  }

  @Test
  void ofARepeatedParameterTheFirstHolds() {
    assertThat(parse("Bearer realm=\"first\",realm=\"second\"").getFirst().parameter("realm"))
        .isEqualTo("first");
  }

  @Test
  void whatIsMalformedEndsTheField() {
    assertThat(parse("Bearer realm=\"never closed, service=x")).hasSize(1);
    assertThat(parse("Bearer realm=\"never closed").getFirst().parameters()).isEmpty();
    assertThat(parse("@@@ realm=x", "Basic realm=y"))
        .containsExactly(new Challenge("basic", Map.of("realm", "y")));
  }

  @FuzzTest
  void everyTextIsReadOrLeftOut(byte[] text) {
    String field = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (Challenge challenge : parse(field)) assertThat(challenge.scheme()).isNotEmpty();
  }
}
