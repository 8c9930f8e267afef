package io.breakwater.inspect.internal.exposure;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;
import java.util.stream.Stream;

/** Every check of this package; docs/exposure.md lists them. */
final class Checks {
  static final String CIS = "https://www.cisecurity.org/benchmark/docker";
  static final String GTFOBINS = "https://gtfobins.github.io/";

  private Checks() {}

  static List<Check> all() {
    return Stream.of(
            RightsChecks.ALL,
            ToolChecks.ALL,
            AccountChecks.ALL,
            StartChecks.ALL,
            LeftoverChecks.ALL,
            CertificateChecks.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** A check of this area. */
  static Check check(
      String id, Severity severity, Text title, Text why, Text remedy, String... references) {
    return new Check(
        id, List.of(), Check.Area.EXPOSURE, severity, title, why, remedy, List.of(references));
  }

  static Text text(String english, String chinese) {
    return new Text(english, chinese);
  }
}
