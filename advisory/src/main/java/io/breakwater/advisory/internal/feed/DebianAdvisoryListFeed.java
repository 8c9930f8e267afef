package io.breakwater.advisory.internal.feed;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Debian's lists of security advisories ({@code data/DSA/list}, {@code data/DLA/list}): a line with
 * date, id and title, then indented lines with CVEs in braces and, for each release, package and
 * fixed version.
 */
final class DebianAdvisoryListFeed implements Feed {
  @Override
  public String name() {
    return "Debian advisory list";
  }

  @Override
  public boolean recognises(Sample sample) {
    for (String line : sample.head()) {
      if (line.isBlank()) continue;
      return begin(line).isPresent();
    }
    return false;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    Optional<DebianAdvisory> open = Optional.empty();
    for (String line : (Iterable<String>) file.text().lines()::iterator) {
      if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
        if (open.isPresent()) open.get().finish(sink);
        open = begin(line);
      } else if (open.isPresent()) {
        String text = line.strip();
        if (text.startsWith("{") && text.endsWith("}")) {
          open.get().closes(List.of(text.substring(1, text.length() - 1).split("\\s+", -1)));
        } else {
          open.get().packageLine(text);
        }
      }
    }
    if (open.isPresent()) open.get().finish(sink);
  }

  /** Such as {@code [29 Mar 2023] DSA-5380-1 xorg-server - security update}. */
  private static Optional<DebianAdvisory> begin(String line) {
    int close = line.indexOf("] ");
    if (!line.startsWith("[") || close < 0) return Optional.empty();
    String rest = line.substring(close + 2).strip();
    int space = rest.indexOf(' ');
    String id = space < 0 ? rest : rest.substring(0, space);
    boolean known = id.startsWith("DSA-") || id.startsWith("DLA-") || id.startsWith("DTSA-");
    if (!known || id.length() > 40) return Optional.empty();
    String title = space < 0 ? "" : rest.substring(space + 1).strip();
    return Optional.of(new DebianAdvisory(id, title, Dates.dayMonthYear(line.substring(1, close))));
  }
}
