package io.breakwater.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which components a scan compares with the advisories. */
public enum Judged {
  /** Those that lie in the image. */
  INSTALLED(component -> component.traits().presence() == Presence.INSTALLED),

  /** Also those that lock files and manifests name, unless for development only. */
  DECLARED(
      component ->
          component.traits().presence() == Presence.INSTALLED
              || component.traits().scope() != Scope.DEVELOPMENT),

  /** All, those for development too. */
  ALL(component -> true);

  private final Predicate<Component> includes;

  Judged(Predicate<Component> includes) {
    this.includes = includes;
  }

  /** The word in documents and on the command line: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one of this word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Judged of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** Those of the components that are judged, in their order. */
  public List<Component> of(List<Component> components) {
    return components.stream().filter(includes).toList();
  }
}
