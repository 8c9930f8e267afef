package io.breakwater.inventory.internal.notes;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a package note says, by systemd's specification of package metadata for executable files.
 * Its name and version are the source package's: a note is written before packages are split.
 *
 * @param type the package manager, or another word for where the software is from
 * @param architecture the binary package's
 * @param os the distribution that it was built for
 * @param purl a package URL that the note brings; may be empty
 * @param cpe a CPE name of the software; may be empty
 */
record PackageNote(
    String type,
    String name,
    String version,
    String architecture,
    OperatingSystem os,
    String purl,
    String cpe) {
  /** Longer words are no names. */
  private static final int LONGEST = 300;

  static PackageNote of(Json.Obj note) {
    String id = note.text("os").toLowerCase(Locale.ROOT);
    OperatingSystem os =
        id.isEmpty() || !isWord(id) || !isPlain(note.text("osVersion"))
            ? OsCpe.parse(note.text("osCpe"))
            : new OperatingSystem(id, note.text("osVersion"), id + " " + note.text("osVersion"));
    return new PackageNote(
        note.text("type").toLowerCase(Locale.ROOT),
        note.text("name"),
        note.text("version"),
        note.text("architecture"),
        os,
        note.text("purl"),
        note.text("appCpe"));
  }

  void report(FactSink facts) {
    if (!isWord(name) || !isPlain(version) || !isPlain(architecture)) {
      facts.notAnalysed("", NotAnalysed.Reason.MALFORMED, "no package name in the package note");
      return;
    }
    Optional<Purl> url = url();
    if (url.isEmpty()) {
      facts.notAnalysed("", NotAnalysed.Reason.MALFORMED, "no package in the package note");
      return;
    }
    Optional<SourcePackage> source =
        ofDistribution() && !version.isEmpty()
            ? Optional.of(new SourcePackage(name, version))
            : Optional.empty();
    String says =
        "package note says " + type + " " + name + (version.isEmpty() ? "" : " ") + version;
    List<String> cpes = cpe.startsWith("cpe:") && isWord(cpe) ? List.of(cpe) : List.of();
    facts.found(
        new FoundPackage(url.get(), name, version, source, List.of(), "", says)
            .with(PackageTraits.INSTALLED.named(cpes)));
  }

  private Optional<Purl> url() {
    try {
      if (!purl.isEmpty() && !ofDistribution()) return Optional.of(Purl.parse(purl));
      return Optional.of(
          switch (purlType()) {
            case "generic" -> Purl.of("generic", "", name, version);
            case String distributions -> ofDistribution(distributions);
          });
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  private Purl ofDistribution(String purlType) {
    Map<String, String> qualifiers = new HashMap<>();
    qualifiers.put("arch", architecture);
    // The merge adds the image's distribution where the note names none.
    String namespace = os.known() ? os.id() : "unknown";
    if (os.known()) {
      qualifiers.put("distro", os.version().isEmpty() ? os.id() : os.id() + "-" + os.version());
    }
    int colon = purlType.equals("rpm") ? version.indexOf(':') : -1;
    if (colon > 0) qualifiers.put("epoch", version.substring(0, colon));
    return Purl.of(purlType, namespace, name, version.substring(colon + 1), qualifiers);
  }

  private boolean ofDistribution() {
    return !purlType().equals("generic");
  }

  private String purlType() {
    return switch (type) {
      case "rpm", "deb", "apk", "alpm", "opkg" -> type;
      case "pacman", "arch" -> "alpm";
      case "ipk" -> "opkg";
      default -> "generic";
    };
  }

  private static boolean isWord(String text) {
    if (text.isEmpty() || !isPlain(text)) return false;
    for (int i = 0; i < text.length(); i++) {
      if ("/\\<>\"{}%".indexOf(text.charAt(i)) >= 0) return false;
    }
    return true;
  }

  /** Whether it is short, of visible characters alone. */
  private static boolean isPlain(String text) {
    if (text.length() > LONGEST) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) return false;
    }
    return true;
  }
}
