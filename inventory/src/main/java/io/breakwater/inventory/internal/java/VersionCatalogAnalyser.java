package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.Map;

/** The libraries that a Gradle build may name, with their versions: gradle/libs.versions.toml. */
public final class VersionCatalogAnalyser implements Analyser {
  private static final String EXTENSION = ".versions.toml";

  @Override
  public String name() {
    return "gradle-catalog";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.path().endsWith(EXTENSION);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj catalog = Toml.object(LockFiles.text(content));
    Json.Obj versions = catalog.object("versions");
    for (Map.Entry<String, Json> library : catalog.object("libraries").members().entrySet()) {
      switch (library.getValue()) {
        case Json.Str(String notation) -> {
          String[] parts = notation.split(":", 4);
          if (parts.length >= 2)
            report(parts[0], parts[1], parts.length > 2 ? parts[2] : "", facts);
        }
        case Json.Obj says -> {
          String module = says.text("module");
          int colon = module.indexOf(':');
          String group = colon < 0 ? says.text("group") : module.substring(0, colon);
          String artifact = colon < 0 ? says.text("name") : module.substring(colon + 1);
          Json version = says.get("version").orElse(Json.Obj.EMPTY);
          report(group, artifact, version(version, versions), facts);
        }
        default -> {}
      }
    }
  }

  /** A version is a text, a reference to one, or an object of wishes. */
  private static String version(Json version, Json.Obj versions) {
    if (version instanceof Json.Str(String text)) return text;
    if (!(version instanceof Json.Obj wishes)) return "";
    String reference = wishes.text("ref");
    if (!reference.isEmpty()) {
      Json named = versions.get(reference).orElse(Json.Obj.EMPTY);
      if (named instanceof Json.Str(String text)) return text;
      wishes = named instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
    for (String wish : new String[] {"strictly", "require", "prefer"}) {
      String text = wishes.text(wish);
      if (!text.isEmpty() && !isRange(text)) return text;
    }
    return "";
  }

  /** Whether this says what may be, not what is. */
  private static boolean isRange(String wanted) {
    return wanted.endsWith("+") || wanted.startsWith("latest.") || wanted.indexOf(',') >= 0;
  }

  private static void report(String group, String artifact, String wanted, FactSink facts) {
    if (group.isEmpty() || artifact.isEmpty()) return;
    Declared.of(Coordinates.maven(group, artifact, isRange(wanted) ? "" : wanted))
        .report(facts, EXTENSION);
  }
}
