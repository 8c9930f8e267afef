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

/** The packages that an SBOM found in a layer lists. */
final class SbomPackages {
  private final Sbom sbom;
  private final boolean installed;
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param installed whether the SBOM tells what is installed, not only what is declared
   */
  SbomPackages(Sbom sbom, boolean installed) {
    this.sbom = sbom;
    this.installed = installed;
    for (SbomComponent each : sbom.components()) names.put(each.ref(), words(each));
  }

  /** Reports its subject and components that have a package URL, and what is wrong with it. */
  void report(FactSink facts) {
    report(sbom.subject(), facts);
    for (SbomComponent each : sbom.components()) report(each, facts);
    for (String defect : sbom.defects()) {
      facts.notAnalysed("", NotAnalysed.Reason.MALFORMED, defect);
    }
  }

  private void report(SbomComponent component, FactSink facts) {
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
    facts.found(
        new FoundPackage(
                plain(purl),
                component.name(),
                component.version(),
                component.source(),
                component.licences(),
                "",
                sbom.format() + " lists " + words(component))
            .with(traits));
  }

  /**
   * The purl as other analysers write it, so that a package is one component: the distribution is
   * told by the merge.
   */
  private static Purl plain(Purl purl) {
    return switch (purl.type()) {
      case "deb", "rpm", "apk" -> {
        Map<String, String> qualifiers = new HashMap<>();
        for (String key : new String[] {"arch", "epoch"}) {
          qualifiers.put(key, purl.qualifiers().getOrDefault(key, ""));
        }
        yield Purl.of(purl.type(), "unknown", purl.name(), purl.version().orElse(""), qualifiers);
      }
      default -> purl;
    };
  }

  private static String words(SbomComponent component) {
    return component.version().isEmpty()
        ? component.name()
        : component.name() + "@" + component.version();
  }
}
