package io.breakwater.model.json;

/**
 * What a word without quotes means, by the rules of the readers of Kubernetes and Compose: those of
 * YAML 1.1 where they differ from 1.2, so that {@code yes} is true and {@code 010} is eight.
 */
final class YamlScalar {
  private static final Json NIL = new Json.Nil();
  private static final double EXACT = 1e15;

  private YamlScalar() {}

  static Json resolve(String word) {
    if (word.length() > 40) return new Json.Str(word);
    return switch (word) {
      case "", "~", "null", "Null", "NULL" -> NIL;
      case "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" ->
          new Json.Bool(true);
      case "false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF" ->
          new Json.Bool(false);
      default -> looksLikeNumber(word) ? number(word) : new Json.Str(word);
    };
  }

  private static boolean looksLikeNumber(String word) {
    int at = word.charAt(0) == '-' || word.charAt(0) == '+' ? 1 : 0;
    if (at < word.length() && word.charAt(at) == '.') at++;
    return at < word.length() && digit(word.charAt(at));
  }

  private static Json number(String written) {
    String word = written.indexOf('_') < 0 ? written : written.replace("_", "");
    boolean negative = word.charAt(0) == '-';
    String digits = negative || word.charAt(0) == '+' ? word.substring(1) : word;
    int radix = radix(digits);
    try {
      if (radix != 10) {
        int skip = digits.length() > 1 && digit(digits.charAt(1)) ? 1 : 2;
        String rest = digits.substring(skip);
        if (rest.startsWith("-") || rest.startsWith("+")) return new Json.Str(written);
        long value = Long.parseLong(rest, radix);
        return new Json.Num(Long.toString(negative ? -value : value));
      }
      if (digits.chars().allMatch(c -> digit((char) c))) {
        String plain = withoutZeros(digits);
        return new Json.Num(negative && !plain.equals("0") ? "-" + plain : plain);
      }
      if (!digits.chars().allMatch(c -> digit((char) c) || ".eE+-".indexOf(c) >= 0)) {
        return new Json.Str(written);
      }
      double value = Double.parseDouble(word);
      boolean whole = Math.abs(value) < EXACT && value == Math.rint(value);
      return new Json.Num(whole ? Long.toString((long) value) : word);
    } catch (NumberFormatException text) {
      return new Json.Str(written);
    }
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') return 10;
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      default -> digits.chars().allMatch(c -> c >= '0' && c <= '7') ? 8 : 10;
    };
  }

  private static String withoutZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') at++;
    return digits.substring(at);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
