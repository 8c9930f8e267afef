package io.breakwater.inventory.internal.r;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Packages of R: those in a library ({@code library/NAME/DESCRIPTION}), and those of renv.lock. */
public final class RAnalyser implements Analyser {
  private static final String LOCK = "renv.lock";
  private static final int MAX_DESCRIPTION = 1 << 20;

  @Override
  public String name() {
    return "r";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "kN";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.endsWith(LOCK)) return Paths.isNamed(path, LOCK);
    if (!path.endsWith("/DESCRIPTION")) return false;
    int folder = path.lastIndexOf('/', path.length() - "/DESCRIPTION".length() - 1);
    return folder > 0 && path.startsWith("library", folder - "library".length());
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(LOCK)) {
      lock(Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
    } else {
      installed(new String(content.readAll(MAX_DESCRIPTION), StandardCharsets.UTF_8), facts);
    }
  }

  private static void lock(Json.Obj document, FactSink facts) {
    Json.Obj packages = document.object("Packages");
    for (String key : packages.members().keySet()) {
      Json.Obj pkg = packages.object(key);
      String name = pkg.text("Package").isEmpty() ? key : pkg.text("Package");
      Declared.of(Coordinates.plain(type(pkg.text("Source")), name, pkg.text("Version")))
          .needing(pkg.texts("Requirements"))
          .qualified("vcs_url", git(pkg))
          .report(facts, LOCK);
    }
  }

  private static String type(String source) {
    return source.equals("Bioconductor") ? "bioconductor" : "cran";
  }

  private static String git(Json.Obj pkg) {
    String host = pkg.text("RemoteHost");
    String repository = pkg.text("RemoteRepo");
    if (repository.isEmpty() || !host.equals("api.github.com")) return "";
    return "git+https://github.com/"
        + pkg.text("RemoteUsername")
        + "/"
        + repository
        + "@"
        + pkg.text("RemoteSha");
  }

  /** Fields as Debian writes them; only an installed package says what it was built with. */
  private static void installed(String text, FactSink facts) {
    Map<String, String> fields = fields(text);
    String name = fields.getOrDefault("Package", "");
    if (name.isEmpty() || !fields.containsKey("Built")) return;
    var needs = new ArrayList<String>();
    for (String field : List.of("Depends", "Imports", "LinkingTo")) {
      needs(fields.getOrDefault(field, ""), needs);
    }
    boolean bioconductor = fields.containsKey("biocViews");
    String version = fields.getOrDefault("Version", "");
    Declared.installed(Coordinates.plain(bioconductor ? "bioconductor" : "cran", name, version))
        .needing(needs)
        .licensed(Licences.name(fields.getOrDefault("License", "")))
        .hashed(Hashes.hex("md5", fields.getOrDefault("MD5sum", "")))
        .report(facts, "DESCRIPTION");
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    String key = "";
    var value = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) <= ' ') {
        value.append(' ').append(line.strip());
        continue;
      }
      if (!key.isEmpty()) fields.putIfAbsent(key, value.toString());
      int colon = line.indexOf(':');
      key = colon > 0 ? line.substring(0, colon) : "";
      value.setLength(0);
      if (colon > 0) value.append(line.substring(colon + 1).strip());
    }
    if (!key.isEmpty()) fields.putIfAbsent(key, value.toString());
    return fields;
  }

  private static void needs(String field, List<String> needs) {
    for (String need : field.split(",", -1)) {
      String name = need.strip();
      int end = 0;
      while (end < name.length() && " (\t".indexOf(name.charAt(end)) < 0) end++;
      if (end > 0 && !name.startsWith("R ") && !name.equals("R")) needs.add(name.substring(0, end));
    }
  }
}
