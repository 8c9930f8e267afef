package io.breakwater.inventory;

import io.breakwater.inventory.Merge.PresentFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which package of the distribution owns a file, as the package databases that are still there say.
 * A package that is no longer installed owns nothing.
 */
final class Ownership {
  private static final String DPKG_INFO = "/var/lib/dpkg/info/";

  private final Merge merge;
  private final Map<String, String> installed = new HashMap<>();

  Ownership(Merge merge) {
    this.merge = merge;
  }

  /**
   * Tells of an installed package.
   *
   * @param name as its database writes it
   * @param architecture may be empty
   * @param id the component's
   */
  void installed(String name, String architecture, String id) {
    installed.putIfAbsent(name, id);
    if (!architecture.isEmpty()) installed.putIfAbsent(name + ":" + architecture, id);
  }

  /** The package whose scripts dpkg keeps at a path: no list names them. */
  Optional<String> ofScript(String path) {
    if (!path.startsWith(DPKG_INFO)) return Optional.empty();
    int dot = path.lastIndexOf('.');
    if (dot < DPKG_INFO.length()) return Optional.empty();
    return Optional.ofNullable(installed.get(path.substring(DPKG_INFO.length(), dot)));
  }

  /** The id of the component that owns a file. */
  Optional<String> ownerOf(PresentFile file) {
    return ownerOf(file.facts().ownedHash(file.file()));
  }

  /** The id of the component that owns the file with this {@link OwnedPath#hash}. */
  Optional<String> ownerOf(long ownedHash) {
    if (installed.isEmpty()) return Optional.empty();
    long hash = ownedHash & -(1L << FactsLayout.OWNER_BITS);
    List<LayerFacts> layers = merge.layers();
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      LayerFacts facts = layers.get(layer);
      HashIndex owned = facts.owned();
      for (int at = owned.first(hash); at >= 0 && owned.matches(at, hash); at++) {
        int owner = owned.tag(at);
        if (owner >= facts.owners()) continue;
        int database = facts.ownerFile(owner);
        if (!merge.isPresent(layer, database)) continue;
        String id = installed.get(facts.ownerName(owner));
        if (id != null) return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}
