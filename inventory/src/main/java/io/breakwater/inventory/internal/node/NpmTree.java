package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of node_modules as npm locked them. A name means the package that Node.js would load:
 * the one in the nearest folder upwards.
 */
final class NpmTree {
  private static final String MODULES = "node_modules/";

  /** Names of dependencies in one package entry; npm needs them to run, so peers count. */
  private static final String[] NEEDS = {
    "requires", "dependencies", "optionalDependencies", "peerDependencies"
  };

  /**
   * A package at its folder.
   *
   * @param address where it comes from; may be empty
   * @param label by which others name it in facts
   */
  private record Node(String name, String version, String address, String label, Json.Obj says) {}

  /** How many characters of paths are looked up: ten times what the largest sound files need. */
  private static final int MOST_WORK = 1 << 29;

  private final Map<String, Node> byFolder = new LinkedHashMap<>();
  private final Map<String, Node> links = new HashMap<>();
  private int work = MOST_WORK;

  private NpmTree() {}

  boolean isEmpty() {
    return byFolder.isEmpty();
  }

  /** Versions 2 and 3: every folder with what lies in it. */
  static NpmTree ofFolders(Json.Obj folders) {
    var tree = new NpmTree();
    Map<String, String> linkedAs = links(folders);
    Map<String, Node> targets = new HashMap<>();
    folders
        .members()
        .forEach(
            (folder, value) -> {
              if (!(value instanceof Json.Obj says) || says.isTrue("link")) return;
              String name = says.text("name");
              if (name.isEmpty()) name = nameOf(folder, linkedAs);
              String version = says.text("version");
              // The project itself counts when it says which one it is.
              if (name.isEmpty() || (folder.isEmpty() && version.isEmpty())) return;
              Node node = tree.add(folder, name, version, says.text("resolved"), says);
              if (linkedAs.containsKey(folder)) targets.put(folder, node);
            });
    folders
        .members()
        .forEach(
            (folder, value) -> {
              if (!(value instanceof Json.Obj says) || !says.isTrue("link")) return;
              Node target = targets.get(says.text("resolved"));
              if (target != null) tree.links.put(folder, target);
            });
    return tree;
  }

  /** The name that each linked folder has in node_modules. */
  private static Map<String, String> links(Json.Obj folders) {
    var links = new HashMap<String, String>();
    folders
        .members()
        .forEach(
            (folder, value) -> {
              if (value instanceof Json.Obj says && says.isTrue("link")) {
                links.putIfAbsent(says.text("resolved"), nameOf(folder, Map.of()));
              }
            });
    return links;
  }

  private static String nameOf(String folder, Map<String, String> linkedAs) {
    int modules = folder.lastIndexOf(MODULES);
    if (modules >= 0) return folder.substring(modules + MODULES.length());
    String linked = linkedAs.get(folder);
    return linked != null ? linked : folder.substring(folder.lastIndexOf('/') + 1);
  }

  /** Version 1: dependencies within dependencies. */
  static NpmTree ofNested(Json.Obj dependencies) {
    var tree = new NpmTree();
    tree.nested("", dependencies);
    return tree;
  }

  /** Ends, as JSON is not read deeper than a bound. */
  private void nested(String parent, Json.Obj dependencies) {
    dependencies
        .members()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Json.Obj says) || name.isEmpty()) return;
              String folder = parent + MODULES + name;
              locked(folder, name, says);
              nested(folder + "/", says.object("dependencies"));
            });
  }

  private void locked(String folder, String name, Json.Obj says) {
    String version = says.text("version");
    if (version.startsWith("npm:")) {
      String alias = version.substring("npm:".length());
      add(folder, NpmSources.name(alias), NpmSources.range(alias), says.text("resolved"), says);
    } else if (NpmSources.isVersion(version)) {
      add(folder, name, version, says.text("resolved"), says);
    } else {
      add(folder, name, NpmSources.registryVersion(version), version, says);
    }
  }

  private Node add(String folder, String name, String version, String address, Json.Obj says) {
    String label = version.isEmpty() ? name : name + "@" + version;
    var node = new Node(name, version, address, label, says);
    byFolder.put(folder, node);
    return node;
  }

  void report(FactSink facts, String source) {
    byFolder.forEach(
        (folder, node) ->
            NpmSources.declared(node.name, node.version, node.address)
                .scoped(scope(node.says))
                .needing(needs(folder, node.says))
                .hashed(Hashes.integrity(node.says.text("integrity")))
                .licensed(licences(node.says))
                .report(facts, source));
  }

  private static Scope scope(Json.Obj says) {
    if (says.isTrue("dev")) return Scope.DEVELOPMENT;
    return says.isTrue("optional") || says.isTrue("devOptional") ? Scope.OPTIONAL : Scope.REQUIRED;
  }

  private static List<String> licences(Json.Obj says) {
    var words = new ArrayList<String>(1);
    NodeAnalyser.words(says.get("license").orElse(Json.Obj.EMPTY), words);
    return Licences.names(words);
  }

  private List<String> needs(String folder, Json.Obj says) {
    var needs = new LinkedHashSet<String>();
    for (String kind : NEEDS) {
      // In version 1 the dependencies are packages, not ranges: those that it requires are told.
      says.object(kind)
          .members()
          .forEach(
              (name, range) -> {
                Node node = range instanceof Json.Str ? find(folder, name) : null;
                if (node != null) needs.add(node.label);
              });
    }
    return List.copyOf(needs);
  }

  private @Nullable Node find(String folder, String name) {
    for (String at = folder; work > 0; ) {
      String place = at.isEmpty() ? MODULES + name : at + "/" + MODULES + name;
      work -= place.length();
      Node node = byFolder.getOrDefault(place, links.get(place));
      if (node != null || at.isEmpty()) return node;
      // From a/node_modules/b to a; from a workspace to the root.
      int up = at.lastIndexOf(MODULES);
      at = up <= 0 ? "" : at.substring(0, up - 1);
    }
    return null;
  }
}
