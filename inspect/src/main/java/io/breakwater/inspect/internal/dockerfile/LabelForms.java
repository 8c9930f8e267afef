package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.dockerfile.LintSettings.LabelForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

/** Forms that values of labels have. */
final class LabelForms {
  /** Licences that images name; what is not here and has no number in it is taken for a typo. */
  private static final Set<String> LICENCES =
      Set.of(
          "mit",
          "isc",
          "0bsd",
          "unlicense",
          "zlib",
          "wtfpl",
          "curl",
          "postgresql",
          "python-2.0",
          "psf-2.0",
          "ruby",
          "php-3.01",
          "vim",
          "x11",
          "ncsa",
          "openssl",
          "libpng",
          "ijg",
          "mit-0",
          "hpnd",
          "ntp",
          "jpnic",
          "unicode-dfs-2016",
          "unicode-3.0",
          "blueoak-1.0.0");

  private static final Set<String> FAMILIES =
      Set.of(
          "apache",
          "bsd",
          "gpl",
          "lgpl",
          "agpl",
          "mpl",
          "epl",
          "cddl",
          "cc",
          "cc0",
          "artistic",
          "bsl",
          "eupl",
          "osl",
          "afl",
          "ecl",
          "ofl",
          "gfdl",
          "cecill",
          "mulanpsl",
          "upl",
          "ms",
          "sspl",
          "busl",
          "elastic",
          "zpl",
          "licenseref",
          "documentref",
          "w3c",
          "sleepycat",
          "odbl",
          "pddl");

  private LabelForms() {}

  static boolean fits(LabelForm form, String value) {
    return switch (form) {
      case TEXT -> true;
      case URL -> isUrl(value);
      case EMAIL -> isEmail(value);
      case TIME -> isTime(value);
      case SPDX -> isLicence(value);
      case HASH -> isHash(value);
      case SEMVER -> isVersion(value);
    };
  }

  private static boolean isUrl(String value) {
    if (value.length() > 2000) return false;
    try {
      URI uri = new URI(value);
      return uri.getScheme() != null && uri.getHost() != null;
    } catch (URISyntaxException no) {
      return false;
    }
  }

  private static boolean isEmail(String value) {
    int at = value.indexOf('@');
    int dot = value.lastIndexOf('.');
    return at > 0
        && at == value.lastIndexOf('@')
        && dot > at + 1
        && dot < value.length() - 1
        && value.indexOf(' ') < 0;
  }

  private static boolean isTime(String value) {
    try {
      return OffsetDateTime.parse(value.replace(' ', 'T')).getYear() > 0;
    } catch (DateTimeParseException no) {
      return false;
    }
  }

  private static boolean isHash(String value) {
    boolean length =
        value.length() == 40
            || value.length() == 64
            || (value.length() >= 7 && value.length() < 13);
    return length && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static boolean isVersion(String value) {
    String core = value;
    int cut = core.indexOf('+');
    if (cut >= 0) core = core.substring(0, cut);
    cut = core.indexOf('-');
    String pre = cut < 0 ? "x" : core.substring(cut + 1);
    if (cut >= 0) core = core.substring(0, cut);
    String[] numbers = core.split("\\.", -1);
    if (numbers.length != 3 || pre.isEmpty()) return false;
    for (String number : numbers) {
      if (number.isEmpty() || (number.length() > 1 && number.charAt(0) == '0')) return false;
      if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) return false;
    }
    return true;
  }

  private static boolean isLicence(String value) {
    String flat = value.replace('(', ' ').replace(')', ' ').strip();
    boolean wantsName = true;
    for (String word : flat.split(" +", -1)) {
      if (wantsName ? !isLicenceName(word) : !Set.of("AND", "OR", "WITH").contains(word))
        return false;
      if (!wantsName && word.equals("WITH")) return isException(flat);
      wantsName = !wantsName;
    }
    return !wantsName;
  }

  private static boolean isException(String expression) {
    return expression.toLowerCase(Locale.ROOT).contains("exception");
  }

  private static boolean isLicenceName(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (LICENCES.contains(lower)) return true;
    int dash = lower.indexOf('-');
    if (dash < 0 || !FAMILIES.contains(lower.substring(0, dash))) return false;
    return lower.startsWith("licenseref")
        || lower.chars().anyMatch(Character::isDigit)
        || lower.equals("ms-pl")
        || lower.equals("ms-rl");
  }
}
