package io.breakwater.inventory.internal.php;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * PHP packages that Composer installed: vendor/composer/installed.json, an array until Composer 1,
 * an object since.
 */
public final class PhpAnalyser implements Analyser {
  private static final String FILE = "installed.json";
  private static final int MAX_SIZE = 6 << 20;

  @Override
  public String name() {
    return "php-composer";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "n";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(FILE) && Paths.isNamed(path, FILE);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json document = Json.parse(content.readAll(MAX_SIZE));
    List<Json> packages =
        switch (document) {
          case Json.Arr(List<Json> elements) -> elements;
          case Json.Obj object -> object.array("packages");
          default -> List.of();
        };
    for (Json element : packages) {
      if (!(element instanceof Json.Obj found)) continue;
      String name = found.text("name");
      String version = found.text("version");
      if (name.indexOf('/') <= 0 || version.isEmpty()) continue;
      Coordinates.path("composer", name, version)
          .report(facts, licences(found), needs(found), "", FILE);
    }
  }

  /** Without what is no package: PHP itself, its extensions and libraries. */
  private static List<String> needs(Json.Obj found) {
    var needs = new ArrayList<String>();
    for (String name : found.object("require").members().keySet()) {
      if (name.indexOf('/') > 0) needs.add(name);
    }
    return needs;
  }

  static List<String> licences(Json.Obj found) {
    String one = found.text("license");
    return one.isEmpty() ? Licences.names(found.texts("license")) : Licences.name(one);
  }
}
