package io.breakwater.inventory.internal.rust;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * A crate's manifest, Cargo.toml: the crate itself, and of its dependencies those that can have one
 * version only. Ranges say what may be, not what is: that is for Cargo.lock to tell.
 */
public final class CargoTomlAnalyser implements Analyser {
  private static final String FILE = "Cargo.toml";

  @Override
  public String name() {
    return "cargo-manifest";
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
    String path = file.path();
    return LockFiles.is(path, FILE) && !LockFiles.isVendored(path);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj manifest = Toml.object(LockFiles.text(content));
    Json.Obj crate = manifest.object("package");
    if (!crate.text("name").isEmpty()) {
      Declared.of(Coordinates.plain("cargo", crate.text("name"), crate.text("version")))
          .licensed(Licences.name(crate.text("license")))
          .report(facts, FILE);
    }
    dependencies(manifest.object("dependencies"), Scope.REQUIRED, facts);
    dependencies(manifest.object("dev-dependencies"), Scope.DEVELOPMENT, facts);
    dependencies(manifest.object("build-dependencies"), Scope.DEVELOPMENT, facts);
  }

  private static void dependencies(Json.Obj wanted, Scope scope, FactSink facts) {
    wanted.members().forEach((name, value) -> dependency(name, value, scope, facts));
  }

  private static void dependency(String key, Json value, Scope scope, FactSink facts) {
    Json.Obj says = value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    String range = value instanceof Json.Str(String text) ? text : says.text("version");
    String version = exact(range.strip());
    String commit = says.text("git").isEmpty() ? "" : says.text("rev");
    if (version.isEmpty() && commit.isEmpty()) return;
    String renamed = says.text("package");
    Declared.of(Coordinates.plain("cargo", renamed.isEmpty() ? key : renamed, version))
        .qualified("vcs_url", version.isEmpty() ? "git+" + says.text("git") + "@" + commit : "")
        .scoped(says.isTrue("optional") && scope == Scope.REQUIRED ? Scope.OPTIONAL : scope)
        .report(facts, FILE);
  }

  /**
   * The one version that a requirement allows: {@code =1.2.3}, or {@code 0.0.3} as Cargo reads it.
   */
  private static String exact(String range) {
    String version = range.startsWith("=") ? range.substring(1).strip() : range;
    boolean caret = !range.startsWith("=");
    if (caret && !version.startsWith("0.0.")) return "";
    int dots = 0;
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (c == '.') dots++;
      else if (c == ',' || c == '*' || c <= ' ') return "";
    }
    return dots >= 2 ? version : "";
  }
}
