package io.breakwater.cli;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.InspectionOptions;
import io.breakwater.inspect.Signatures;
import io.breakwater.inspect.licence.LicencePolicy;
import io.breakwater.model.Check;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan looks for.
 *
 * @param vulnerabilities holes in packages
 * @param areas what inspections find
 * @param options what the user adds to inspections
 */
record Scanners(boolean vulnerabilities, Set<Check.Area> areas, InspectionOptions options) {
  private static final String WORDS = "vuln, secret, config, exposure, malware, licence";

  /** Holes alone. */
  static final Scanners HOLES = new Scanners(true, Set.of(), InspectionOptions.NONE);

  /** All of it, unless the user names some; with the user's own policies and signatures. */
  static Scanners of(Arguments arguments, Terminal terminal) throws IOException {
    Scanners named = named(arguments);
    InspectionOptions options = SecretConfigs.options(arguments, terminal, Optional.empty());
    Optional<LicencePolicy> licences = LicencesCommand.policy(arguments);
    if (licences.isPresent()) options = options.with(licences.get());
    if (named.areas().contains(Check.Area.MALWARE)) {
      Signatures signatures = OwnSignatures.of(arguments, terminal);
      options = options.with(signatures);
    }
    return new Scanners(named.vulnerabilities(), named.areas(), options);
  }

  private static Scanners named(Arguments arguments) {
    InspectionOptions options = InspectionOptions.NONE;
    if (arguments.value(Opt.SCANNERS).isEmpty()) {
      return new Scanners(true, EnumSet.allOf(Check.Area.class), options);
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
    return new Scanners(vulnerabilities, areas, options);
  }

  /** Who inspects, where anything beside holes is looked for. */
  Optional<Inspection> inspection() {
    return areas.isEmpty() ? Optional.empty() : Optional.of(new Inspection(areas, options));
  }
}
