package io.breakwater.inventory.internal.snap;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads snaps that are unpacked: {@code meta/snap.yaml} says which snap it is, {@code
 * snap/manifest.yaml} which Debian packages it was made of.
 */
public final class SnapAnalyser implements Analyser {
  private static final String SNAP = "meta/snap.yaml";
  private static final String MANIFEST = "snap/manifest.yaml";
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int LONGEST = 256;

  @Override
  public String name() {
    return "snap";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(".yaml") && (Paths.isNamed(path, SNAP) || Paths.isNamed(path, MANIFEST));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj yaml = Yaml.object(new String(content.readAll(LARGEST), StandardCharsets.UTF_8));
    if (file.path().endsWith(SNAP)) snap(yaml, facts);
    else manifest(yaml, facts);
  }

  private static void snap(Json.Obj yaml, FactSink facts) {
    String name = yaml.text("name");
    String version = yaml.text("version");
    if (!isName(name) || version.length() > LONGEST) return;
    Purl purl = Purl.of("snap", "", name, version).withQualifier("arch", architecture(yaml));
    List<String> licences = Licences.name(yaml.text("license"));
    facts.found(new FoundPackage(purl, name, version, Optional.empty(), licences, "", ""));
  }

  private static void manifest(Json.Obj yaml, FactSink facts) {
    String system = yaml.text("snapcraft-os-release-id");
    if (!isName(system)) system = "ubuntu";
    String release = release(yaml);
    String distribution = release.isEmpty() ? "" : system + "-" + release;
    String architecture = architecture(yaml);
    for (String staged : yaml.texts("primed-stage-packages")) {
      int equals = staged.indexOf('=');
      if (equals <= 0 || staged.length() > LONGEST) continue;
      int colon = staged.lastIndexOf(':', equals);
      String name = staged.substring(0, colon > 0 ? colon : equals);
      String version = staged.substring(equals + 1);
      if (!isName(name)) continue;
      String arch = colon > 0 ? staged.substring(colon + 1, equals) : architecture;
      Purl purl = Purl.of("deb", system, name, version).withQualifier("arch", arch);
      purl = purl.withQualifier("distro", distribution);
      String says = "snapcraft staged " + name + " " + version;
      facts.found(FoundPackage.of(purl, name, version, says));
    }
  }

  /** Of the Ubuntu that it was built on, whatever the image is made of; empty when not told. */
  private static String release(Json.Obj yaml) {
    for (String key : new String[] {"build-base", "base"}) {
      String base = yaml.text(key);
      if (base.equals("core")) return "16.04";
      boolean numbered = base.length() == 6 && base.startsWith("core");
      if (numbered && isDigit(base.charAt(4)) && isDigit(base.charAt(5))) {
        return base.substring(4) + ".04";
      }
    }
    String release = yaml.text("snapcraft-os-release-version-id");
    return isName(release) && isDigit(release.charAt(0)) ? release : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isName(String text) {
    return Names.isName(text) && text.length() <= LONGEST;
  }

  /** The one architecture that it is for; empty for several. */
  private static String architecture(Json.Obj yaml) {
    List<String> all = yaml.texts("architectures");
    return all.size() == 1 && all.getFirst().length() <= LONGEST ? all.getFirst() : "";
  }
}
