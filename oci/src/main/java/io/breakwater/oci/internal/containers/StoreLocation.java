package io.breakwater.oci.internal.containers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a store is.
 *
 * @param root its folder ({@code graphroot})
 * @param driver how it keeps layers; empty: whichever is found
 * @param more folders of read-only stores beside it
 */
public record StoreLocation(Path root, Optional<String> driver, List<Path> more) {
  /** Copies the list. */
  public StoreLocation {
    more = List.copyOf(more);
  }

  /** A place and a name, as {@code [driver@root+runroot:options]name} has them. */
  public record Named(Optional<StoreLocation> location, String name) {}

  /**
   * Parts a reference of containers-storage from the place in brackets before it.
   *
   * @param reference with or without a place
   */
  public static Named parse(String reference) {
    int close = reference.indexOf(']');
    if (!reference.startsWith("[") || close < 0) return new Named(Optional.empty(), reference);
    String place = reference.substring(1, close);
    int at = place.indexOf('@');
    Optional<String> driver = at > 0 ? Optional.of(place.substring(0, at)) : Optional.empty();
    String rest = place.substring(at + 1);
    int end = rest.indexOf('+');
    if (end < 0) end = rest.indexOf(':');
    String root = end < 0 ? rest : rest.substring(0, end);
    return new Named(
        Optional.of(new StoreLocation(Path.of(root), driver, List.of())),
        reference.substring(close + 1));
  }
}
