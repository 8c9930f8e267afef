package io.breakwater.advisory.vex;

import io.breakwater.advisory.internal.PurlPattern;
import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The image that products are compared with, and what is in it. */
final class VexSubject {
  private final ImageInfo image;
  private final Optional<ImageReference> reference;
  private final List<Component> components;
  private final Map<String, List<Component>> dependents = new HashMap<>();

  VexSubject(ImageInfo image, List<Component> components) {
    this.image = image;
    this.reference = reference(image.name());
    this.components = List.copyOf(components);
  }

  private static Optional<ImageReference> reference(String name) {
    try {
      return Optional.of(ImageReference.parse(plain(name)));
    } catch (InvalidReferenceException none) {
      return Optional.empty();
    }
  }

  /** Whether this is the image. */
  boolean isImage(Identity identity) {
    for (Digest digest : identity.digests()) if (isImage(digest)) return true;
    for (String name : identity.names()) if (isImage(name)) return true;
    for (Purl purl : identity.purls()) if (isImage(purl)) return true;
    return false;
  }

  private boolean isImage(Digest digest) {
    return image.digest().filter(digest::equals).isPresent()
        || image.configDigest().filter(digest::equals).isPresent();
  }

  private boolean isImage(String name) {
    if (name.equals(image.name())) return true;
    Optional<ImageReference> other = reference(name);
    if (other.isEmpty()) return false;
    if (other.get().digest().isPresent()) return isImage(other.get().digest().get());
    return reference.isPresent()
        && other.get().name().equals(reference.get().name())
        && other.get().tag().equals(reference.get().tag());
  }

  private boolean isImage(Purl purl) {
    boolean oci = purl.type().equals("oci");
    if (!oci && !purl.type().equals("docker")) return false;
    String version = purl.version().orElse("");
    if (version.contains(":"))
      return new IdentityBuilder().id(version).build().digests().stream().anyMatch(this::isImage);
    if (reference.isEmpty()) return false;
    ImageReference mine = reference.get();
    String tag = oci && version.isEmpty() ? purl.qualifiers().getOrDefault("tag", "") : version;
    if (!tag.isEmpty() && !mine.tag().equals(Optional.of(tag))) return false;
    if (!oci) {
      String path = purl.namespace().orElse("library") + "/" + purl.name();
      return path.equals(mine.repository());
    }
    String repository = purl.qualifiers().getOrDefault("repository_url", "");
    if (!repository.isEmpty()) {
      return reference(repository).filter(r -> r.name().equals(mine.name())).isPresent()
          || reference(repository + "/" + purl.name())
              .filter(r -> r.name().equals(mine.name()))
              .isPresent();
    }
    int slash = mine.repository().lastIndexOf('/');
    return purl.name().equals(mine.repository().substring(slash + 1));
  }

  /** Whether this is the package: 2 when its version is named or its hash, 1 for any; else 0. */
  static int isComponent(Identity identity, Component component) {
    for (Digest digest : identity.digests()) {
      if (component.traits().hashes().contains(digest)) return 2;
    }
    int best = 0;
    for (Purl purl : identity.purls()) {
      var pattern = new PurlPattern(purl);
      if (pattern.matches(component)) best = Math.max(best, pattern.isExact() ? 2 : 1);
    }
    return best;
  }

  /** Whether the package lies inside, or was installed by, one that this is. */
  boolean isAround(Identity identity, Component inner) {
    for (Component outer : components) {
      if (outer.id().equals(inner.id()) || !contains(outer, inner)) continue;
      if (isComponent(identity, outer) > 0) return true;
    }
    return false;
  }

  /**
   * Whether the package is there only as a dependency of one that this is: every way from it up to
   * what nothing depends on leads through that one.
   */
  boolean isRootOf(Identity identity, Component part) {
    boolean met = false;
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Component>();
    open.add(part);
    while (!open.isEmpty()) {
      List<Component> needing = dependents().getOrDefault(open.remove().id(), List.of());
      if (needing.isEmpty()) return false;
      for (Component one : needing) {
        if (isComponent(identity, one) > 0) met = true;
        else if (seen.add(one.id())) open.add(one);
      }
    }
    return met;
  }

  /** Who depends on whom, made when first asked. */
  private Map<String, List<Component>> dependents() {
    if (dependents.isEmpty()) {
      for (Component one : components) {
        for (String id : one.traits().dependsOn()) {
          dependents.computeIfAbsent(id, none -> new ArrayList<>(2)).add(one);
        }
      }
    }
    return dependents;
  }

  private static boolean contains(Component outer, Component inner) {
    if (inner.ownedBy().filter(outer.id()::equals).isPresent()) return true;
    String path = inner.locations().getFirst().path();
    for (var at : outer.locations()) if (path.startsWith(at.path() + "!/")) return true;
    return false;
  }

  /**
   * Whether this is the distribution, by its CPE name: vendor, product and the version's number.
   */
  boolean isDistribution(Identity identity) {
    for (String cpe : identity.cpes()) if (isDistribution(cpe, image.os())) return true;
    return false;
  }

  private static boolean isDistribution(String cpe, OperatingSystem os) {
    List<String> parts = parts(cpe);
    if (parts.size() < 4) return false;
    String vendor = parts.get(1);
    String product = parts.get(2).toLowerCase(Locale.ROOT);
    boolean fits =
        switch (os.id()) {
          case "rhel" ->
              vendor.equals("redhat")
                  && (product.equals("enterprise_linux") || product.startsWith("rhel"));
          case "debian" -> vendor.equals("debian") && product.equals("debian_linux");
          case "ubuntu" -> vendor.equals("canonical") && product.equals("ubuntu_linux");
          case "alpine" -> product.equals("alpine_linux");
          case "ol" -> vendor.equals("oracle") && product.equals("linux");
          case "sles" -> vendor.equals("suse") && product.startsWith("sles");
          case "opensuse-leap" -> vendor.equals("opensuse") && product.equals("leap");
          default -> false;
        };
    if (!fits) return false;
    String version = parts.get(3);
    return version.equals(os.version())
        || (!version.isEmpty() && os.version().startsWith(version + "."));
  }

  /** Part, vendor, product, version of a CPE name in either binding. */
  private static List<String> parts(String cpe) {
    String plain =
        cpe.startsWith("cpe:/")
            ? cpe.substring(5)
            : cpe.startsWith("cpe:2.3:") ? cpe.substring(8) : "";
    return new ArrayList<>(List.of(plain.split(":", -1)));
  }

  /** A reference without the word that says where to look for it. */
  private static String plain(String name) {
    for (String scheme : new String[] {"registry:", "podman:", "docker:", "containerd:"}) {
      if (name.startsWith(scheme)) return name.substring(scheme.length());
    }
    return name;
  }
}
