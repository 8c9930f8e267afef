package io.breakwater.inventory.internal.embedded;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomComponent;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Presence;
import io.breakwater.model.Purl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packages that an SBOM found in a layer lists, in the form that other analysers find them in,
 * so that a package which is found and listed is one component.
 */
public final class SbomPackages {
  /** Larger documents are not read. */
  public static final int LARGEST = 16 << 20;

  private final Sbom sbom;
  private final boolean installed;
  private final String inner;
  private final Map<String, String> names = new HashMap<>();

  /** Of one that is a file of the layer. */
  SbomPackages(Sbom sbom, boolean installed) {
    this(sbom, installed, "");
  }

  /**
   * Of one inside a file.
   *
   * @param installed whether the SBOM tells what is installed, not only what is declared
   * @param inner as in {@link FoundPackage}
   */
  public SbomPackages(Sbom sbom, boolean installed, String inner) {
    this.sbom = sbom;
    this.installed = installed;
    this.inner = inner;
    for (SbomComponent each : sbom.components()) names.put(each.ref(), words(each));
  }

  /** Reports its subject and components that have a package URL, and what is wrong with it. */
  public void report(FactSink facts) {
    for (FoundPackage found : packages()) facts.found(found);
    for (String defect : sbom.defects()) {
      facts.notAnalysed(inner, NotAnalysed.Reason.MALFORMED, defect);
    }
  }

  /** Its subject and components that have a package URL. */
  public List<FoundPackage> packages() {
    var packages = new ArrayList<FoundPackage>();
    add(sbom.subject(), packages);
    for (SbomComponent each : sbom.components()) add(each, packages);
    return packages;
  }

  private void add(SbomComponent component, List<FoundPackage> packages) {
    if (component.purl().isEmpty() || component.name().isEmpty()) return;
    Purl purl = component.purl().get();
    if (purl.type().equals("oci") || purl.type().equals("docker")) return;
    List<String> needs = new ArrayList<>();
    for (String ref : component.dependsOn()) {
      String name = names.get(ref);
      if (name != null) needs.add(name);
    }
    var traits =
        new PackageTraits(
            installed ? component.presence() : Presence.DECLARED,
            component.scope(),
            needs,
            component.hashes(),
            component.cpes());
    packages.add(
        new FoundPackage(
                plain(purl),
                component.name(),
                component.version(),
                component.source(),
                component.licences(),
                inner,
                sbom.format() + " lists " + words(component))
            .with(traits));
  }

  /** The purl as other analysers write it: the distribution is told by the merge. */
  private static Purl plain(Purl purl) {
    return switch (purl.type()) {
      case "deb", "rpm", "apk" -> {
        Map<String, String> qualifiers = new HashMap<>();
        for (String key : new String[] {"arch", "epoch"}) {
          qualifiers.put(key, purl.qualifiers().getOrDefault(key, ""));
        }
        yield Purl.of(purl.type(), "unknown", purl.name(), purl.version().orElse(""), qualifiers);
      }
      // No archive tells them of itself.
      case "maven" -> without(purl, "type", "classifier");
      case "golang" -> without(purl, "type", "goos", "goarch");
      default -> purl;
    };
  }

  private static Purl without(Purl purl, String... keys) {
    Purl plain = purl;
    for (String key : keys) {
      if (plain.qualifiers().containsKey(key)) plain = plain.withQualifier(key, "");
    }
    return plain;
  }

  private static String words(SbomComponent component) {
    return component.version().isEmpty()
        ? component.name()
        : component.name() + "@" + component.version();
  }
}
