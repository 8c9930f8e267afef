package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.oci.internal.settings.RegistryPlaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a name may mean in a store of this machine: a complete name, a short one, an id or the
 * beginning of one.
 *
 * @param references complete names, the likeliest first; empty for what can only be an id
 * @param ending how a complete name must end for a short one to mean it; empty text when it is
 *     complete itself
 * @param id a digest in hexadecimal, or its first digits
 */
record LocalNames(List<ImageReference> references, String ending, Optional<String> id) {
  /** As many digits as tools print. */
  private static final int SHORTEST_ID = 12;

  LocalNames {
    references = List.copyOf(references);
  }

  static LocalNames of(String name, RegistryPlaces places) {
    Optional<String> id = id(name);
    var references = new LinkedHashSet<ImageReference>();
    try {
      ImageReference plain = ImageReference.parse(name);
      boolean complete = RegistryPlaces.namesRegistry(name);
      if (!complete) references.add(ImageReference.parse("localhost/" + name));
      references.addAll(places.candidates(name));
      references.add(plain);
      return new LocalNames(new ArrayList<>(references), complete ? "" : ending(name, plain), id);
    } catch (InvalidReferenceException _) {
      return new LocalNames(List.of(), "", id);
    }
  }

  private static String ending(String name, ImageReference reference) {
    if (reference.digest().isPresent()) return "";
    boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
    return "/" + name + (tagged ? "" : ":latest");
  }

  private static Optional<String> id(String name) {
    String hex = name.startsWith("sha256:") ? name.substring("sha256:".length()) : name;
    boolean digits = hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    return digits && hex.length() >= SHORTEST_ID && hex.length() <= 64
        ? Optional.of(hex)
        : Optional.empty();
  }

  /** An image of a store, as far as its name goes. */
  interface Named {
    /** Its complete names. */
    List<String> names();

    /** The digests that it may be asked for by. */
    List<String> digests();

    /** Its id in hexadecimal. */
    String id();
  }

  /** The image that is meant; empty when there is none, or there are several as good. */
  <T extends Named> Optional<T> choose(List<T> images) {
    for (ImageReference reference : references) {
      for (T image : images) if (bears(image, reference)) return Optional.of(image);
    }
    if (id.isPresent()) {
      Optional<T> found = only(images.stream().filter(i -> i.id().startsWith(id.get())).toList());
      if (found.isPresent()) return found;
    }
    if (ending.isEmpty()) return Optional.empty();
    return only(
        images.stream()
            .filter(i -> i.names().stream().anyMatch(name -> name.endsWith(ending)))
            .toList());
  }

  private static <T extends Named> Optional<T> only(List<T> images) {
    Set<String> ids = new LinkedHashSet<>();
    for (T image : images) ids.add(image.id());
    return ids.size() == 1 ? Optional.of(images.getFirst()) : Optional.empty();
  }

  private static boolean bears(Named image, ImageReference wanted) {
    if (wanted.digest().isEmpty()) return image.names().contains(wanted.toString());
    Digest digest = wanted.digest().get();
    boolean sameRepository =
        image.names().isEmpty()
            || image.names().stream()
                .anyMatch(
                    n -> n.startsWith(wanted.name() + ":") || n.startsWith(wanted.name() + "@"));
    return sameRepository && image.digests().stream().anyMatch(text -> is(text, digest));
  }

  private static boolean is(String text, Digest digest) {
    try {
      return Digest.parse(text).equals(digest);
    } catch (InvalidDigestException _) {
      return false;
    }
  }
}
