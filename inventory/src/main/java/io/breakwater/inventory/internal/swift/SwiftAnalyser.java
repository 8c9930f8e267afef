package io.breakwater.inventory.internal.swift;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Swift projects locked: Package.resolved of formats 1 to 3, and Podfile.lock. */
public final class SwiftAnalyser implements Analyser {
  private static final String PODS = "Podfile.lock";

  @Override
  public String name() {
    return "swift";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "dk";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return Paths.isNamed(path, "Package.resolved")
        || Paths.isNamed(path, ".package.resolved")
        || Paths.isNamed(path, PODS);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(PODS)) pods(Yaml.object(LockFiles.text(content)), facts);
    else resolved(Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
  }

  private static void resolved(Json.Obj document, FactSink facts) {
    List<Json.Obj> pins = document.objects("pins");
    if (pins.isEmpty()) pins = document.object("object").objects("pins");
    for (Json.Obj pin : pins) {
      String url = pin.text("location");
      if (url.isEmpty()) url = pin.text("repositoryURL");
      Json.Obj state = pin.object("state");
      String version = state.text("version");
      String revision = state.text("revision");
      String name = pin.text("identity");
      if (name.isEmpty()) name = pin.text("package");
      String path = repository(url);
      int slash = path.lastIndexOf('/');
      if (slash <= 0) {
        // A registry names packages scope.name and has no URL.
        int dot = name.indexOf('.');
        if (dot <= 0) continue;
        path = name.replace('.', '/');
        slash = dot;
      }
      String full = name.isEmpty() ? path : name;
      Declared.of(
              new Coordinates(
                  "swift", path.substring(0, slash), path.substring(slash + 1), version, full))
          .qualified(
              "vcs_url",
              version.isEmpty() && !revision.isEmpty() && !url.isEmpty()
                  ? "git+" + url + "@" + revision
                  : "")
          .report(facts, "Package.resolved");
    }
  }

  /** {@code host/owner/name} of the URL of a repository, in any of git's spellings. */
  static String repository(String url) {
    int scheme = url.indexOf("://");
    String path = scheme < 0 ? url : url.substring(scheme + 3);
    int slash = path.indexOf('/');
    int at = path.indexOf('@');
    if (at >= 0 && (slash < 0 || at < slash)) path = path.substring(at + 1);
    if (scheme < 0) path = path.replaceFirst(":", "/");
    while (path.endsWith("/")) path = path.substring(0, path.length() - 1);
    return path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
  }

  /** Pods {@code Name/Subspec (1.2)}, each perhaps with what it needs. */
  private static void pods(Json.Obj document, FactSink facts) {
    Map<String, List<String>> needs = new HashMap<>();
    var pods = new ArrayList<String>();
    for (Json pod : document.array("PODS")) {
      switch (pod) {
        case Json.Str(String text) -> pods.add(text);
        case Json.Obj object -> {
          for (String text : object.members().keySet()) {
            pods.add(text);
            var names = new ArrayList<String>();
            for (String need : object.texts(text)) names.add(name(need));
            needs.put(text, names);
          }
        }
        default -> {}
      }
    }
    for (String pod : pods) {
      int open = pod.indexOf(" (");
      int close = pod.lastIndexOf(')');
      if (open <= 0 || close < open) continue;
      String name = name(pod);
      int slash = name.indexOf('/');
      String whole = slash < 0 ? name : name.substring(0, slash);
      String version = pod.substring(open + 2, close);
      Declared.of(new Coordinates("cocoapods", "", whole, version, name))
          .within(slash < 0 ? "" : name.substring(slash + 1))
          .needing(needs.getOrDefault(pod, List.of()))
          .report(facts, PODS);
    }
  }

  private static String name(String pod) {
    int blank = pod.indexOf(" (");
    return blank < 0 ? pod : pod.substring(0, blank);
  }
}
