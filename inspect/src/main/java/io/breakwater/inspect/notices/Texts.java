package io.breakwater.inspect.notices;

import io.breakwater.inspect.internal.licence.Fingerprints;
import io.breakwater.inspect.internal.licence.Shingles;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicenceNames;
import io.breakwater.inspect.licence.NormalisedLicence;
import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The texts of licences, each wording once. Letter case, punctuation, comment marks and titles make
 * no other wording. Long texts are the same when they differ in a few words, such as an address:
 * short ones are not, since a few words may be a clause.
 */
final class Texts {
  private static final int LONG = 800;
  private static final int FEW = 16;
  private static final int WHOLE = 300;
  private static final long MOST = 24L << 20;

  /** Licences that files are put under in a few sentences, which are not the licence. */
  private static final List<String> GRANTED =
      List.of("GPL-", "LGPL-", "AGPL-", "GFDL-", "Apache-", "MPL-", "Artistic-");

  private final List<Wording> wordings = new ArrayList<>();
  private final Map<String, Wording> known = new HashMap<>();
  private final Map<String, List<Wording>> byLicence = new HashMap<>();
  private long length;

  /** One wording. */
  static final class Wording {
    final String title;
    final String path;
    final String text;
    final List<String> licences;
    private final int[] shingles;
    private int number;

    private Wording(String title, String path, String text, List<String> licences, int[] shingles) {
      this.title = title;
      this.path = path;
      this.text = text;
      this.licences = licences;
      this.shingles = shingles;
    }

    int number() {
      return number;
    }
  }

  /**
   * Adds a text.
   *
   * @param name what it is called where its words are those of no licence that we know
   * @return its wording; empty when there is no more room
   */
  Optional<Wording> add(String name, String path, String text) {
    String key = key(text);
    Wording same = known.get(key);
    if (same != null) return Optional.of(same);
    List<LicenceExpression> found = Fingerprints.find(text);
    List<String> licences = found.stream().map(each -> base(each.text())).toList();
    int[] shingles = Shingles.of(text);
    String group = String.join(" ", licences);
    if (!licences.isEmpty() && shingles.length >= LONG) {
      for (Wording each : byLicence.getOrDefault(group, List.of())) {
        if (!isNear(each.shingles, shingles)) continue;
        known.put(key, each);
        return Optional.of(each);
      }
    }
    if (length + text.length() > MOST) return Optional.empty();
    length += text.length();
    String title = licences.isEmpty() ? name : String.join(", ", new TreeSet<>(licences));
    List<String> said = licences.isEmpty() ? claimed(name, text) : licences;
    var wording = new Wording(title, path, trimmed(text), said, shingles);
    wordings.add(wording);
    known.put(key, wording);
    byLicence.computeIfAbsent(group, _ -> new ArrayList<>()).add(wording);
    return Optional.of(wording);
  }

  /** What a text is called, where it is long enough to be more than a pointer at another text. */
  private static List<String> claimed(String name, String text) {
    if (text.length() < WHOLE) return List.of();
    NormalisedLicence named = LicenceNames.normalise(name);
    boolean sure = named.how() == How.SPDX || named.how() == How.NAME;
    if (!sure || !(named.expression() instanceof LicenceExpression.Licence(String id, boolean _))) {
      return List.of();
    }
    for (String each : GRANTED) if (id.startsWith(each)) return List.of();
    return List.of(base(id));
  }

  /** The text of a licence alone that came first, else the first that has its words in it. */
  Optional<Wording> ofLicence(String id) {
    String base = base(id);
    List<Wording> alone = byLicence.getOrDefault(base, List.of());
    if (!alone.isEmpty()) return Optional.of(alone.getFirst());
    return wordings.stream().filter(each -> each.licences.contains(base)).findFirst();
  }

  /** Gives them numbers, from 1, by title. */
  List<Notices.Words> numbered() {
    wordings.sort(
        Comparator.comparing((Wording w) -> w.title.toLowerCase(Locale.ROOT))
            .thenComparing(w -> w.title)
            .thenComparing(w -> w.path)
            .thenComparing(w -> w.text));
    var words = new ArrayList<Notices.Words>();
    for (Wording each : wordings) {
      words.add(new Notices.Words(each.title, each.path, each.text));
      each.number = words.size();
    }
    return words;
  }

  /** One text serves "only" and "or later". */
  static String base(String id) {
    String bare = id;
    for (String end : List.of("-or-later", "-only", "+", "-no-invariants", "-invariants")) {
      if (bare.endsWith(end)) bare = bare.substring(0, bare.length() - end.length());
    }
    return bare;
  }

  private static boolean isNear(int[] one, int[] other) {
    return lacking(one, other) <= FEW && lacking(other, one) <= FEW;
  }

  private static int lacking(int[] from, int[] in) {
    int lacking = 0;
    for (int each : from) if (Arrays.binarySearch(in, each) < 0) lacking++;
    return lacking;
  }

  /** The words alone, without a title. */
  private static String key(String text) {
    var key = new StringBuilder(text.length());
    int seen = 0;
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) continue;
      String lower = line.toLowerCase(Locale.ROOT).strip();
      boolean title = seen++ < 2 && lower.length() < 50 && lower.contains("licen");
      if (title && !lower.endsWith(".")) continue;
      for (int i = 0; i < lower.length(); i++) {
        char c = lower.charAt(i);
        if (Character.isLetterOrDigit(c)) key.append(c);
      }
    }
    return key.toString();
  }

  /** Without empty lines around it and spaces at the ends of lines. */
  static String trimmed(String text) {
    var out = new StringBuilder(text.length());
    int empty = 0;
    for (String line : text.split("\n", -1)) {
      String bare = line.stripTrailing();
      if (bare.isEmpty()) {
        empty++;
        continue;
      }
      if (!out.isEmpty()) out.repeat("\n", Math.min(empty, 2) + 1);
      empty = 0;
      out.append(bare);
    }
    return out.toString();
  }
}
