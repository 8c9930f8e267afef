package io.breakwater.inventory.internal.php;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Packages and extensions that PEAR and PECL installed, by their registry: a file {@code name.reg}
 * for each, a serialized PHP array.
 */
public final class PearAnalyser implements Analyser {
  private static final String EXTENSION = ".reg";
  private static final int MAX_SIZE = 16 << 20;

  @Override
  public String name() {
    return "php-pear";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "g";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().endsWith(EXTENSION) && head.startsWith('a', ':');
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj found = PhpSerialized.object(content.readAll(MAX_SIZE));
    String name = found.text("name");
    String channel = found.text("channel");
    String version = found.object("version").text("release");
    if (version.isEmpty()) version = found.text("version");
    // Registries of PEAR before 1.4 keep both names elsewhere.
    if (name.isEmpty()) name = found.text("package");
    if (channel.isEmpty()) channel = "pear.php.net";
    if (name.isEmpty() || version.isEmpty()) return;
    new Coordinates("pear", channel, name, version, name)
        .report(facts, licences(found), "", EXTENSION);
  }

  private static List<String> licences(Json.Obj found) {
    String one = found.text("license");
    return Licences.name(one.isEmpty() ? found.object("license").text("_content") : one);
  }
}
