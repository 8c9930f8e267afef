package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.feed.OperatingSystems;
import io.breakwater.model.Component;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.SourcePackage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What else is in an image, for statements that hold beside something only. */
final class Surroundings {
  private final OperatingSystem os;
  private final List<Component> components;

  /** CPE names, and the plain names of packages; made when first asked. */
  private final Set<String> names = new HashSet<>();

  Surroundings(OperatingSystem os, List<Component> components) {
    this.os = os;
    this.components = components;
  }

  /**
   * Whether one of these is there: {@code vendor:product} by its CPE name, or by a package that is
   * called like the product; {@code o:vendor:product} when the image's distribution is meant.
   */
  boolean holdsOne(List<String> required) {
    if (names.isEmpty()) {
      for (Component component : components) {
        names.addAll(Cpes.names(component));
        names.add(component.name().toLowerCase(Locale.ROOT));
        component.source().map(SourcePackage::name).ifPresent(names::add);
      }
    }
    for (String one : required) {
      if (OperatingSystems.isMeant(one, os.id())) return true;
      if (one.startsWith("o:")) continue;
      String[] parts = one.split(":", -1);
      if (names.contains(one) || (parts.length > 1 && names.contains(parts[1]))) return true;
    }
    return false;
  }
}
