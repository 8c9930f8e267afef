package io.breakwater.advisory.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RubyGems' versions, as Gem::Version orders them: segments of digits and of letters; letters are a
 * pre-release and older than any number; a hyphen stands for {@code .pre.}; zeros before the first
 * letters and at the end do not count.
 */
final class GemScheme implements VersionScheme {

  /** How the first word of a platform begins: a processor, or the system where it stands alone. */
  private static final List<String> PLATFORMS =
      List.of(
          "x86",
          "x64",
          "i386",
          "i486",
          "i586",
          "i686",
          "amd64",
          "arm",
          "aarch64",
          "powerpc",
          "ppc",
          "s390",
          "riscv",
          "loongarch",
          "mips",
          "sparc",
          "universal",
          "java",
          "jruby",
          "dalvik",
          "mswin",
          "mingw",
          "linux",
          "darwin",
          "freebsd",
          "wasm");

  @Override
  public String name() {
    return "gem";
  }

  @Override
  public boolean isValid(String version) {
    return flaw(version, false) == null;
  }

  @Override
  public int compare(String a, String b) {
    require(a);
    require(b);
    var left = new Segments(a);
    var right = new Segments(b);
    while (true) {
      left.next();
      right.next();
      if (left.kind == Kind.END && right.kind == Kind.END) {
        return 0;
      }
      boolean leftLetters = left.kind == Kind.LETTERS;
      if (leftLetters != (right.kind == Kind.LETTERS)) {
        return leftLetters ? -1 : 1;
      }
      int order = leftLetters ? left.compareLetters(right) : left.compareNumber(right);
      if (order != 0) {
        return order;
      }
    }
  }

  /** Cuts off a platform, which a lock file writes behind the version: {@code 1.2.0-x86-linux}. */
  @Override
  public String normalised(String version) {
    int dash = version.indexOf('-');
    while (dash >= 0) {
      int next = version.indexOf('-', dash + 1);
      if (isPlatform(version, dash + 1, next < 0 ? version.length() : next)) {
        return version.substring(0, dash);
      }
      dash = next;
    }
    return version;
  }

  private static boolean isPlatform(String version, int start, int end) {
    for (String platform : PLATFORMS) {
      if (version.startsWith(platform, start) && start + platform.length() <= end) {
        return true;
      }
    }
    return false;
  }

  private void require(String version) {
    String flaw = flaw(version, true);
    if (flaw != null) {
      throw new InvalidVersionException(name(), version, flaw);
    }
  }

  /**
   * Gem::Version's pattern: a number, then dotted words, then after one hyphen dotted words that
   * may have hyphens themselves. Lenient, the first word may have letters too.
   */
  private static @Nullable String flaw(String version, boolean lenient) {
    int start = Chars.trimStart(version);
    int end = Chars.trimEnd(version, start);
    boolean dashed = false;
    int wordStart = start;
    for (int at = start; at < end; at++) {
      char c = version.charAt(at);
      boolean separator = c == '.' || (c == '-' && !dashed);
      if (separator) {
        if (at == wordStart) {
          return "a segment is empty";
        }
        dashed |= c == '-';
        wordStart = at + 1;
      } else if (c != '-' && !Chars.isAlphanumeric(c)) {
        return "it has a character other than letters, digits, dots and hyphens";
      }
    }
    if (wordStart == end && start < end) {
      return "a segment is empty";
    }
    int number = Chars.skipDigits(version, start, end);
    boolean numberFirst =
        number == end
            || (number > start && (version.charAt(number) == '.' || version.charAt(number) == '-'));
    return lenient || numberFirst ? null : "it does not begin with a number";
  }

  private enum Kind {
    NUMBER,
    LETTERS,
    END
  }

  /** Reads the segments that count of one version. */
  private static final class Segments {
    private final String text;
    private int at;
    private boolean lettersSeen;

    /** The end of the last run of zeros that was looked at. */
    private int zerosUntil;

    private boolean pre;
    Kind kind = Kind.NUMBER;
    private int start;
    private int end;

    Segments(String text) {
      this.text = text;
    }

    void next() {
      while (true) {
        advance();
        if (kind != Kind.NUMBER || lettersSeen || start < zerosUntil || !isZero()) {
          lettersSeen |= kind == Kind.LETTERS;
          return;
        }
        if (zerosCount()) {
          return;
        }
        at = zerosUntil;
      }
    }

    int compareLetters(Segments other) {
      if (pre || other.pre) {
        String a = pre ? "pre" : text.substring(start, end);
        String b = other.pre ? "pre" : other.text.substring(other.start, other.end);
        return a.compareTo(b);
      }
      return Chars.compareText(text, start, end, other.text, other.start, other.end);
    }

    int compareNumber(Segments other) {
      return Chars.compareNumbers(text, start, end, other.text, other.start, other.end);
    }

    private void advance() {
      pre = false;
      while (at < text.length() && !Chars.isAlphanumeric(text.charAt(at))) {
        if (text.charAt(at++) == '-') {
          pre = true;
          kind = Kind.LETTERS;
          return;
        }
      }
      start = at;
      if (at == text.length()) {
        kind = Kind.END;
      } else if (Chars.isDigit(text.charAt(at))) {
        kind = Kind.NUMBER;
        at = Chars.skipDigits(text, at, text.length());
      } else {
        kind = Kind.LETTERS;
        at = Chars.skipLetters(text, at, text.length());
      }
      end = at;
    }

    private boolean isZero() {
      return Chars.skipZeros(text, start, end) == end;
    }

    /** Whether a number other than zero follows before the first letters or the end. */
    private boolean zerosCount() {
      int i = end;
      while (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == '0')) {
        i++;
      }
      zerosUntil = i;
      return Chars.digitAt(text, i, text.length());
    }
  }
}
