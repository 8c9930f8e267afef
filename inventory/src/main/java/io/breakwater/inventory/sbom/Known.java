package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Property;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import java.util.Locale;
import java.util.Optional;

/**
 * What tools say in properties and qualifiers of their own: layers, paths and source packages as
 * Breakwater, Trivy and Syft write them.
 */
final class Known {
  private static final String SYFT_LOCATION = "syft:location:";

  private Known() {}

  /** Our properties that are members of a component once they are read. */
  static boolean isMember(String name) {
    return switch (name) {
      case Names.NAME,
          Names.SCOPE,
          Names.CPE,
          Names.HASH,
          Names.KIND,
          Names.SOURCE_NAME,
          Names.SOURCE_VERSION ->
          true;
      default -> false;
    };
  }

  /** Takes layers and paths out of the properties of other tools. */
  static void layers(Draft draft) {
    if (!draft.locations.isEmpty()) return;
    String path = draft.value(Names.TRIVY + "FilePath");
    if (!path.isEmpty()) draft.location(path, draft.value(Names.TRIVY + "LayerDiffID"), 0);
    for (Property property : draft.properties) {
      String name = property.name();
      if (!name.startsWith(SYFT_LOCATION) || !name.endsWith(":path")) continue;
      String layer = name.substring(0, name.length() - "path".length()) + "layerID";
      draft.location(property.value(), draft.value(layer), 0);
    }
  }

  /** Finds the source package, unless the document told it by itself. */
  static void source(Draft draft) {
    if (draft.source != null) return;
    String name = draft.value(Names.SOURCE_NAME);
    String version = draft.value(Names.SOURCE_VERSION);
    if (name.isEmpty()) {
      name = draft.value(Names.TRIVY + "SrcName");
      version = trivyVersion(draft);
    }
    if (name.isEmpty()) {
      name = draft.value("syft:metadata:source");
      version = draft.value("syft:metadata:sourceVersion");
    }
    if (name.isEmpty()) name = draft.value("syft:metadata:originPackage");
    if (name.isEmpty()) {
      Optional<SourcePackage> rpm = sourceRpm(draft.value("syft:metadata:sourceRpm"), draft.purl);
      if (rpm.isPresent()) draft.source = rpm.get();
    }
    if (!name.isEmpty()) draft.source = new SourcePackage(name, or(version, draft));
    else if (draft.source == null && draft.purl != null) upstream(draft, draft.purl);
  }

  private static String trivyVersion(Draft draft) {
    String version = draft.value(Names.TRIVY + "SrcVersion");
    String release = draft.value(Names.TRIVY + "SrcRelease");
    String epoch = draft.value(Names.TRIVY + "SrcEpoch");
    if (!version.isEmpty() && !release.isEmpty()) version = version + "-" + release;
    boolean plain = epoch.isEmpty() || epoch.equals("0") || version.isEmpty();
    return plain ? version : epoch + ":" + version;
  }

  /** {@code upstream=name}, {@code name@version} or {@code name-version-release.src.rpm}. */
  private static void upstream(Draft draft, Purl purl) {
    String upstream = purl.qualifiers().getOrDefault("upstream", "");
    if (upstream.isEmpty() || EcosystemNames.hasNamespace(purl.type())) return;
    if (upstream.endsWith(".rpm")) {
      sourceRpm(upstream, purl).ifPresent(source -> draft.source = source);
      return;
    }
    int at = upstream.indexOf('@');
    String name = at < 0 ? upstream : upstream.substring(0, at);
    String version = at < 0 ? "" : upstream.substring(at + 1);
    if (!name.isEmpty()) draft.source = new SourcePackage(name, or(version, draft));
  }

  /** The source package that the file name of a source rpm tells. */
  static Optional<SourcePackage> sourceRpm(
      String file, @org.jspecify.annotations.Nullable Purl of) {
    if (!file.endsWith(".rpm")) return Optional.empty();
    String stem = file.substring(0, file.length() - ".rpm".length());
    int arch = stem.lastIndexOf('.');
    int release = arch < 0 ? -1 : stem.lastIndexOf('-', arch);
    int version = release <= 0 ? -1 : stem.lastIndexOf('-', release - 1);
    if (version <= 0) return Optional.empty();
    String full = EcosystemNames.withEpoch(of, stem.substring(version + 1, arch));
    return Optional.of(new SourcePackage(stem.substring(0, version), full));
  }

  private static String or(String version, Draft draft) {
    if (!version.isEmpty()) return version;
    String own = draft.version;
    if (own.isEmpty() && draft.purl != null) own = draft.purl.version().orElse("");
    return EcosystemNames.withEpoch(draft.purl, own);
  }

  /** Our own words for a scope and a kind. */
  static void scope(Draft draft) {
    String word = draft.value(Names.SCOPE).toUpperCase(Locale.ROOT);
    for (Scope scope : Scope.values()) if (scope.name().equals(word)) draft.scope = scope;
    draft.kind = CycloneDxReader.kind(draft.value(Names.KIND), draft.kind);
  }
}
