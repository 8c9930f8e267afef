package io.breakwater.inventory.internal.node;

import io.breakwater.model.Scope;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds what packages are needed for, from those that the project names on: what is needed to run
 * is needed to run, whoever else wants it.
 *
 * @param <K> how the lock file names a package
 */
final class NpmScopes<K> {
  /** Tells what a package needs. */
  interface Needs<K> {
    /** Gives each need to the receiver. */
    void of(K pkg, Receiver<K> receiver);
  }

  /** Receives needs. */
  interface Receiver<K> {
    /** A package is needed; perhaps only where it can be had. */
    void needs(K pkg, boolean optional);
  }

  private final Map<K, Scope> scopes = new HashMap<>();
  private final Map<Scope, ArrayDeque<K>> reached = new HashMap<>();

  /** The project names a package. */
  void root(K pkg, Scope scope) {
    reached.computeIfAbsent(scope, _ -> new ArrayDeque<>()).add(pkg);
  }

  /** Follows the needs: the most binding scope first, so that each package is visited once. */
  void follow(Needs<K> needs) {
    for (Scope scope : Scope.values()) {
      var queue = reached.computeIfAbsent(scope, _ -> new ArrayDeque<>());
      while (!queue.isEmpty()) {
        K pkg = queue.poll();
        if (scopes.putIfAbsent(pkg, scope) != null) continue;
        needs.of(
            pkg,
            (need, optional) -> {
              if (!scopes.containsKey(need)) {
                root(need, optional && scope == Scope.REQUIRED ? Scope.OPTIONAL : scope);
              }
            });
      }
    }
  }

  /** What a package is needed for; to run, as far as anybody knows, when nobody names it. */
  Scope of(K pkg) {
    return scopes.getOrDefault(pkg, Scope.REQUIRED);
  }
}
