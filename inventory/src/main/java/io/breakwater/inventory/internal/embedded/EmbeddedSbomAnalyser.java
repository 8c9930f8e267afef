package io.breakwater.inventory.internal.embedded;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.inventory.sbom.UnreadableSbomException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * SBOMs in layers: Bitnami's {@code .spdx-NAME.spdx} beside the software that they describe, which
 * is installed by their word; and {@code *.cdx.json}, {@code *.cdx.xml}, {@code *.spdx.json} and
 * whatever lies in {@code share/sbom}, whose packages are declared. Those of melange in {@code
 * var/lib/db/sbom} are left out: apk's database says what is installed, and they add sources.
 */
public final class EmbeddedSbomAnalyser implements Analyser {
  @Override
  public String name() {
    return "embedded-sbom";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 6) return false;
    return switch (path.charAt(length - 1)) {
      case 'n' -> path.endsWith(".json") && isNamed(path) && head.startsWith('{');
      case 'x' -> path.endsWith(".spdx") && (head.startsWith('{') || isTagValue(head));
      case 'l' -> path.endsWith(".cdx.xml");
      default -> false;
    };
  }

  private static boolean isNamed(String path) {
    if (path.endsWith(".cdx.json") || path.endsWith(".spdx.json")) {
      return !path.startsWith("var/lib/db/sbom/");
    }
    return path.contains("share/sbom/") || isBesideSoftware(path);
  }

  private static boolean isTagValue(Head head) {
    return head.startsWith('S', 'P', 'D', 'X', 'V', 'e', 'r', 's', 'i', 'o', 'n');
  }

  /** Whether an SBOM's place tells that what it describes lies in the same folder. */
  private static boolean isBesideSoftware(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.startsWith(".spdx-", name) || path.startsWith(".spdx.", name);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Sbom sbom;
    try {
      sbom = SbomReader.read(content.readAll(SbomPackages.LARGEST));
    } catch (UnreadableSbomException unreadable) {
      facts.notAnalysed("", NotAnalysed.Reason.UNSUPPORTED, unreadable.reason());
      return;
    }
    new SbomPackages(sbom, isBesideSoftware(file.path())).report(facts);
  }
}
