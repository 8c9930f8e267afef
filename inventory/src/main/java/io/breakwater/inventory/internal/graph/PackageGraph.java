package io.breakwater.inventory.internal.graph;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.NotAnalysed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a database that tells of all of them: finds the packages behind the names that
 * others require, and reports each package with those it needs. Names that no package has are left
 * out: they may be the machine's, or not be installed.
 *
 * <p>A package that requires several alternatives needs the first of them that is there. Of several
 * packages that provide a name, the one of that name is meant, else the first.
 */
public final class PackageGraph {
  private static final int MOST_PACKAGES = 100_000;
  private static final int MOST_NAMES = 2_000_000;

  private final FactSink facts;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byName = new HashMap<>();
  private final Map<String, Node> byProvided = new HashMap<>();
  private int names;
  private boolean full;

  private static final class Node {
    final FoundPackage pkg;
    final List<String> requires;
    boolean hasNamesake;

    Node(FoundPackage pkg, List<String> requires) {
      this.pkg = pkg;
      this.requires = requires;
    }

    String reference() {
      return hasNamesake ? pkg.name() + "@" + pkg.version() : pkg.name();
    }
  }

  /** A graph without packages that will report to these. */
  public PackageGraph(FactSink facts) {
    this.facts = facts;
  }

  /**
   * Adds a package.
   *
   * @param requires names as {@link #provide} has them, alternatives with {@code |} between them
   */
  public void add(FoundPackage pkg, List<String> requires) {
    if (nodes.size() >= MOST_PACKAGES || !takes(1 + requires.size())) {
      full = true;
      facts.found(pkg);
      return;
    }
    var node = new Node(pkg, requires);
    nodes.add(node);
    Node namesake = byName.putIfAbsent(pkg.name(), node);
    if (namesake != null) {
      node.hasNamesake = true;
      namesake.hasNamesake = true;
    }
  }

  /** Adds a name that the package added last provides. */
  public void provide(String name) {
    if (takes(1)) byProvided.putIfAbsent(name, nodes.getLast());
  }

  private boolean takes(int more) {
    if (more > MOST_NAMES - names) full = true;
    if (!full) names += more;
    return !full;
  }

  /** Reports every package. To be called once, at the end. */
  public void report() {
    for (Node node : nodes) {
      List<String> needs = node.requires.isEmpty() ? List.of() : needs(node);
      facts.found(needs.isEmpty() ? node.pkg : node.pkg.with(node.pkg.traits().dependingOn(needs)));
    }
    if (full) {
      facts.notAnalysed("", NotAnalysed.Reason.LIMIT, "more dependencies than are followed");
    }
  }

  private List<String> needs(Node node) {
    var needs = new LinkedHashSet<String>();
    for (String required : node.requires) {
      Node found = first(required);
      if (found != null && found != node) needs.add(found.reference());
    }
    return List.copyOf(needs);
  }

  private @Nullable Node first(String alternatives) {
    int start = 0;
    for (int bar = alternatives.indexOf('|'); bar >= 0; bar = alternatives.indexOf('|', start)) {
      Node found = one(alternatives.substring(start, bar));
      if (found != null) return found;
      start = bar + 1;
    }
    return one(start == 0 ? alternatives : alternatives.substring(start));
  }

  private @Nullable Node one(String name) {
    Node named = byName.get(name);
    return named != null ? named : byProvided.get(name);
  }
}
