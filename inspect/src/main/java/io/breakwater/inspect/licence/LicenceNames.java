package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.licence.KnownNames;
import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads licences as people write them: SPDX expressions, names, short names of distributions,
 * classifiers, addresses, and several of them joined by "and", "or", commas and slashes.
 */
public final class LicenceNames {
  private static final int LONGEST_REFERENCE = 60;

  private LicenceNames() {}

  /** What several statements about one component say together. */
  public static Optional<NormalisedLicence> normalise(List<String> statements) {
    var parts = new ArrayList<LicenceExpression>(statements.size());
    How how = How.SPDX;
    for (String statement : statements) {
      if (statement.isBlank()) continue;
      NormalisedLicence one = normalise(statement);
      parts.add(one.expression());
      how = NormalisedLicence.lessSure(how, one.how());
    }
    if (parts.isEmpty()) return Optional.empty();
    return Optional.of(new NormalisedLicence(LicenceExpression.all(parts).simplified(), how));
  }

  /** What a statement says; never fails: words of nobody become a reference. */
  public static NormalisedLicence normalise(String statement) {
    String words = statement.strip();
    if (words.length() > LicenceExpression.LONGEST) return unknown(words);
    try {
      LicenceExpression exact = LicenceExpression.parse(words);
      boolean references = exact.leaves().stream().anyMatch(LicenceNames::isUnknown);
      if (!references) return new NormalisedLicence(exact.simplified(), How.SPDX);
    } catch (InvalidLicenceException _) {
      // so it is written in other words
    }
    Optional<NormalisedLicence> whole = KnownNames.find(words);
    if (whole.isPresent()) return whole.get();
    return new LooseParser(words).parse().orElseGet(() -> unknown(words));
  }

  /** A reference whose words may be known by another name. */
  private static boolean isUnknown(LicenceExpression leaf) {
    return leaf instanceof LicenceExpression.Reference
        && LicenceClass.of(leaf) == LicenceClass.UNKNOWN;
  }

  /** One name, without operators. */
  static NormalisedLicence single(String words) {
    Optional<NormalisedLicence> known = KnownNames.find(words);
    if (known.isPresent()) return known.get();
    try {
      return new NormalisedLicence(LicenceExpression.parse(words), How.SPDX);
    } catch (InvalidLicenceException _) {
      return KnownNames.nearly(words).orElseGet(() -> unknown(words));
    }
  }

  private static NormalisedLicence unknown(String words) {
    var name = new StringBuilder();
    for (int i = 0; i < words.length() && name.length() < LONGEST_REFERENCE; i++) {
      char c = words.charAt(i);
      boolean part = ExpressionParser.isNamePart(c);
      if (part) name.append(c);
      else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') name.append('-');
    }
    while (!name.isEmpty() && name.charAt(name.length() - 1) == '-')
      name.setLength(name.length() - 1);
    String prefix = "LicenseRef-";
    String given = name.toString();
    if (given.regionMatches(true, 0, prefix, 0, prefix.length())) {
      given = given.substring(prefix.length());
    }
    return new NormalisedLicence(
        new LicenceExpression.Reference("", given.isEmpty() ? "unknown" : given), How.UNKNOWN);
  }
}
