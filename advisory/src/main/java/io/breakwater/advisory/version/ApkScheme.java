package io.breakwater.advisory.version;

/**
 * Alpine's {@code number{.number}{letter}{_suffix{number}}{~hash}{-rN}}, as apk-tools 3 orders it.
 *
 * <p>apk stops reading at the first thing it does not understand and calls what is left invalid,
 * older than anything. Old databases hold such texts, so this scheme reads on where the sense is
 * plain: a missing number ({@code 1..2}), a number after the letter ({@code 6.6p1}) and a revision
 * without a number ({@code 1-r}, as {@code -r0}).
 */
final class ApkScheme implements VersionScheme {

  @Override
  public String name() {
    return "apk";
  }

  @Override
  public boolean isValid(String version) {
    var tokens = new Tokens(version);
    do {
      tokens.next();
    } while (tokens.kind.compareTo(Kind.END) < 0);
    return tokens.kind == Kind.END && tokens.strict;
  }

  @Override
  public int compare(String a, String b) {
    var left = new Tokens(a);
    var right = new Tokens(b);
    while (true) {
      left.next();
      right.next();
      if (left.kind != right.kind) {
        return compareKinds(left, right);
      }
      if (left.kind == Kind.END || left.kind == Kind.INVALID) {
        return 0;
      }
      int order = left.compareValue(right);
      if (order != 0) {
        return order;
      }
    }
  }

  /** The version that goes on is the newer, unless it goes on with a sign of a pre-release. */
  private static int compareKinds(Tokens left, Tokens right) {
    if (left.isPreRelease()) {
      return -1;
    }
    return right.isPreRelease() ? 1 : right.kind.compareTo(left.kind);
  }

  /** What can stand in a version, in the order in which it can; apk's order depends on it. */
  private enum Kind {
    START,
    FIRST_NUMBER,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    HASH,
    REVISION,
    END,
    /** Not apk's: a number after the letter. */
    LETTER_NUMBER,
    /** Not apk's: a number of no digits. */
    MISSING_NUMBER,
    INVALID
  }

  /** Reads one version, token by token. */
  private static final class Tokens {
    private static final String[] SUFFIXES = {
      "alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p"
    };
    private static final int PRE_RELEASES = 4;

    private final String text;
    private int at;
    Kind kind = Kind.START;
    boolean strict = true;
    private int start;
    private int end;
    private int suffix;

    Tokens(String text) {
      this.text = text;
    }

    void next() {
      Kind before = kind;
      if (before == Kind.START) {
        number(Kind.FIRST_NUMBER);
        return;
      }
      if (at == text.length()) {
        kind = Kind.END;
        return;
      }
      boolean numbers =
          before == Kind.FIRST_NUMBER || before == Kind.NUMBER || before == Kind.MISSING_NUMBER;
      char c = text.charAt(at);
      kind = Kind.INVALID;
      if (Chars.isLower(c)) {
        if (numbers) {
          take(Kind.LETTER, at, at + 1);
        }
      } else if (Chars.isDigit(c)) {
        if (before == Kind.LETTER) {
          strict = false;
          number(Kind.LETTER_NUMBER);
        } else if (numbers || before == Kind.SUFFIX) {
          number(numbers ? Kind.NUMBER : Kind.SUFFIX_NUMBER);
        }
      } else {
        switch (c) {
          case '.' -> {
            if (numbers) {
              at++;
              number(Kind.NUMBER);
            }
          }
          case '_' -> {
            if (before.compareTo(Kind.SUFFIX_NUMBER) <= 0 || isOdd(before)) {
              suffix();
            }
          }
          case '~' -> {
            if (before.compareTo(Kind.HASH) < 0 || isOdd(before)) {
              hash();
            }
          }
          case '-' -> {
            if (before.compareTo(Kind.REVISION) < 0 || isOdd(before)) {
              revision();
            }
          }
          default -> {}
        }
      }
    }

    boolean isPreRelease() {
      return kind == Kind.SUFFIX && suffix < PRE_RELEASES;
    }

    /** Compares what two tokens of the same kind hold. */
    int compareValue(Tokens other) {
      return switch (kind) {
        case SUFFIX -> Integer.compare(suffix, other.suffix);
        case NUMBER ->
            text.charAt(start) == '0' || other.text.charAt(other.start) == '0'
                ? Chars.compareText(text, start, end, other.text, other.start, other.end)
                : compareNumber(other);
        case FIRST_NUMBER, SUFFIX_NUMBER, LETTER_NUMBER, REVISION -> compareNumber(other);
        case LETTER, HASH ->
            Chars.compareText(text, start, end, other.text, other.start, other.end);
        case START, MISSING_NUMBER, END, INVALID -> 0;
      };
    }

    private int compareNumber(Tokens other) {
      return Chars.compareNumbers(text, start, end, other.text, other.start, other.end);
    }

    private static boolean isOdd(Kind kind) {
      return kind == Kind.LETTER_NUMBER || kind == Kind.MISSING_NUMBER;
    }

    private void take(Kind taken, int from, int to) {
      kind = taken;
      start = from;
      end = to;
      at = to;
    }

    private void number(Kind wanted) {
      int to = Chars.skipDigits(text, at, text.length());
      if (to == at) {
        strict = false;
        take(Kind.MISSING_NUMBER, at, at);
      } else {
        take(wanted, at, to);
      }
    }

    private void suffix() {
      int from = at + 1;
      int to = from;
      while (to < text.length() && Chars.isLower(text.charAt(to))) {
        to++;
      }
      for (int i = 0; i < SUFFIXES.length; i++) {
        if (Chars.is(text, from, to, SUFFIXES[i])) {
          suffix = i;
          take(Kind.SUFFIX, from, to);
          return;
        }
      }
    }

    private void hash() {
      int from = at + 1;
      int to = from;
      while (to < text.length()
          && (Chars.isDigit(text.charAt(to))
              || (text.charAt(to) >= 'a' && text.charAt(to) <= 'f'))) {
        to++;
      }
      if (to > from) {
        take(Kind.HASH, from, to);
      }
    }

    private void revision() {
      int from = at + 2;
      if (!text.startsWith("-r", at)) {
        return;
      }
      int to = Chars.skipDigits(text, from, text.length());
      if (to == from) {
        strict = false;
        if (to < text.length() && text.charAt(to) != '-') {
          return;
        }
      }
      take(Kind.REVISION, from, to);
    }
  }
}
