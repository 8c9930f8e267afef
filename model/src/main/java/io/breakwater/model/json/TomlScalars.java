package io.breakwater.model.json;

/** The values of TOML that are written without quotes. */
final class TomlScalars {
  private static final Json.Nil NONE = new Json.Nil();

  private TomlScalars() {}

  /** The value of a word; null of JSON, which TOML has not, when it is none. */
  static Json of(String word) {
    return switch (word) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      case "inf", "+inf", "-inf", "nan", "+nan", "-nan" -> new Json.Str(word);
      default -> {
        if (isDateOrTime(word)) yield new Json.Str(word);
        yield word.length() > 2 && word.charAt(0) == '0' && "xob".indexOf(word.charAt(1)) >= 0
            ? withRadix(word)
            : decimal(word);
      }
    };
  }

  private static Json withRadix(String word) {
    int radix = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
    if (digits(word, 2, radix) != word.length()) return NONE;
    return integer(word.substring(2).replace("_", ""), radix);
  }

  private static Json integer(String digits, int radix) {
    try {
      return new Json.Num(Long.toString(Long.parseLong(digits, radix)));
    } catch (NumberFormatException tooLarge) {
      return NONE;
    }
  }

  private static Json decimal(String word) {
    int start = word.charAt(0) == '+' || word.charAt(0) == '-' ? 1 : 0;
    int end = digits(word, start, 10);
    if (end < 0 || (word.charAt(start) == '0' && end > start + 1)) return NONE;
    String plain = word.substring(word.charAt(0) == '+' ? 1 : 0).replace("_", "");
    if (end == word.length()) return integer(plain, 10);
    if (word.charAt(end) == '.') {
      end = digits(word, end + 1, 10);
      if (end < 0) return NONE;
    }
    if (end < word.length()) {
      if (word.charAt(end) != 'e' && word.charAt(end) != 'E') return NONE;
      boolean signed = end + 1 < word.length() && "+-".indexOf(word.charAt(end + 1)) >= 0;
      end = digits(word, end + (signed ? 2 : 1), 10);
    }
    return end == word.length() ? new Json.Num(plain) : NONE;
  }

  /**
   * Where a run of digits ends, in which single underscores may stand between digits; -1 for none.
   */
  private static int digits(String word, int start, int radix) {
    int at = start;
    boolean digit = false;
    for (; at < word.length(); at++) {
      char c = word.charAt(at);
      if (c == '_' && digit) {
        digit = false;
      } else if (c < 0x80 && Character.digit(c, radix) >= 0) {
        digit = true;
      } else {
        break;
      }
    }
    return digit ? at : -1;
  }

  /** Whether a date, and nothing more, stands there. */
  static boolean isDate(String text, int start, int end) {
    if (end - start != 10 || text.charAt(start + 4) != '-' || text.charAt(start + 7) != '-') {
      return false;
    }
    int year = number(text, start, 4);
    int month = number(text, start + 5, 2);
    int day = number(text, start + 8, 2);
    return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isDateOrTime(String word) {
    int length = word.length();
    if (length < 5) return false;
    if (word.charAt(2) == ':') return timeEnd(word, 0) == length;
    if (length < 10 || !isDate(word, 0, 10)) return false;
    if (length == 10) return true;
    if ("Tt ".indexOf(word.charAt(10)) < 0) return false;
    int end = timeEnd(word, 11);
    return end == length || (end > 0 && isOffset(word, end));
  }

  private static int timeEnd(String word, int start) {
    if (!isBelow(number(word, start, 2), 24) || !isColon(word, start + 2)) return -1;
    if (!isBelow(number(word, start + 3, 2), 60)) return -1;
    int end = start + 5;
    if (!isColon(word, end)) return end;
    if (!isBelow(number(word, end + 1, 2), 61)) return -1;
    end += 3;
    if (end < word.length() && word.charAt(end) == '.') {
      int fraction = end + 1;
      for (end = fraction; end < word.length() && isDigit(word.charAt(end)); ) end++;
      if (end == fraction) return -1;
    }
    return end;
  }

  private static boolean isOffset(String word, int at) {
    char c = word.charAt(at);
    if (c == 'Z' || c == 'z') return at + 1 == word.length();
    return (c == '+' || c == '-')
        && at + 6 == word.length()
        && isBelow(number(word, at + 1, 2), 24)
        && isColon(word, at + 3)
        && isBelow(number(word, at + 4, 2), 60);
  }

  private static boolean isColon(String word, int at) {
    return at < word.length() && word.charAt(at) == ':';
  }

  private static boolean isBelow(int number, int bound) {
    return number >= 0 && number < bound;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number of so many digits; -1 when others stand there. */
  private static int number(String word, int start, int digits) {
    if (start + digits > word.length()) return -1;
    int value = 0;
    for (int i = start; i < start + digits; i++) {
      if (!isDigit(word.charAt(i))) return -1;
      value = value * 10 + word.charAt(i) - '0';
    }
    return value;
  }
}
