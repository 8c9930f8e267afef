package io.breakwater.advisory.version;

import io.breakwater.advisory.version.SemanticVersion.Grammar;
import java.util.ArrayList;
import java.util.List;

/**
 * A version in a range of npm or Cargo, of which the last numbers may be missing or {@code x}.
 *
 * @param given the numbers that are there, at most three, without leading zeros
 * @param pre the pre-release with its hyphen, or nothing; only after three numbers
 * @param star whether an {@code x} or {@code *} stands for what is missing
 */
record PartialVersion(List<String> given, String pre, boolean star) {

  /** Why a range could not be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Unreadable(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  PartialVersion {
    given = List.copyOf(given);
  }

  int numbers() {
    return given.size();
  }

  String number(int index) {
    return given.get(index);
  }

  /** The whole version, missing numbers being zero, and a tag behind it. */
  String filled(String tag) {
    return String.join(".", given) + ".0".repeat(3 - given.size()) + tag;
  }

  /** The version after all that begin with the first numbers of this one, and a tag behind it. */
  String next(int first, String tag) {
    var next = new StringBuilder();
    for (int i = 0; i < first - 1; i++) {
      next.append(given.get(i)).append('.');
    }
    return next.append(Decimals.increment(given.get(first - 1)))
        .append(".0".repeat(3 - first))
        .append(tag)
        .toString();
  }

  /** Reads operators and partial versions in turn. */
  static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean hasMore() {
      skip(" \t\r\n\f\u000b,");
      return at < text.length();
    }

    String operator() {
      int start = at;
      skip("<>=~^!");
      String operator = text.substring(start, at);
      skip(" \t\r\n\f\u000b");
      return operator;
    }

    /** Passes a hyphen that stands alone, between two versions. */
    boolean takeHyphen() {
      int hyphen = at;
      while (hyphen < text.length() && Chars.isSpace(text.charAt(hyphen))) {
        hyphen++;
      }
      boolean alone =
          hyphen > at
              && Chars.at(text, hyphen, text.length(), '-')
              && hyphen + 1 < text.length()
              && Chars.isSpace(text.charAt(hyphen + 1));
      if (alone) {
        at = hyphen + 1;
        skip(" \t\r\n\f\u000b");
      }
      return alone;
    }

    PartialVersion version() throws Unreadable {
      skip("v= \t");
      var given = new ArrayList<String>();
      boolean star = false;
      int numbers = 0;
      do {
        int end = Chars.skipDigits(text, at, text.length());
        if (end > at) {
          if (star) {
            throw new Unreadable("a number follows an x");
          }
          int number = Math.min(Chars.skipZeros(text, at, end), end - 1);
          given.add(text.substring(number, end));
          at = end;
        } else if (at < text.length() && "xX*".indexOf(text.charAt(at)) >= 0) {
          star = true;
          at++;
        } else {
          throw new Unreadable("a version is missing");
        }
        numbers++;
      } while (numbers < 3 && take('.'));
      String pre = numbers == 3 ? preRelease() : "";
      if (take('+')) {
        skipTag();
      }
      if (at < text.length() && !Chars.isSpace(text.charAt(at)) && text.charAt(at) != ',') {
        throw new Unreadable("cannot read " + Chars.quoted(text.substring(at)));
      }
      return new PartialVersion(given, star ? "" : pre, star);
    }

    private String preRelease() throws Unreadable {
      int start = at;
      skipTag();
      String pre = text.substring(start, at);
      String tag = pre.isEmpty() || pre.startsWith("-") ? pre : "-" + pre;
      boolean fourth = pre.startsWith(".");
      if (fourth || SemanticVersion.parse("0.0.0" + tag, Grammar.LENIENT) == null) {
        throw new Unreadable("cannot read " + Chars.quoted(pre));
      }
      return tag;
    }

    private void skipTag() {
      while (at < text.length()
          && (Chars.isAlphanumeric(text.charAt(at)) || "-.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
    }

    private boolean take(char c) {
      boolean there = Chars.at(text, at, text.length(), c);
      at += there ? 1 : 0;
      return there;
    }

    private void skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }
}
