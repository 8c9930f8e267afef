package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.inventory.sbom.SbomComponent.Property;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Location;
import io.breakwater.model.Purl;
import io.breakwater.model.Scope;
import io.breakwater.model.SourcePackage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A component while a document is read: facts arrive in any order. Used by one thread. */
final class Draft {
  /** Longer texts are no names. */
  private static final int LONGEST = 2_000;

  String ref;
  Kind kind = Kind.LIBRARY;
  String name = "";
  String version = "";
  Scope scope = Scope.REQUIRED;
  @Nullable Purl purl;
  @Nullable SourcePackage source;
  final Set<String> licences = new LinkedHashSet<>();
  final Set<Digest> hashes = new LinkedHashSet<>();
  final Set<String> cpes = new LinkedHashSet<>();
  final Set<String> dependsOn = new LinkedHashSet<>();
  final Set<Location> locations = new LinkedHashSet<>();
  final List<Property> properties = new ArrayList<>();

  Draft(String ref) {
    this.ref = ref;
  }

  /** A package URL; the first valid one names the component, others are kept as properties. */
  void purl(String text, List<String> defects) {
    if (text.isBlank()) return;
    Optional<Purl> parsed = parse(text, defects);
    if (parsed.isPresent() && purl == null) purl = parsed.get();
    else if (parsed.isEmpty() || !parsed.get().equals(purl)) property(Names.PURL, text);
  }

  private Optional<Purl> parse(String text, List<String> defects) {
    try {
      return Optional.of(Purl.repair(text));
    } catch (InvalidPurlException invalid) {
      String reason = String.valueOf(invalid.getMessage());
      defects.add((name.isEmpty() ? ref : name) + ": " + cut(reason, 300));
      return Optional.empty();
    }
  }

  void licence(String words) {
    String name = words.strip();
    boolean none = name.isEmpty() || name.equals("NOASSERTION") || name.equals("NONE");
    if (!none && name.length() <= LONGEST) licences.add(name);
  }

  void hash(String algorithm, String content, List<String> defects) {
    Optional<Digest> hash = Hashes.read(algorithm, content);
    if (hash.isPresent()) hashes.add(hash.get());
    else defects.add(name + ": no " + cut(algorithm, 40) + " hash: " + cut(content, 80));
  }

  void cpe(String cpe) {
    if (!cpe.isBlank()) cpes.add(cpe.strip());
  }

  /** A property; those that say what a component says itself are taken as that. */
  void property(String key, String value) {
    if (key.isEmpty()) return;
    if (key.equals(Names.LOCATION)) {
      readLocation(value);
      return;
    }
    properties.add(new Property(key, value));
    if (key.equals(Names.SYFT_CPE) || key.equals(Names.CPE)) cpe(value);
    if (key.equals(Names.HASH)) digest(value).ifPresent(hashes::add);
  }

  /** A path in the image, absolute or not. */
  void location(String path, String layer, int line) {
    if (path.isBlank() || path.indexOf('\0') >= 0) return;
    String clean = path.startsWith("./") ? path.substring(1) : path;
    locations.add(
        new Location(
            digest(layer), clean.startsWith("/") ? clean : "/" + clean, Math.max(0, line)));
  }

  static Optional<Digest> digest(String text) {
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Digest.parse(text));
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }

  /** A location in one text: the path, {@code #L} and the line, {@code @} and the layer. */
  static String text(Location location) {
    return location.path()
        + (location.line() > 0 ? "#L" + location.line() : "")
        + location.layer().map(layer -> "@" + layer).orElse("");
  }

  private void readLocation(String text) {
    int at = text.lastIndexOf("@sha");
    String layer = at < 0 ? "" : text.substring(at + 1);
    boolean known = !layer.isEmpty() && digest(layer).isPresent();
    String path = known ? text.substring(0, at) : text;
    int hash = path.lastIndexOf("#L");
    int line = hash < 0 ? 0 : number(path.substring(hash + 2));
    location(line > 0 ? path.substring(0, hash) : path, known ? layer : "", line);
  }

  private static int number(String digits) {
    return digits.length() <= 9 && Chars.areDigits(digits) ? Integer.parseInt(digits) : 0;
  }

  String value(String key) {
    for (Property property : properties) if (property.name().equals(key)) return property.value();
    return "";
  }

  SbomComponent build() {
    Known.layers(this);
    Known.source(this);
    Known.scope(this);
    String own = value(Names.NAME);
    String full = !own.isEmpty() ? own : purl != null ? EcosystemNames.of(purl) : name;
    String exact = purl == null ? "" : purl.version().orElse("");
    // Some tools tell a package's version without its release, and both in the purl.
    boolean cut = EcosystemNames.hasReleases(purl) && exact.startsWith(version + "-");
    String said = version.isEmpty() || cut ? exact : version;
    properties.removeIf(property -> Known.isMember(property.name()));
    return new SbomComponent(
        ref,
        kind,
        Optional.ofNullable(purl),
        full,
        EcosystemNames.withEpoch(purl, said),
        List.copyOf(licences),
        List.copyOf(hashes),
        List.copyOf(cpes),
        List.copyOf(dependsOn),
        scope,
        Optional.ofNullable(source),
        List.copyOf(locations),
        properties);
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
