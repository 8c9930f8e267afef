package io.breakwater.cli;

import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One job of a person: a hole, and every component that the same upgrade closes it in; a package to
 * throw out; or what a check found, with every place of it. A distribution builds many packages
 * from one source, and each of them is a finding of its own.
 *
 * @param first the finding that stands for all
 * @param component its component, where it is about one
 * @param others names of the other components, or the other places
 */
record FindingRow(Finding first, Optional<Component> component, List<String> others) {

  /** The rows of findings that are in order already. */
  static List<FindingRow> group(List<Finding> findings, List<Component> known) {
    Map<String, Component> components =
        known.stream().collect(Collectors.toMap(Component::id, c -> c));
    var rows = new LinkedHashMap<String, FindingRow>();
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.AboutPackage about -> {
          Component component = components.get(about.component());
          if (component == null) {
            throw new IllegalStateException(about.id() + " is about none: " + about.component());
          }
          FindingRow row = row(rows, job(about, component), finding, Optional.of(component));
          row.add(component.name(), row.component.orElseThrow().name());
        }
        case Finding.OfCheck found -> {
          FindingRow row = row(rows, job(found), finding, Optional.empty());
          row.add(found.location().path(), row.first.location().path());
        }
      }
    }
    return List.copyOf(rows.values());
  }

  private static FindingRow row(
      Map<String, FindingRow> rows, String job, Finding finding, Optional<Component> component) {
    return rows.computeIfAbsent(job, j -> new FindingRow(finding, component, new ArrayList<>()));
  }

  private void add(String name, String firstName) {
    if (!name.equals(firstName) && !others.contains(name)) others.add(name);
  }

  private static String job(Finding.AboutPackage finding, Component component) {
    String fix =
        switch (finding) {
          case Finding.Vulnerability hole -> hole.fixedVersion().orElse("");
          case Finding.MaliciousPackage malicious -> "";
        };
    return String.join(
        "\n",
        finding.id(),
        component.type(),
        component.source().map(s -> s.name()).orElse(component.name()),
        component.version(),
        fix,
        finding.origin().id());
  }

  /** A secret is told of by itself: each has to be revoked. */
  private static String job(Finding.OfCheck found) {
    return String.join(
        "\n",
        found.id(),
        found.severity().id(),
        found.confidence().id(),
        found.origin().id(),
        found.standing().id(),
        found.kind().equals("exposure") ? "" : found.evidence());
  }

  /** The component's name without the group of a Maven artifact. */
  String shortName() {
    Component of = component.orElseThrow();
    return of.type().equals("maven") ? of.name().substring(of.name().indexOf(':') + 1) : of.name();
  }
}
