package io.breakwater.advisory.internal;

import io.breakwater.model.Advisory;
import java.util.ArrayList;
import java.util.List;
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
