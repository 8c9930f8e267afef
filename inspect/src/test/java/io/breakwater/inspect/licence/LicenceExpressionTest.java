package io.breakwater.inspect.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inspect.internal.licence.LicenceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mit | MIT",
        "GPL-2.0 | GPL-2.0-only",
        "GPL-2.0+ | GPL-2.0-or-later",
        "GPL-2.0-only+ | GPL-2.0-or-later",
        "gpl-2.0-with-classpath-exception | GPL-2.0-only WITH Classpath-exception-2.0",
        "wxWindows | LGPL-2.0-or-later WITH WxWindows-exception-3.1",
        "apache-2.0+ | Apache-2.0+",
        "MIT or (apache-2.0 and isc) | MIT OR Apache-2.0 AND ISC",
        "(MIT OR ISC) AND Zlib | (MIT OR ISC) AND Zlib",
        "((MIT)) | MIT",
        "MIT AND (ISC AND Zlib) | MIT AND ISC AND Zlib",
        "DocumentRef-a:LicenseRef-b | DocumentRef-a:LicenseRef-b",
        "GPL-3.0-only with gcc-exception-3.1 | GPL-3.0-only WITH GCC-exception-3.1",
      })
  void expressionsHaveOneCanonicalForm(String text, String canonical)
      throws InvalidLicenceException {
    assertThat(LicenceExpression.parse(text).text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0",
        "MIT AND | 7",
        "MIT ISC | 4",
        "(MIT | 4",
        "MIT) | 3",
        "MIT WITH ISC | 9",
        "NoSuchThing-1.0 | 0",
        "MIT OR LicenseRef- | 7",
        "DocumentRef-x | 0",
        "MIT AND OR ISC | 8",
      })
  void errorsTellTheirPlace(String text, int position) {
    assertThatThrownBy(() -> LicenceExpression.parse(text))
        .isInstanceOfSatisfying(
            InvalidLicenceException.class, e -> assertThat(e.position()).isEqualTo(position));
  }

  @Test
  void hostileExpressionsAreRefused() {
    assertThatThrownBy(() -> LicenceExpression.parse("(".repeat(3_000)))
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> LicenceExpression.parse("MIT ".repeat(3_000)))
        .hasMessageContaining("too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MIT AND MIT | MIT",
        "MIT OR MIT AND ISC | MIT",
        "MIT AND (MIT OR ISC) | MIT",
        "MIT OR ISC OR MIT | MIT OR ISC",
        "MIT OR ((ISC OR MIT) AND (ISC OR MIT)) | MIT OR ISC",
      })
  void whatIsNeedlessGoes(String text, String simple) throws InvalidLicenceException {
    assertThat(LicenceExpression.parse(text).simplified().text()).isEqualTo(simple);
  }

  @Test
  void everyIdOfTheListIsRead() throws InvalidLicenceException {
    for (LicenceList.Entry entry : LicenceList.all()) {
      LicenceExpression read = LicenceExpression.parse(entry.id());
      assertThat(LicenceExpression.parse(read.text())).isEqualTo(read);
      if (!entry.deprecated()) assertThat(read.text()).isEqualTo(entry.id());
    }
  }

  @Test
  void whatIsPrintedReadsBackAsTheSame() throws InvalidLicenceException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      LicenceExpression any = any(random, 4);
      assertThat(LicenceExpression.parse(any.text())).as("seed %d", seed).isEqualTo(any);
      LicenceExpression simple = any.simplified();
      assertThat(simple.simplified()).as("seed %d", seed).isEqualTo(simple);
      assertThat(LicenceExpression.parse(simple.text())).as("seed %d", seed).isEqualTo(simple);
    }
  }

  private static LicenceExpression any(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 6);
    return switch (kind) {
      case 0 -> new LicenceExpression.Licence("Apache-2.0", random.nextBoolean());
      case 1 -> new LicenceExpression.Licence("MIT", false);
      case 2 -> new LicenceExpression.Reference(random.nextBoolean() ? "" : "d.1", "a-B.3");
      case 3 ->
          new LicenceExpression.With(
              new LicenceExpression.Licence("GPL-2.0-or-later", false), "Classpath-exception-2.0");
      default -> {
        List<LicenceExpression> parts = new ArrayList<>();
        for (int n = 2 + random.nextInt(3); n > 0; n--) parts.add(any(random, depth - 1));
        yield kind == 4 ? new LicenceExpression.And(parts) : new LicenceExpression.Or(parts);
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MIT | PERMISSIVE",
        "GPL-2.0-only OR MIT | PERMISSIVE",
        "GPL-2.0-only AND MIT | STRONG",
        "GPL-2.0-only WITH Classpath-exception-2.0 | WEAK",
        "AGPL-3.0-only AND GPL-2.0-only | NETWORK",
        "BUSL-1.1 | PROPRIETARY",
        "LicenseRef-x | UNKNOWN",
        "LicenseRef-x AND MIT | UNKNOWN",
        "LicenseRef-x OR GPL-3.0-only | STRONG",
        "LicenseRef-x AND GPL-3.0-only | STRONG",
        "LicenseRef-public-domain | PERMISSIVE",
      })
  void theBestOfAChoiceAndTheWorstOfAllCounts(String text, LicenceClass family)
      throws InvalidLicenceException {
    assertThat(LicenceClass.of(LicenceExpression.parse(text))).isEqualTo(family);
  }

  @Test
  void dutiesFollowTheChoice() throws InvalidLicenceException {
    assertThat(Obligation.of(LicenceExpression.parse("0BSD"))).isEmpty();
    assertThat(Obligation.of(LicenceExpression.parse("AGPL-3.0-only OR MIT")))
        .containsExactly(Obligation.NOTICE);
    assertThat(Obligation.of(LicenceExpression.parse("AGPL-3.0-only AND MIT")))
        .contains(Obligation.SOURCE_TO_USERS, Obligation.SOURCE_OF_WORK);
    assertThat(Obligation.of(LicenceExpression.parse("GPL-2.0 WITH Classpath-exception-2.0")))
        .contains(Obligation.SOURCE_OF_FILES)
        .doesNotContain(Obligation.SOURCE_OF_WORK);
  }
}
