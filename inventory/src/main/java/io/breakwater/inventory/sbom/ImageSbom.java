package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.inventory.sbom.SbomComponent.Property;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Evidence;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.Layer;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the SBOM of an image. What is known of the image, not of a scan, is in it. */
final class ImageSbom {
  private static final String OS_REF = "operating-system";

  private ImageSbom() {}

  static Sbom of(ImageInfo image, List<Component> found) {
    var components = new ArrayList<SbomComponent>(found.size() + 1);
    OperatingSystem os = image.os();
    if (os.known()) components.add(system(os));
    for (Component component : found) components.add(component(component));
    return new Sbom(image.foundIn(), subject(image), image.created(), os, components, List.of());
  }

  private static SbomComponent subject(ImageInfo image) {
    var properties = new ArrayList<Property>();
    image.digest().ifPresent(d -> add(properties, Names.IMAGE_DIGEST, d.toString()));
    image.configDigest().ifPresent(d -> add(properties, Names.CONFIG_DIGEST, d.toString()));
    add(properties, Names.PLATFORM, image.platform().toString());
    int number = 1;
    for (Layer layer : image.layers()) {
      String prefix = Names.IMAGE_LAYER + number++ + ":";
      add(properties, prefix + "diffId", layer.diffId().toString());
      add(properties, prefix + "digest", layer.digest().toString());
      if (!layer.instruction().isEmpty()) {
        add(properties, prefix + "instruction", layer.instruction());
      }
      if (layer.origin() != Origin.UNKNOWN) add(properties, prefix + "origin", layer.origin().id());
    }
    Optional<Digest> digest = image.digest().or(image::configDigest);
    return new SbomComponent(
        "image",
        image.foundIn().equals("dir") ? Kind.PLATFORM : Kind.CONTAINER,
        image.digest().flatMap(d -> purl(image.name(), d)),
        image.name(),
        digest.map(Digest::toString).orElse(""),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Scope.REQUIRED,
        Optional.empty(),
        List.of(),
        properties);
  }

  /** {@code pkg:oci}, for images that bear the name of a repository. */
  private static Optional<Purl> purl(String name, Digest digest) {
    try {
      ImageReference reference = ImageReference.parse(name);
      String repository = reference.repository();
      String last = repository.substring(repository.lastIndexOf('/') + 1);
      Map<String, String> qualifiers =
          Map.of("repository_url", reference.registry() + "/" + repository);
      return Optional.of(Purl.of("oci", "", last, digest.toString(), qualifiers));
    } catch (InvalidReferenceException | io.breakwater.model.InvalidPurlException _) {
      return Optional.empty(); // an archive or a folder
    }
  }

  private static SbomComponent system(OperatingSystem os) {
    return new SbomComponent(
        OS_REF,
        Kind.OPERATING_SYSTEM,
        Optional.empty(),
        os.id(),
        os.version(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Scope.REQUIRED,
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static SbomComponent component(Component component) {
    PackageTraits traits = component.traits();
    var properties = new ArrayList<Property>();
    component
        .introducedIn()
        .ifPresent(introduced -> add(properties, Names.LAYER, introduced.layer().toString()));
    if (component.origin() != Origin.UNKNOWN) {
      add(properties, Names.ORIGIN, component.origin().id());
    }
    if (traits.presence() != Presence.INSTALLED) {
      add(properties, Names.PRESENCE, traits.presence().id());
    }
    component.ownedBy().ifPresent(owner -> add(properties, Names.OWNED_BY, owner));
    for (Evidence evidence : component.evidence()) {
      add(properties, Names.EVIDENCE, evidence.source() + ": " + evidence.statement());
    }
    return new SbomComponent(
        component.id(),
        Kind.LIBRARY,
        Optional.of(component.purl()),
        component.name(),
        component.version(),
        component.licences(),
        traits.hashes(),
        traits.cpes(),
        traits.dependsOn(),
        traits.scope(),
        component.source(),
        component.locations(),
        properties);
  }

  private static void add(List<Property> properties, String name, String value) {
    var property = new Property(name, value);
    if (!properties.contains(property)) properties.add(property);
  }
}
