package io.breakwater.cli;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One job of a person: a hole, and every component that the same upgrade closes it in; or a package
 * to throw out. A distribution builds many packages from one source, and each of them is a finding
 * of its own.
 *
 * @param first the finding that stands for all
 * @param component its component
 * @param others names of the other components
 */
record FindingRow(Finding first, Component component, List<String> others) {

  /** The rows of findings that are in order already. */
  static List<FindingRow> group(List<Finding> findings, Map<String, Component> components) {
    var groups = new LinkedHashMap<String, FindingRow>();
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Vulnerability hole ->
            add(groups, hole, hole.component(), hole.fixedVersion().orElse(""), components);
        case Finding.MaliciousPackage malicious ->
            add(groups, malicious, malicious.component(), "", components);
      }
    }
    return List.copyOf(groups.values());
  }

  private static void add(
      Map<String, FindingRow> groups,
      Finding finding,
      String about,
      String fix,
      Map<String, Component> components) {
    Component component = components.get(about);
    if (component == null) {
      throw new IllegalStateException(finding.id() + " is about no component: " + about);
    }
    String job =
        String.join(
            "\n",
            finding.id(),
            component.type(),
            component.source().map(s -> s.name()).orElse(component.name()),
            component.version(),
            fix,
            finding.origin().id());
    FindingRow row = groups.get(job);
    if (row == null) {
      groups.put(job, new FindingRow(finding, component, new ArrayList<>()));
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
