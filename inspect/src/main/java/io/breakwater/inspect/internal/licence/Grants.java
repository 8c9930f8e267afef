package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.licence.LicenceExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sentences by which programs are put under a GNU licence: "the GNU General Public
 * License as published by the Free Software Foundation; either version 2 of the License, or (at
 * your option) any later version". Reads words, in one pass, looking a few words around each
 * mention.
 */
final class Grants {
  private static final int MOST_WORDS = 100_000;
  private static final int AHEAD = 18;
  private static final int LATER = 16;
  private static final int BACK = 9;

  /** A title of the licence itself has the month of its publication behind its version. */
  private static final Set<String> MONTHS = Set.of("june", "february", "november", "29", "19");

  private final List<String> words = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private Grants() {}

  /**
   * A grant.
   *
   * @param licence with the version it names
   * @param position of its first character
   */
  record Grant(LicenceExpression licence, int position) {}

  /** Every licence that is granted, in order, each once. */
  static List<Grant> of(String text) {
    var reader = new Grants();
    reader.split(text);
    var seen = new HashSet<LicenceExpression>();
    var all = new ArrayList<Grant>();
    for (int i = 0; i < reader.words.size(); i++) {
      Optional<LicenceExpression> licence = reader.at(i);
      if (licence.isPresent() && seen.add(licence.get())) {
        all.add(new Grant(licence.get(), reader.places.get(i)));
      }
    }
    return all;
  }

  private void split(String text) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
      boolean dot =
          c == '.'
              && start >= 0
              && isDigit(text.charAt(i - 1))
              && i + 1 < text.length()
              && isDigit(text.charAt(i + 1));
      boolean part = (c >= 'a' && c <= 'z') || isDigit(c) || dot;
      if (part && start < 0) start = i;
      if (part || start < 0) continue;
      if (words.size() == MOST_WORDS) return;
      String word = text.substring(start, i);
      words.add(word.length() > 20 ? "" : word.toLowerCase(Locale.ROOT));
      places.add(start);
      if (i < text.length() && c == '+' && isDigit(text.charAt(i - 1))) { // "version 2.1+"
        words.add("or");
        words.add("later");
        places.add(i);
        places.add(i);
      }
      start = -1;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }

  private Optional<LicenceExpression> at(int at) {
    String family = family(at);
    if (family.isEmpty() || isAboutText(at)) return Optional.empty();
    int after = at + 1;
    while (after < at + 3 && (word(after).equals("public") || word(after).startsWith("licen")))
      after++;
    for (int i = after; i < after + AHEAD; i++) {
      if (i > after && !family(i).isEmpty()) break;
      Optional<String> number = number(i, family);
      if (number.isEmpty()) continue;
      if (MONTHS.contains(word(i + 1))) return Optional.empty();
      return licence(family, number.get(), isLater(i + 1));
    }
    for (int i = at - 1; i > at - BACK; i--) {
      Optional<String> number = number(i, family);
      if (number.isPresent()) return licence(family, number.get(), isLater(i + 1));
    }
    return Optional.empty();
  }

  /** The family of the licence whose name's word "general" is at a place. */
  private String family(int at) {
    if (!word(at).equals("general") || !word(at + 1).equals("public")) return "";
    if (!word(at + 2).startsWith("licen")) return "";
    return switch (word(at - 1)) {
      case "lesser", "library" -> "LGPL";
      case "affero" -> "AGPL";
      case "or" -> word(at - 2).equals("library") ? "LGPL" : "";
      case "gnu", "the", "" -> "GPL";
      default -> "";
    };
  }

  /** "A copy of", "the text of", "the test suite is under": no grant, or none that matters. */
  private boolean isAboutText(int at) {
    for (int i = at - 7; i > at - 13; i--) if (word(i).equals("suite")) return true;
    for (int i = at - 1; i > at - 7; i--) {
      String word = word(i);
      if (word.equals("copy") || word.equals("text") || word.equals("see")) return true;
      if (word.startsWith("exception") || word.equals("unlike")) return true;
    }
    return false;
  }

  private Optional<String> number(int at, String family) {
    String word = word(at);
    String before = word(at - 1);
    boolean named = before.equals("version") || before.equals("v") || before.equals("versions");
    if (!named && word.length() > 1 && word.charAt(0) == 'v') {
      word = word.substring(1);
      named = true;
    }
    if (!named) return Optional.empty();
    String number = word.endsWith(".0") ? word.substring(0, word.length() - 2) : word;
    boolean known =
        switch (family) {
          case "LGPL" -> number.equals("2") || number.equals("2.1") || number.equals("3");
          case "AGPL" -> number.equals("3");
          default -> number.equals("1") || number.equals("2") || number.equals("3");
        };
    return known ? Optional.of(number) : Optional.empty();
  }

  private boolean isLater(int from) {
    for (int i = from; i < from + LATER; i++) {
      if (!family(i).isEmpty() && i > from + 4) return false;
      boolean later = word(i).equals("later") || word(i).equals("newer");
      if (later && (word(i - 1).equals("any") || word(i - 1).equals("or"))) return true;
      if (word(i).equals("higher") && word(i - 1).equals("or")) return true;
    }
    return false;
  }

  private static Optional<LicenceExpression> licence(String family, String number, boolean later) {
    String version = number.indexOf('.') < 0 ? number + ".0" : number;
    return LicenceList.expression(family + "-" + version + (later ? "-or-later" : "-only"));
  }
}
