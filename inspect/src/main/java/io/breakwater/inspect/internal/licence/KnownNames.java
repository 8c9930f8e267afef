package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.licence.InvalidLicenceException;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.NormalisedLicence;
import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names and addresses of licences, as people write them. Read when first asked for. */
public final class KnownNames {
  /** Words behind a classifier's last {@code ::} and before a name. */
  private static final String CLASSIFIER = "::";

  /** What distributions write before names that are not SPDX's. */
  private static final List<String> PREFIXES =
      List.of("LicenseRef-Callaway-", "LicenseRef-Fedora-", "LicenseRef-", "custom:");

  private KnownNames() {}

  /** The licence that a name, an id or an address means. */
  public static Optional<NormalisedLicence> find(String words) {
    String name = words;
    int classifier = name.lastIndexOf(CLASSIFIER);
    if (classifier >= 0) name = name.substring(classifier + CLASSIFIER.length());
    NormalisedLicence known = Data.NAMES.get(Fold.name(name));
    if (known != null) return Optional.of(known);
    for (String prefix : PREFIXES) {
      if (!name.regionMatches(true, 0, prefix, 0, prefix.length())) continue;
      NormalisedLicence named = Data.NAMES.get(Fold.name(name.substring(prefix.length())));
      if (named != null) return Optional.of(new NormalisedLicence(named.expression(), How.GUESS));
    }
    if (name.indexOf('/') < 0) return inBrackets(name);
    LicenceExpression published = Data.ADDRESSES.get(Fold.address(name));
    return published == null
        ? inBrackets(name)
        : Optional.of(new NormalisedLicence(published, How.NAME));
  }

  /** "Mozilla Public License 2.0 (MPL 2.0)": both say the same, or one is not known. */
  private static Optional<NormalisedLicence> inBrackets(String name) {
    int open = name.indexOf('(');
    int close = name.length() - 1;
    if (open <= 0 || name.charAt(close) != ')' || name.indexOf('(', open + 1) >= 0) {
      return Optional.empty();
    }
    NormalisedLicence inner = Data.NAMES.get(Fold.name(name.substring(open + 1, close)));
    NormalisedLicence outer = Data.NAMES.get(Fold.name(name.substring(0, open)));
    if (outer == null) return Optional.ofNullable(inner);
    if (inner == null || outer.how() != How.GUESS) return Optional.of(outer);
    return Optional.of(inner);
  }

  /** The licence that the first words of a name mean, such as {@code BSD-3-clause-Smith}. */
  public static Optional<NormalisedLicence> nearly(String words) {
    String name = words;
    for (int tries = 0; tries < 8; tries++) {
      int end = lastBreak(name);
      if (end < 2) return Optional.empty();
      name = name.substring(0, end);
      Optional<NormalisedLicence> known = find(name);
      if (known.isPresent()) {
        return Optional.of(new NormalisedLicence(known.get().expression(), How.GUESS));
      }
    }
    return Optional.empty();
  }

  private static int lastBreak(String name) {
    for (int i = name.length() - 1; i > 0; i--) {
      if (" -_:~".indexOf(name.charAt(i)) >= 0) return i;
    }
    return -1;
  }

  private static final class Data {
    static final Map<String, NormalisedLicence> NAMES = new HashMap<>(4_000);
    static final Map<String, LicenceExpression> ADDRESSES = new HashMap<>(2_000);

    static {
      aliases();
      for (boolean deprecated : new boolean[] {false, true}) {
        for (LicenceList.Entry entry : LicenceList.all()) {
          if (entry.deprecated() != deprecated) continue;
          LicenceExpression expression =
              LicenceList.expression(entry.id()).orElseThrow(IllegalStateException::new);
          name(entry.id(), expression, How.NAME);
          for (String address : entry.addresses()) {
            ADDRESSES.putIfAbsent(Fold.address(address), expression);
          }
          ADDRESSES.putIfAbsent("spdx.org/licenses/" + lower(entry.id()), expression);
          ADDRESSES.putIfAbsent("opensource.org/licenses/" + lower(entry.id()), expression);
          ADDRESSES.putIfAbsent("opensource.org/license/" + lower(entry.id()), expression);
        }
      }
      for (LicenceList.Entry entry : LicenceList.all()) {
        LicenceList.expression(entry.id()).ifPresent(e -> name(entry.name(), e, How.NAME));
      }
      addresses();
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }

    private static void name(String name, LicenceExpression expression, How how) {
      NAMES.putIfAbsent(Fold.name(name), new NormalisedLicence(expression, how));
    }

    private static void aliases() {
      for (String line : lines("aliases.tsv")) {
        String[] cells = line.split("\t", -1);
        boolean guess = cells[0].startsWith("?");
        LicenceExpression expression = parsed(guess ? cells[0].substring(1) : cells[0]);
        for (String name : cells[1].split(";", -1)) {
          name(name.strip(), expression, guess ? How.GUESS : How.NAME);
        }
      }
    }

    private static void addresses() {
      for (String line : lines("addresses.tsv")) {
        String[] cells = line.split("\t", -1);
        LicenceExpression expression = parsed(cells[0]);
        for (String address : cells[1].split(" ", -1)) {
          ADDRESSES.put(Fold.address(address), expression);
        }
      }
    }

    private static List<String> lines(String resource) {
      InputStream in = LicenceExpression.class.getResourceAsStream(resource);
      try (var lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        return lines.lines().filter(line -> !line.startsWith("#")).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static LicenceExpression parsed(String text) {
      try {
        return LicenceExpression.parse(text);
      } catch (InvalidLicenceException wrong) {
        throw new IllegalStateException("a table of licences is wrong: " + text, wrong);
      }
    }
  }
}
