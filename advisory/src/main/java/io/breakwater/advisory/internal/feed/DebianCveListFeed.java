package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Debian's list of CVEs ({@code data/CVE/list}): a line with the id, then indented lines. {@code -
 * putty 0.75-3 (low; bug #990901)} tells what holds in unstable, and so in each release that has
 * this version or a later one; {@code [buster] - putty <no-dsa> (Minor issue)} what holds in a
 * release. A release without a line of its own is judged as unstable is: it lacks the fix until it
 * has that version. Fixes by updates are told in the lists of these, which belong to it.
 */
final class DebianCveListFeed implements Feed {
  private static final int MAX_LINES = 20_000;

  @Override
  public String name() {
    return "Debian CVE list";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean first = false;
    for (String line : sample.head()) {
      if (line.isBlank()) continue;
      if (!first) {
        if (begin(line).isEmpty()) return false;
        first = true;
      } else if (Character.isWhitespace(line.charAt(0))) {
        return isOfEntry(line.strip());
      }
    }
    return false;
  }

  private static boolean isOfEntry(String line) {
    for (String start :
        new String[] {"- ", "[", "{", "NOTE:", "TODO:", "NOT-FOR-US:", "REJECTED", "RESERVED"}) {
      if (line.startsWith(start)) return true;
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Optional<Entry> open = Optional.empty();
    for (String line : (Iterable<String>) file.text().lines()::iterator) {
      if (line.isBlank()) continue;
      if (!Character.isWhitespace(line.charAt(0))) {
        if (open.isPresent()) open.get().finish(sink);
        open = begin(line);
      } else if (open.isPresent()) {
        open.get().line(line.strip());
      }
    }
    if (open.isPresent()) open.get().finish(sink);
  }

  /** Such as {@code CVE-2021-36367 (PuTTY through 0.75 …)}; brackets hold a name of Debian's. */
  private static Optional<Entry> begin(String line) {
    int space = line.indexOf(' ');
    String id = space < 0 ? line : line.substring(0, space);
    boolean hole = Ids.isCve(id) || (id.startsWith("CVE-") && id.endsWith("XXXX"));
    if (!hole || id.length() > 40) return Optional.empty();
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    boolean enclosed = rest.length() > 1 && (rest.startsWith("(") || rest.startsWith("["));
    return Optional.of(new Entry(id, enclosed ? rest.substring(1, rest.length() - 1) : rest));
  }

  /** What is said of a package in one place. */
  private record Word(FixState state, String version, Severity severity) {}

  /** One CVE while it is read. */
  private static final class Entry {
    private final String id;
    private final String description;
    private final Map<String, Word> unstable = new LinkedHashMap<>();
    private final Map<String, Map<String, Word>> releases = new LinkedHashMap<>();
    private final Set<String> advisories = new LinkedHashSet<>();
    private boolean rejected;
    private int lines;

    Entry(String id, String description) {
      this.id = id;
      this.description = description;
    }

    void line(String line) {
      if (++lines > MAX_LINES) return;
      if (line.equals("REJECTED")) rejected = true;
      if (line.startsWith("{") && line.endsWith("}")) {
        advisories.addAll(List.of(line.substring(1, line.length() - 1).split(" ", -1)));
      } else if (line.startsWith("- ")) {
        statement(line.substring(2), unstable);
      } else if (line.startsWith("[")) {
        int close = line.indexOf("] - ");
        if (close < 0) return;
        String release = line.substring(1, close);
        if (DebianReleases.ecosystem(release).isEmpty()) return;
        statement(
            line.substring(close + 4),
            releases.computeIfAbsent(release, _ -> new LinkedHashMap<>()));
      }
    }

    private static void statement(String text, Map<String, Word> out) {
      String rest = text.strip();
      int space = rest.indexOf(' ');
      if (space <= 0) return;
      String name = rest.substring(0, space);
      rest = rest.substring(space + 1).strip();
      int end = rest.indexOf(' ');
      String version = end < 0 ? rest : rest.substring(0, end);
      String note = end < 0 ? "" : rest.substring(end + 1).strip();
      state(version)
          .ifPresent(
              state ->
                  out.put(
                      name,
                      new Word(state, state == FixState.FIXED ? version : "", severity(note))));
    }

    /** What stands in the place of a version; empty where it says nothing about this hole. */
    private static Optional<FixState> state(String version) {
      return switch (version) {
        // What unstable no longer has, older releases may have for ever.
        case "<unfixed>", "<removed>", "<no-dsa>", "<postponed>" -> Optional.of(FixState.NOT_FIXED);
        case "<ignored>" -> Optional.of(FixState.WONT_FIX);
        case "<end-of-life>" -> Optional.of(FixState.END_OF_LIFE);
        case "<undetermined>" -> Optional.of(FixState.UNDER_INVESTIGATION);
        case "<not-affected>" -> Optional.of(FixState.NOT_AFFECTED);
        default -> version.startsWith("<") ? Optional.empty() : Optional.of(FixState.FIXED);
      };
    }

    /** The urgency in {@code (low; bug #990901)}. */
    private static Severity severity(String note) {
      if (!note.startsWith("(")) return Severity.UNKNOWN;
      int end = 1;
      while (end < note.length() && Character.isLetter(note.charAt(end))) end++;
      boolean word = end < note.length() && (note.charAt(end) == ';' || note.charAt(end) == ')');
      return word ? Severities.word(note.substring(1, end)) : Severity.UNKNOWN;
    }

    void finish(RecordSink sink) throws IOException {
      if (rejected || (unstable.isEmpty() && releases.isEmpty())) return;
      if (!Ids.isCve(id)) {
        sink.skip(SkipReason.WITHOUT_CVE);
        return;
      }
      var draft =
          new AdvisoryDraft("debian", "DEBIAN-" + id)
              .covers(List.of(id))
              .description(description)
              .references(references());
      unstable.forEach(
          (name, word) -> {
            add(draft, "sid", name, word, Severity.UNKNOWN);
            for (String release : DebianReleases.MAINTAINED) {
              if (releases.getOrDefault(release, Map.of()).containsKey(name)) continue;
              add(draft, release, name, word, Severity.UNKNOWN);
            }
          });
      releases.forEach(
          (release, words) ->
              words.forEach(
                  (name, word) -> {
                    Word general = unstable.get(name);
                    Severity severity = general == null ? Severity.UNKNOWN : general.severity();
                    add(draft, release, name, word, severity);
                  }));
      draft.finish(sink);
    }

    private List<String> references() {
      var out = new ArrayList<String>();
      out.add("https://security-tracker.debian.org/tracker/" + id);
      for (String one : advisories) out.add("https://security-tracker.debian.org/tracker/" + one);
      return out;
    }

    private static void add(
        AdvisoryDraft draft, String release, String name, Word word, Severity general) {
      String ecosystem = DebianReleases.ecosystem(release).orElseThrow();
      Severity severity = word.severity() == Severity.UNKNOWN ? general : word.severity();
      var ranges =
          switch (word.state()) {
            case FIXED -> List.of(Ranges.before(word.version()));
            case NOT_AFFECTED -> List.<AffectedRange>of();
            default -> List.of(Ranges.all());
          };
      draft.add(ecosystem, name, ranges, word.state(), severity, "");
    }
  }
}
