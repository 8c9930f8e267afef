package io.breakwater.inventory.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.breakwater.inventory.internal.classifier.Pattern.Match;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
  private static String version(String source, String text) {
    Pattern pattern = Pattern.of(source);
    byte[] bytes = Escapes.bytes(text);
    String anchor = pattern.anchor();
    var whole = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (int at = whole.indexOf(anchor); at >= 0; at = whole.indexOf(anchor, at + 1)) {
      Match match = pattern.match(bytes, bytes.length, at);
      if (match != null) return match.version();
    }
    return "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name {v}          | name 1.2.3           | 1.2.3
          name {v}          | name 1               | ''
          name {v3}         | name 1.2             | ''
          name {v1-3}       | name 15              | 15
          name {v}          | name 1.2.            | 1.2
          name {v}          | name 12345678901.2   | ''
          name {v}{pre}     | name 1.2-rc1         | 1.2-rc1
          name {v}{pre}     | name 1.2beta2 of     | 1.2beta2
          name {v}{pre}     | name 1.2-debian      | 1.2
          name {v}{patch}   | name 1.9.13p3        | 1.9.13p3
          name {v}{letter}  | name 1.1.1w 11 Sep   | 1.1.1w
          name {v}{letter}  | name 1.1.1with       | 1.1.1
          name {v}{rev}     | name 6.9-60 Q16      | 6.9-60
          name {v}{rev}     | name 6.9-6a          | 6.9
          name {v}{tail};   | name 1.2+3-x~y;      | 1.2+3-x~y
          name {v}{end}     | name 1.2a            | ''
          {v}, released 20  | x 12.3.4, released 2023 | 12.3.4
          {v}, released 20  | .12.3.4, released 2023  | ''
          a{line}z {v}      | a b c z 1.2          | 1.2
          a{line}z {v}      | a b\\0c z 1.2        | ''
          {packed}{0}after  | 20914\\0\\0after     | 2.9.14
          v{=}3.{v1}        | v3.12                | 3.12
          Version {dotnet} @ | Version 8.0.1024.46610 @ | 8.0.10
          Version {dotnet} @ | Version 8.0.24.46610 @ | ''
          """)
  void theVersionIsRead(String source, String text, String version) {
    assertThat(version(source, text)).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{x}", "{v-}", "a{line}", "\\q", "a\\"})
  void whatIsNoPatternIsRefused(String source) {
    assertThatIllegalArgumentException().isThrownBy(() -> Pattern.of(source));
  }

  @Test
  void theAnchorIsTheEndOfTheLongestText() {
    assertThat(Pattern.of("short {v} and a text that is too long to be looked for").anchor())
        .isEqualTo("at is too long to be looked for".substring(3));
  }

  @ParameterizedTest
  @CsvSource({
    "python3*,usr/bin/python3.11,true",
    "python3*,usr/bin/python2,false",
    "python3*,python3,true",
    "libpython3*.so*,lib/libpython3.11.so.1.0,true",
    "libpython3*.so*,lib/libpython3.11.a,false",
    "bin/java,opt/jdk/bin/java,true",
    "bin/java,bin/java,true",
    "bin/java,opt/jdk/sbin/java,false",
    "a*b*c,aXbYbZc,true",
    "a*b*c,aXbYbZcd,false"
  })
  void globsMatchNames(String glob, String path, boolean matches) {
    int start = path.lastIndexOf('/') + 1;
    assertThat(new FileGlob(glob).matches(path, start)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "9.2p1,9.2:p1",
    "1.1.1w,1.1.1w:*",
    "3.2.0-alpha1,3.2.0:alpha1",
    "1.2.3,1.2.3:*",
    "17.0.1+12-LTS,17.0.1\\+12-LTS:*",
    "8.0.35-27,8.0.35-27:*"
  })
  void cpeNamesTellTheUpdate(String version, String expected) {
    assertThat(CpeName.of("v:p", version)).isEqualTo("cpe:2.3:a:v:p:" + expected + ":*:*:*:*:*:*");
  }

  @Test
  void evidenceIsEscapedAndBounded() {
    byte[] bytes = Escapes.bytes("a\\0\\n\\x80\"\\\\");
    assertThat(Escapes.quoted(bytes, 0, bytes.length, 100)).isEqualTo("\"a\\0\\n\\x80\\\"\\\\\"");
    assertThat(Objects.requireNonNull(Escapes.quoted(new byte[500], 0, 500, 20))).hasSize(23);
  }
}
