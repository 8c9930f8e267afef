package io.breakwater.inventory.internal.brew;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the receipts of Homebrew: {@code Cellar/name/version/INSTALL_RECEIPT.json}, under whatever
 * prefix it is installed.
 */
public final class BrewAnalyser implements Analyser {
  private static final String RECEIPT = "INSTALL_RECEIPT.json";
  private static final String CELLAR = "Cellar/";
  private static final String CORE = "homebrew/core";
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int LONGEST = 256;
  private static final int MOST_DEPENDENCIES = 10_000;

  @Override
  public String name() {
    return "brew";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "n";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!Paths.isNamed(path, RECEIPT)) return false;
    int start = Paths.partFromEnd(path, 3);
    return path.startsWith(CELLAR, start);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String path = file.path();
    int nameStart = Paths.partFromEnd(path, 2);
    int versionStart = Paths.partFromEnd(path, 1);
    String name = path.substring(nameStart, versionStart - 1);
    String version = path.substring(versionStart, path.length() - RECEIPT.length() - 1);
    if (name.isEmpty() || version.isEmpty() || name.length() + version.length() > LONGEST) {
      throw new MalformedFileException("no package and version");
    }
    Json.Obj receipt = Json.parseObject(content.readAll(LARGEST));
    String tap = receipt.object("source").text("tap");
    boolean isOther = !tap.isEmpty() && !tap.equals(CORE) && tap.length() <= LONGEST;
    Purl purl = Purl.of("brew", isOther ? tap : "", name, version);
    facts.found(
        FoundPackage.of(purl, name, version, "")
            .with(PackageTraits.INSTALLED.dependingOn(dependencies(receipt))));
  }

  private static List<String> dependencies(Json.Obj receipt) {
    var names = new ArrayList<String>();
    for (Json.Obj dependency : receipt.objects("runtime_dependencies")) {
      String full = dependency.text("full_name"); // of another tap: tap/owner/name
      String name = full.substring(full.lastIndexOf('/') + 1);
      boolean isName = !name.isEmpty() && name.length() <= LONGEST;
      if (isName && names.size() < MOST_DEPENDENCIES) names.add(name);
    }
    return names;
  }
}
