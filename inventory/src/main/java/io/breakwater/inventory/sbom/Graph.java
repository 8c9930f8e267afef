package io.breakwater.inventory.sbom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who needs whom, without those that the document does not list. The subject needs whatever nobody
 * else needs, so that everything is reached from it.
 *
 * @param subject refs that the subject needs, in document order
 * @param others refs that components need, by their refs, of those that need any
 */
record Graph(List<String> subject, Map<String, List<String>> others) {

  static Graph of(Sbom sbom) {
    var refs = new HashSet<String>();
    for (SbomComponent component : sbom.components()) refs.add(component.ref());
    var others = new LinkedHashMap<String, List<String>>();
    var needed = new HashSet<String>();
    for (SbomComponent component : sbom.components()) {
      var known = new ArrayList<String>();
      for (String ref : component.dependsOn()) {
        if (refs.contains(ref) && !ref.equals(component.ref())) known.add(ref);
      }
      if (known.isEmpty()) continue;
      others.put(component.ref(), known);
      needed.addAll(known);
    }
    var roots = new ArrayList<String>();
    var reached = new HashSet<String>();
    for (SbomComponent component : sbom.components()) {
      if (needed.contains(component.ref())) continue;
      roots.add(component.ref());
      reach(component.ref(), others, reached);
    }
    for (SbomComponent component : sbom.components()) { // circles that nobody else needs
      if (reached.contains(component.ref())) continue;
      roots.add(component.ref());
      reach(component.ref(), others, reached);
    }
    return new Graph(roots, others);
  }

  private static void reach(String from, Map<String, List<String>> edges, Set<String> reached) {
    var open = new ArrayDeque<String>();
    open.add(from);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) open.addAll(edges.getOrDefault(next, List.of()));
    }
  }
}
