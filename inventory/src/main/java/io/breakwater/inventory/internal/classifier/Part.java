package io.breakwater.inventory.internal.classifier;

import java.util.Locale;

/** A part of a {@link Pattern}. */
sealed interface Part {
  /** The most digits of a number, and the most characters of a word. */
  int MOST_DIGITS = 10;

  int MOST_WORD = 64;

  /**
   * Takes what is its own.
   *
   * @param version receives what belongs to the version
   * @return where the next part starts; negative when this one is not there
   */
  int take(byte[] bytes, int length, int at, StringBuilder version);

  /** Whether a match may start with it behind a byte; negative at the beginning. */
  default boolean mayFollow(int before) {
    return true;
  }

  /** The part of a name in braces. */
  static Part of(String name) {
    for (Plain plain : Plain.values()) {
      if (plain.name().toLowerCase(Locale.ROOT).equals(name)) return plain;
    }
    if (name.equals("0")) return Plain.ZEROS;
    if (!name.startsWith("v")) throw new IllegalArgumentException("no such part: {" + name + "}");
    if (name.length() == 1) return new Version(2, 5);
    int dash = name.indexOf('-');
    int least = Integer.parseInt(name.substring(1, dash < 0 ? name.length() : dash));
    return new Version(least, dash < 0 ? least : Integer.parseInt(name.substring(dash + 1)));
  }

  /**
   * These bytes.
   *
   * @param text as ISO-8859-1
   * @param counted where in it the version starts
   */
  record Text(String text, int counted) implements Part {
    boolean isAt(byte[] bytes, int length, int at) {
      if (text.length() > length - at) return false;
      for (int i = 0; i < text.length(); i++) {
        if ((bytes[at + i] & 0xff) != text.charAt(i)) return false;
      }
      return true;
    }

    @Override
    public int take(byte[] bytes, int length, int at, StringBuilder version) {
      if (!isAt(bytes, length, at)) return -1;
      version.append(text, counted, text.length());
      return at + text.length();
    }
  }

  /** Numbers with dots between. */
  record Version(int least, int most) implements Part {
    @Override
    public boolean mayFollow(int before) {
      return !Chars.isDigit(before) && before != '.';
    }

    @Override
    public int take(byte[] bytes, int length, int start, StringBuilder version) {
      int at = digits(bytes, length, start);
      if (at < 0) return -1;
      int count = 1;
      while (count < most && at + 1 < length && bytes[at] == '.') {
        if (!Chars.isDigit(bytes[at + 1])) break;
        at = digits(bytes, length, at + 1);
        if (at < 0) return -1;
        count++;
      }
      if (count < least) return -1;
      append(bytes, start, at, version);
      return at;
    }
  }

  /** Parts without anything to set. */
  enum Plain implements Part {
    PACKED {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        int end = digits(bytes, length, at);
        if (end - at < 5 || end - at > 7) return -1;
        int number = 0;
        for (int i = at; i < end; i++) number = 10 * number + bytes[i] - '0';
        version.append(number / 10_000).append('.').append(number / 100 % 100);
        version.append('.').append(number % 100);
        return end;
      }

      @Override
      public boolean mayFollow(int before) {
        return !Chars.isDigit(before) && before != '.';
      }
    },
    /** The third number is the patch and, in its last two digits, the year. */
    DOTNET {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        var whole = new StringBuilder();
        int end = new Version(4, 4).take(bytes, length, at, whole);
        if (end < 0) return -1;
        int third = whole.indexOf(".", whole.indexOf(".") + 1) + 1;
        int patch = whole.lastIndexOf(".") - 2;
        if (patch <= third) return -1;
        version.append(whole, 0, patch);
        return end;
      }
    },
    PRE {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        int at = start;
        if (at < length && (bytes[at] == '-' || bytes[at] == '.' || bytes[at] == '~')) at++;
        int word = at;
        while (at < length && Chars.isLetter(bytes[at]) && at - word < 8) at++;
        String name = text(bytes, word, at).toLowerCase(Locale.ROOT);
        boolean known =
            switch (name) {
              case "a", "alpha", "b", "beta", "rc", "c", "pre", "dev", "preview", "m" -> true;
              default -> false;
            };
        if (!known) return start;
        if (at < length && (bytes[at] == '.' || bytes[at] == '-')) {
          if (at + 1 < length && Chars.isDigit(bytes[at + 1])) at++;
        }
        while (at < length && Chars.isDigit(bytes[at]) && at - word < 20) at++;
        append(bytes, start, at, version);
        return at;
      }
    },
    PATCH {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        int at = start;
        if (at < length && bytes[at] == '-') at++;
        if (at >= length || (bytes[at] != 'p' && bytes[at] != 'P')) return start;
        int end = digits(bytes, length, at + 1);
        if (end < 0) return start;
        append(bytes, start, end, version);
        return end;
      }
    },
    REV {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        if (start >= length || bytes[start] != '-') return start;
        int end = digits(bytes, length, start + 1);
        if (end < 0 || (end < length && Chars.isAlphanumeric(bytes[end]))) return start;
        append(bytes, start, end, version);
        return end;
      }
    },
    LETTER {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        if (start >= length || !Chars.isLower(bytes[start])) return start;
        if (start + 1 < length && Chars.isAlphanumeric(bytes[start + 1])) return start;
        append(bytes, start, start + 1, version);
        return start + 1;
      }
    },
    TAIL {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        int at = word(bytes, length, start);
        append(bytes, start, at, version);
        return at;
      }
    },
    NUM {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        return digits(bytes, length, at);
      }
    },
    WORD {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        return word(bytes, length, at);
      }
    },
    /** Taken by the pattern, as its end is that of the next part's beginning. */
    LINE {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        return -1;
      }
    },
    ZEROS {
      @Override
      public int take(byte[] bytes, int length, int start, StringBuilder version) {
        int at = start;
        while (at < length && bytes[at] == 0 && at - start < MOST_WORD) at++;
        return at == start ? -1 : at;
      }
    },
    END {
      @Override
      public int take(byte[] bytes, int length, int at, StringBuilder version) {
        if (at >= length) return at;
        if (Chars.isAlphanumeric(bytes[at])) return -1;
        boolean more = bytes[at] == '.' && at + 1 < length && Chars.isDigit(bytes[at + 1]);
        return more ? -1 : at;
      }
    }
  }

  /** The end of one number; negative when there is none or a longer one. */
  private static int digits(byte[] bytes, int length, int start) {
    int at = start;
    while (at < length && Chars.isDigit(bytes[at])) {
      if (++at - start > MOST_DIGITS) return -1;
    }
    return at == start ? -1 : at;
  }

  private static int word(byte[] bytes, int length, int start) {
    int at = start;
    while (at < length && Chars.isWord(bytes[at]) && at - start < MOST_WORD) at++;
    return at;
  }

  private static void append(byte[] bytes, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) out.append((char) bytes[i]);
  }

  private static String text(byte[] bytes, int from, int to) {
    var out = new StringBuilder();
    append(bytes, from, to, out);
    return out.toString();
  }
}
