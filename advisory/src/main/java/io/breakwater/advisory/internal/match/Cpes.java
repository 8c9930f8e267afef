package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.feed.Cpe;
import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Software that no package manager knows, judged by its CPE names. Only such: of packages that an
 * ecosystem names, what NVD says about their products is less right than the ecosystem's own feed.
 */
final class Cpes {
  static final String ECOSYSTEM = "CPE";

  private Cpes() {}

  static boolean judge(Component component) {
    if (!component.type().equals("generic")) return false;
    return !component.traits().cpes().isEmpty() || isOfWordPress(component);
  }

  private static boolean isOfWordPress(Component component) {
    return switch (component.purl().namespace().orElse("")) {
      case "wordpress-plugin", "wordpress-theme" -> true;
      default -> false;
    };
  }

  /** By every name that it has, in the version that it is printed with. */
  static List<Lookup> lookups(Component component) {
    var out = new ArrayList<Lookup>(2);
    for (String name : names(component)) {
      var lookup = Lookup.of(ECOSYSTEM, name, component.version(), "");
      if (!out.contains(lookup)) out.add(lookup);
    }
    return out;
  }

  static List<String> names(Component component) {
    var out = new ArrayList<String>(2);
    for (String text : component.traits().cpes()) {
      Optional<Cpe> cpe = Cpe.parse(text);
      if (cpe.isPresent() && cpe.get().part() == 'a') out.addAll(cpe.get().names());
    }
    // The directory of WordPress knows a plug-in by its name alone; NVD makes up the vendor.
    if (isOfWordPress(component)) out.add(Cpe.ofWordPress(component.purl().name()));
    return out;
  }
}
