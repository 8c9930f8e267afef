package io.breakwater.inventory.internal.cpp;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Presence;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Conan: conan.lock of Conan 1 and 2, conanfile.txt, and conaninfo.txt, which lies beside an
 * installed package.
 */
public final class ConanAnalyser implements Analyser {
  @Override
  public String name() {
    return "conan";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "kt";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.endsWith(".lock")) return Paths.isNamed(path, "conan.lock");
    if (!path.endsWith(".txt")) return false;
    int name = path.lastIndexOf('/') + 1;
    return path.startsWith("conanfile", name) || Paths.isNamed(path, "conaninfo.txt");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String name = Paths.fileName(file.path());
    if (name.endsWith(".lock")) {
      Json.Obj document = Json.parseObject(content.readAll(LockFiles.MAX_SIZE));
      Json.Obj nodes = document.object("graph_lock").object("nodes");
      if (nodes.members().isEmpty()) second(document, facts);
      else first(nodes, facts);
    } else if (name.equals("conaninfo.txt")) {
      info(file.path(), LockFiles.text(content), facts);
    } else {
      conanfile(LockFiles.text(content), name, facts);
    }
  }

  /** The graph of Conan 1. The project itself has a path, and nobody needs it. */
  private static void first(Json.Obj nodes, FactSink facts) {
    var needed = new HashSet<String>();
    for (String key : nodes.members().keySet()) needed.addAll(needs(nodes.object(key)));
    for (String key : nodes.members().keySet()) {
      Json.Obj node = nodes.object(key);
      if (!node.text("path").isEmpty() && !needed.contains(key)) continue;
      var needs = new ArrayList<String>();
      for (String to : needs(node)) needs.add(reference(nodes.object(to)));
      boolean build = node.text("context").equals("build");
      ConanReference.parse(reference(node))
          .ifPresent(
              found ->
                  found
                      .declared()
                      .scoped(build ? Scope.DEVELOPMENT : Scope.REQUIRED)
                      .needing(ConanReference.needs(needs))
                      .report(facts, "conan.lock"));
    }
  }

  /** The keys of the nodes that a node needs. */
  private static List<String> needs(Json.Obj node) {
    var needs = new ArrayList<String>();
    for (String field : List.of("requires", "build_requires")) {
      needs.addAll(node.texts(field));
      for (Json to : node.object(field).members().values()) {
        if (to instanceof Json.Str(String key)) needs.add(key);
      }
    }
    return needs;
  }

  private static String reference(Json.Obj node) {
    String reference = node.text("ref");
    return reference.isEmpty() ? node.text("pref") : reference;
  }

  /** The lists of Conan 2. */
  private static void second(Json.Obj document, FactSink facts) {
    all(document.texts("requires"), Scope.REQUIRED, "conan.lock", facts);
    all(document.texts("build_requires"), Scope.DEVELOPMENT, "conan.lock", facts);
    all(document.texts("python_requires"), Scope.DEVELOPMENT, "conan.lock", facts);
  }

  private static void all(List<String> references, Scope scope, String source, FactSink facts) {
    for (String reference : references) {
      ConanReference.parse(reference)
          .ifPresent(found -> found.declared().scoped(scope).report(facts, source));
    }
  }

  private static void conanfile(String text, String source, FactSink facts) {
    all(section(text, "[requires]"), Scope.REQUIRED, source, facts);
    all(section(text, "[build_requires]"), Scope.DEVELOPMENT, source, facts);
    all(section(text, "[tool_requires]"), Scope.DEVELOPMENT, source, facts);
    all(section(text, "[test_requires]"), Scope.DEVELOPMENT, source, facts);
  }

  /**
   * What an installed package was built with. Of Conan 1 the package itself stands in the path:
   * {@code name/version/user/channel/package/id/conaninfo.txt}.
   */
  private static void info(String path, String text, FactSink facts) {
    List<String> needs = section(text, "[full_requires]");
    if (needs.isEmpty()) needs = section(text, "[requires]");
    String[] parts = path.split("/", -1);
    int at = parts.length - 3;
    if (at >= 4 && parts[at].toLowerCase(Locale.ROOT).equals("package")) {
      String user = parts[at - 2].equals("_") ? "" : "@" + parts[at - 2] + "/" + parts[at - 1];
      ConanReference.parse(parts[at - 4] + "/" + parts[at - 3] + user)
          .map(ConanReference::declared)
          .map(found -> found.present(Presence.INSTALLED))
          .ifPresent(found -> found.report(facts, "conaninfo.txt"));
    }
    all(needs, Scope.REQUIRED, "conaninfo.txt", facts);
  }

  private static List<String> section(String text, String header) {
    var lines = new ArrayList<String>();
    boolean inside = false;
    for (String line : text.split("\n", -1)) {
      int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
      String plain = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (plain.startsWith("[")) inside = plain.equals(header);
      else if (inside && !plain.isEmpty()) lines.add(plain);
    }
    return lines;
  }
}
