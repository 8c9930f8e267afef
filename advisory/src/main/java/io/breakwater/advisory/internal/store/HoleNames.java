package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which ids name the same hole: aliases, and aliases of aliases. Two CVEs are never the same hole,
 * whatever links them; the link that would join them is left out. The answer depends on the order
 * in which links come.
 */
final class HoleNames {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private int[] parent = new int[1024];

  /** The CVE of a group, by its root; -1 for none. */
  private int[] cve = new int[1024];

  /** Says that these ids name one hole. */
  void join(List<String> ids) {
    int first = number(ids.getFirst());
    for (String id : ids.subList(1, ids.size())) join(first, number(id));
  }

  /** How many ids there are; the number of a group is below. */
  int size() {
    return names.size();
  }

  /** The number of the group that an id is in. */
  int group(String id) {
    return root(number(id));
  }

  /** Every group's ids, its CVE first, else in order; groups in the order of their first ids. */
  List<List<String>> groups() {
    var byRoot = new HashMap<Integer, List<String>>();
    for (int i = 0; i < names.size(); i++) {
      byRoot.computeIfAbsent(root(i), none -> new ArrayList<>(1)).add(names.get(i));
    }
    var groups = new ArrayList<>(byRoot.values());
    for (List<String> group : groups) {
      Collections.sort(group);
      for (int i = 1; i < group.size(); i++) {
        if (Ids.isCve(group.get(i))) group.addFirst(group.remove(i));
      }
    }
    groups.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
    return groups;
  }

  private int number(String id) {
    Integer known = numbers.get(id);
    if (known != null) return known;
    int number = names.size();
    if (number == parent.length) {
      parent = Arrays.copyOf(parent, number * 2);
      cve = Arrays.copyOf(cve, number * 2);
    }
    parent[number] = number;
    cve[number] = Ids.isCve(id) ? number : -1;
    names.add(id);
    numbers.put(id, number);
    return number;
  }

  private void join(int a, int b) {
    int one = root(a);
    int other = root(b);
    if (one == other || (cve[one] >= 0 && cve[other] >= 0)) return;
    parent[other] = one;
    if (cve[one] < 0) cve[one] = cve[other];
  }

  private int root(int number) {
    int root = number;
    while (parent[root] != root) root = parent[root];
    for (int i = number; parent[i] != root; ) {
      int next = parent[i];
      parent[i] = root;
      i = next;
    }
    return root;
  }
}
