package io.breakwater.inventory.internal.haskell;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Digest;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/** What Haskell projects locked or ask for: stack.yaml.lock, stack.yaml, cabal.project.freeze. */
public final class HackageAnalyser implements Analyser {
  @Override
  public String name() {
    return "hackage";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "kle";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return Paths.isNamed(path, "stack.yaml.lock")
        || Paths.isNamed(path, "stack.yaml")
        || Paths.isNamed(path, "cabal.project.freeze");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String name = Paths.fileName(file.path());
    String text = LockFiles.text(content);
    switch (name) {
      case "stack.yaml.lock" -> {
        for (Json.Obj pkg : Yaml.object(text).objects("packages")) {
          Json.Obj completed = pkg.object("completed");
          String hackage = completed.text("hackage");
          if (!hackage.isEmpty()) identified(hackage, name, facts);
          else cloned(completed, name, facts);
        }
      }
      case "stack.yaml" -> {
        for (String extra : Yaml.object(text).texts("extra-deps")) identified(extra, name, facts);
      }
      default -> freeze(text, name, facts);
    }
  }

  /** {@code name-1.2.3@sha256:hash,size}; what has no version is a folder or a URL. */
  private static void identified(String text, String source, FactSink facts) {
    int at = text.indexOf('@');
    String identity = at < 0 ? text : text.substring(0, at);
    int dash = identity.lastIndexOf('-');
    if (dash <= 0 || !isVersion(identity.substring(dash + 1)) || identity.indexOf('/') >= 0) return;
    int comma = text.indexOf(',');
    List<Digest> hashes =
        at < 0
            ? List.of()
            : Hashes.tagged(text.substring(at + 1, comma > at ? comma : text.length()));
    Declared.of(
            Coordinates.plain("hackage", identity.substring(0, dash), identity.substring(dash + 1)))
        .hashed(hashes)
        .report(facts, source);
  }

  private static void cloned(Json.Obj completed, String source, FactSink facts) {
    String name = completed.text("name");
    if (name.isEmpty()) return;
    String git = completed.text("git");
    Declared.of(Coordinates.plain("hackage", name, completed.text("version")))
        .qualified("vcs_url", git.isEmpty() ? "" : "git+" + git + "@" + completed.text("commit"))
        .report(facts, source);
  }

  /**
   * Constraints {@code any.name ==1.2} between commas; flags and what is installed are left out.
   */
  private static void freeze(String text, String source, FactSink facts) {
    int number = 0;
    boolean inside = false;
    for (String line : text.split("\n", -1)) {
      number++;
      String plain = line.strip();
      if (plain.startsWith("--") || plain.isEmpty()) continue;
      if (plain.startsWith("constraints:")) {
        inside = true;
        plain = plain.substring("constraints:".length()).strip();
      } else if (line.charAt(0) > ' ') {
        inside = false;
      }
      if (!inside) continue;
      for (String constraint : plain.split(",", -1)) {
        int equals = constraint.indexOf("==");
        if (equals <= 0) continue;
        String name = constraint.substring(0, equals).strip();
        if (name.startsWith("any.")) name = name.substring(4);
        String version = constraint.substring(equals + 2).strip();
        if (name.isEmpty() || name.indexOf(' ') >= 0 || !isVersion(version)) continue;
        Declared.of(Coordinates.plain("hackage", name, version)).at(number).report(facts, source);
      }
    }
  }

  private static boolean isVersion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') return false;
    }
    return !text.isEmpty();
  }
}
