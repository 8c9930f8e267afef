package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.PackageKey;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import java.util.ArrayList;
import java.util.List;

/** Every name under which a feed may speak about a package, whatever the database. */
public final class FeedNames {
  private FeedNames() {}

  /**
   * The names of a package, as the database spells them; those of a distribution's packages with an
   * ecosystem that is empty, as every release may speak of them.
   */
  public static List<PackageKey> of(Component component) {
    var out = new ArrayList<PackageKey>(2);
    if (Languages.isDistributions(component.type())) {
      String source = component.source().map(s -> s.name()).orElse(component.name());
      out.add(new PackageKey("", component.name()));
      if (!source.equals(component.name())) out.add(new PackageKey("", source));
      return out;
    }
    Languages.ecosystem(component)
        .ifPresent(e -> out.add(new PackageKey(e, Ecosystems.foldName(e, component.name()))));
    if (Cpes.judge(component)) {
      for (String name : Cpes.names(component)) {
        out.add(new PackageKey(Cpes.ECOSYSTEM, Ecosystems.foldName(Cpes.ECOSYSTEM, name)));
      }
    }
    for (Digest digest : component.traits().hashes()) {
      out.add(new PackageKey(Ecosystems.DIGEST, digest.toString()));
    }
    return out;
  }
}
