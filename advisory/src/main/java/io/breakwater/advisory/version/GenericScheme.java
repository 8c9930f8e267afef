package io.breakwater.advisory.version;

/**
 * An order for software of no ecosystem, such as a binary known by a pattern: numbers and words in
 * turn, whatever stands between them, any case, an optional {@code v} before. Words that announce a
 * release are older than its end ({@code 1.0-rc1 < 1.0}), all others newer ({@code 1.0 < 1.0a}),
 * and zeros before a word or the end do not count ({@code 1.20-rc1 = 1.20.0rc1}).
 */
final class GenericScheme implements VersionScheme {
  private static final String[] PRE_RELEASES = {
    "dev", "snapshot", "nightly", "alpha", "beta", "milestone", "pre", "preview", "cr", "rc"
  };
  private static final int[] PLACES = {0, 0, 0, 1, 2, 3, 4, 4, 5, 5};
  private static final int END = 6;
  private static final int WORD = 7;
  private static final int NUMBER = 8;

  private final String name;

  GenericScheme(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isValid(String version) {
    for (int i = 0; i < version.length(); i++) {
      if (Chars.isAlphanumeric(version.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compare(String a, String b) {
    var left = new Parts(require(a));
    var right = new Parts(require(b));
    while (true) {
      left.next();
      right.next();
      int order = Integer.compare(left.place, right.place);
      if (order != 0) {
        return order;
      }
      if (left.place == END) {
        return 0;
      }
      if (left.place == NUMBER) {
        order =
            Chars.compareNumbers(
                left.text, left.start, left.end, right.text, right.start, right.end);
      } else if (left.place == WORD) {
        order =
            Chars.compareIgnoringCase(
                left.text, left.start, left.end, right.text, right.start, right.end);
      }
      if (order != 0) {
        return order;
      }
    }
  }

  private String require(String version) {
    if (!isValid(version)) {
      throw new InvalidVersionException(name, version, "it has neither digits nor letters");
    }
    return version;
  }

  /** Reads the numbers and words of one version. */
  private static final class Parts {
    final String text;
    int start;
    int end;
    int place;

    /** The end of the last run of zeros that was looked at. */
    private int zerosUntil;

    Parts(String text) {
      this.text = text;
      boolean prefix =
          Chars.toLower(text.charAt(0)) == 'v' && Chars.digitAt(text, 1, text.length());
      this.end = prefix ? 1 : 0;
    }

    void next() {
      start = end;
      while (start < text.length() && !Chars.isAlphanumeric(text.charAt(start))) {
        start++;
      }
      if (start == text.length()) {
        end = start;
        place = END;
      } else if (Chars.isDigit(text.charAt(start))) {
        number();
      } else {
        end = Chars.skipLetters(text, start, text.length());
        place = wordPlace();
      }
    }

    private void number() {
      end = Chars.skipDigits(text, start, text.length());
      place = NUMBER;
      if (start < zerosUntil || Chars.skipZeros(text, start, end) < end) {
        return;
      }
      zerosUntil = end;
      while (zerosUntil < text.length()
          && (text.charAt(zerosUntil) == '0' || !Chars.isAlphanumeric(text.charAt(zerosUntil)))) {
        zerosUntil++;
      }
      if (!Chars.digitAt(text, zerosUntil, text.length())) {
        end = zerosUntil;
        next();
      }
    }

    private int wordPlace() {
      for (int i = 0; i < PRE_RELEASES.length; i++) {
        int length = PRE_RELEASES[i].length();
        if (end - start == length && text.regionMatches(true, start, PRE_RELEASES[i], 0, length)) {
          return PLACES[i];
        }
      }
      return WORD;
    }
  }
}
