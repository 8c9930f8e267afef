package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import java.util.ArrayList;
import java.util.List;

/** Archives that records name by their digests, such as one jar that was published poisoned. */
final class Digests {
  private Digests() {}

  /** By every digest that is known of the package's archive. */
  static List<Lookup> lookups(Component component) {
    var out = new ArrayList<Lookup>(1);
    for (Digest digest : component.traits().hashes()) {
      out.add(Lookup.of(Ecosystems.DIGEST, digest.toString(), component.version(), ""));
    }
    return out;
  }
}
