package io.breakwater.inspect.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MIT                             | MIT                           | SPDX",
        "MIT License                     | MIT                           | NAME",
        "The MIT License (MIT)           | MIT                           | NAME",
        "Expat                           | MIT                           | NAME",
        "Apache 2                        | Apache-2.0                    | NAME",
        "Apache License, Version 2.0     | Apache-2.0                    | NAME",
        "The Apache Software License, Version 2.0 | Apache-2.0           | NAME",
        "GPLv3+                          | GPL-3.0-or-later              | NAME",
        "GPL-2+                          | GPL-2.0-or-later              | NAME",
        "GNU General Public License v2 or later (GPLv2+) | GPL-2.0-or-later | NAME",
        "BSD                             | BSD-3-Clause                  | GUESS",
        "New BSD License                 | BSD-3-Clause                  | NAME",
        "BSD-3-clause-Smith              | BSD-3-Clause                  | GUESS",
        "Perl                            | Artistic-1.0-Perl OR GPL-1.0-or-later | NAME",
        "License :: OSI Approved :: ISC License (ISCL) | ISC             | NAME",
        "GPLv2+ and LGPLv2+ and MIT | GPL-2.0-or-later AND LGPL-2.0-or-later AND MIT | NAME",
        "(GPL+ or Artistic) and BSD      | (GPL-1.0-or-later OR Artistic-1.0-Perl) AND BSD-3-Clause"
            + " | GUESS",
        "MIT/Apache-2.0                  | MIT OR Apache-2.0             | NAME",
        "MIT, ISC                        | MIT AND ISC                   | NAME",
        "GPL (>= 2)                      | GPL-2.0-or-later              | NAME",
        "MIT + file LICENSE              | MIT                           | NAME",
        "https://opensource.org/licenses/MIT | MIT                       | NAME",
        "http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0     | NAME",
        "https://www.gnu.org/licenses/gpl-3.0.en.html | GPL-3.0-only     | NAME",
        "http://creativecommons.org/publicdomain/zero/1.0/ | CC0-1.0     | NAME",
        "Public Domain                   | LicenseRef-public-domain      | NAME",
        "UNLICENSED                      | LicenseRef-proprietary        | NAME",
        "Ask Bob                         | LicenseRef-Ask-Bob            | UNKNOWN",
        "!!!                             | LicenseRef-unknown            | UNKNOWN",
      })
  void namesAreUnderstood(String words, String expression, How how) {
    NormalisedLicence found = LicenceNames.normalise(words);
    assertThat(found.expression().text()).isEqualTo(expression);
    assertThat(found.how()).isEqualTo(how);
  }

  @Test
  void severalStatementsHoldTogether() {
    assertThat(LicenceNames.normalise(List.of("GPL-2+", "MIT OR ISC", "Expat")))
        .hasValueSatisfying(
            found ->
                assertThat(found.expression().text())
                    .isEqualTo(
                        "GPL-2.0-or-later AND (MIT OR ISC) AND MIT"
                            .replace(" AND (MIT OR ISC) AND MIT", " AND MIT")));
    assertThat(LicenceNames.normalise(List.of(" "))).isEmpty();
  }
}
