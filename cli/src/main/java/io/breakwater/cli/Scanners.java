package io.breakwater.cli;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.InspectionOptions;
import io.breakwater.model.Check;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan looks for.
 *
 * @param vulnerabilities holes in packages
 * @param areas what inspections find
 */
record Scanners(boolean vulnerabilities, Set<Check.Area> areas) {
  private static final String WORDS = "vuln, secret, config, exposure, malware, licence";

  /** All of it, unless the user names some. */
  static Scanners of(Arguments arguments) {
    if (arguments.value(Opt.SCANNERS).isEmpty()) {
      return new Scanners(true, EnumSet.allOf(Check.Area.class));
    }
    boolean vulnerabilities = false;
    var areas = EnumSet.noneOf(Check.Area.class);
    for (String list : arguments.values(Opt.SCANNERS)) {
      for (String word : list.split(",", -1)) {
        switch (word.strip().toLowerCase(Locale.ROOT)) {
          case "vuln", "vulnerability" -> vulnerabilities = true;
          case "secret" -> areas.add(Check.Area.SECRET);
          case "config", "misconfig", "misconfiguration" -> areas.add(Check.Area.MISCONFIGURATION);
          case "exposure" -> areas.add(Check.Area.EXPOSURE);
          case "malware" -> areas.add(Check.Area.MALWARE);
          case "licence", "license" -> areas.add(Check.Area.LICENCE);
          default -> throw arguments.bad(Opt.SCANNERS, word, Msg.ONE_OF, WORDS);
        }
      }
    }
    return new Scanners(vulnerabilities, areas);
  }

  /** Who inspects, where anything beside holes is looked for. */
  Optional<Inspection> inspection(InspectionOptions options) {
    return areas.isEmpty() ? Optional.empty() : Optional.of(new Inspection(areas, options));
  }
}
