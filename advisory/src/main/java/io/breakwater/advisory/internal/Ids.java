package io.breakwater.advisory.internal;

import io.breakwater.model.Advisory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Ids of advisories and holes. */
public final class Ids {
  private Ids() {}

  /** Whether this is a CVE id. */
  public static boolean isCve(String id) {
    if (!id.startsWith("CVE-") || id.length() < 13 || id.length() > 24) return false;
    for (int i = 4; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean fits = i == 8 ? c == '-' : c >= '0' && c <= '9';
      if (!fits) return false;
    }
    return true;
  }

  /**
   * The id that the page of an advisory on GitHub ends with, in its database or at the project:
   * {@code https://github.com/org/project/security/advisories/GHSA-jfh8-c2jp-5v3q}.
   */
  public static Optional<String> ghsaOfPage(String url) {
    String page = url.strip();
    int at = page.indexOf("advisories/GHSA-");
    if (!page.startsWith("https://github.com/") || at < 0) return Optional.empty();
    String id = page.substring(at + "advisories/".length());
    if (id.length() != 19) return Optional.empty();
    for (int i = 5; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean fits = i % 5 == 4 ? c == '-' : (c >= '2' && c <= '9') || (c >= 'a' && c <= 'z');
      if (!fits) return Optional.empty();
    }
    return Optional.of(id);
  }

  /**
   * The holes that a record speaks about, each by the ids that the record gives it. A record that
   * names several CVEs is about several holes, whether it calls them covered or aliases; its other
   * ids then belong to none of them in particular.
   */
  public static List<List<String>> holes(Advisory advisory) {
    List<String> given =
        advisory.covers().isEmpty() ? with(advisory.id(), advisory.aliases()) : advisory.covers();
    var names = new TreeSet<>(given);
    List<String> cves = names.stream().filter(Ids::isCve).toList();
    if (cves.size() > 1) return cves.stream().map(List::of).toList();
    if (cves.size() == 1 || advisory.covers().isEmpty()) return List.of(List.copyOf(names));
    return names.stream().map(List::of).toList();
  }

  private static List<String> with(String id, List<String> aliases) {
    var all = new ArrayList<String>(aliases.size() + 1);
    all.add(id);
    all.addAll(aliases);
    return all;
  }
}
