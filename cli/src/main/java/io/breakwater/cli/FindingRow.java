package io.breakwater.cli;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One job of a person: a hole, and every component that the same upgrade closes it in. A
 * distribution builds many packages from one source, and each of them is a finding of its own.
 *
 * @param first the finding that stands for all
 * @param component its component
 * @param others names of the other components
 */
record FindingRow(Finding.Vulnerability first, Component component, List<String> others) {

  /** The rows of findings that are in order already. */
  static List<FindingRow> group(List<Finding> findings, Map<String, Component> components) {
    var groups = new LinkedHashMap<String, FindingRow>();
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Vulnerability hole -> add(groups, hole, components);
      }
    }
    return List.copyOf(groups.values());
  }

  private static void add(
      Map<String, FindingRow> groups,
      Finding.Vulnerability hole,
      Map<String, Component> components) {
    Component component = components.get(hole.component());
    if (component == null) {
      throw new IllegalStateException(hole.id() + " is about no component: " + hole.component());
    }
    String job =
        String.join(
            "\n",
            hole.id(),
            component.type(),
            component.source().map(s -> s.name()).orElse(component.name()),
            hole.installedVersion(),
            hole.fixedVersion().orElse(""),
            hole.origin().id());
    FindingRow row = groups.get(job);
    if (row == null) {
      groups.put(job, new FindingRow(hole, component, new ArrayList<>()));
    } else if (!row.others.contains(component.name())
        && !row.component.name().equals(component.name())) {
      row.others.add(component.name());
    }
  }

  /** The component's name without the group of a Maven artifact. */
  String shortName() {
    String name = component.name();
    return component.type().equals("maven") ? name.substring(name.indexOf(':') + 1) : name;
  }
}
