package io.breakwater.advisory.internal.feed;

import io.breakwater.model.FixState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Red Hat's definitions say about packages that have no fix, component by component. */
final class OvalStates {
  private final Map<String, FixState> byComponent = new HashMap<>();

  OvalStates(XmlElement advisory) {
    for (XmlElement resolution : advisory.child("affected").children("resolution")) {
      FixState state = state(resolution.attribute("state"));
      for (XmlElement one : resolution.children("component")) {
        byComponent.put(one.text().strip(), state);
      }
    }
  }

  /** The state of a package, which may be a component, or built from the only one. */
  FixState of(String name, String module) {
    FixState inModule = byComponent.get(module + "/" + name);
    if (inModule != null) return inModule;
    FixState own = byComponent.get(name);
    if (own != null) return own;
    var all = Set.copyOf(byComponent.values());
    return all.size() == 1 ? all.iterator().next() : FixState.NOT_FIXED;
  }

  /** The state of Red Hat's words for it. */
  static FixState state(String words) {
    return switch (words) {
      case "Will not fix" -> FixState.WONT_FIX;
      case "Out of support scope" -> FixState.END_OF_LIFE;
      case "Under investigation" -> FixState.UNDER_INVESTIGATION;
      case "Not affected" -> FixState.NOT_AFFECTED;
      default -> FixState.NOT_FIXED;
    };
  }
}
