package io.breakwater.inspect.internal.config;

import io.breakwater.inspect.Subject;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares an image with what the same name stands for on other platforms. */
final class Platforms {
  private static final int MOST_NAMES = 5;

  private Platforms() {}

  /** One difference per platform and setting: people trust one and get another. */
  static void judge(Subject subject, Findings findings) {
    Json.Obj own = subject.configuration().object("config");
    String ownName = subject.image().platform().toString();
    subject
        .otherPlatforms()
        .forEach(
            (platform, configuration) -> {
              Json.Obj other = configuration.object("config");
              text(own, other, "User", ownName, platform.toString(), findings);
              list(own, other, "Entrypoint", ownName, platform.toString(), findings);
              list(own, other, "Cmd", ownName, platform.toString(), findings);
              names(
                  keys(own.object("ExposedPorts")),
                  keys(other.object("ExposedPorts")),
                  "ExposedPorts",
                  platform.toString(),
                  findings);
              names(
                  keys(own.object("Volumes")),
                  keys(other.object("Volumes")),
                  "Volumes",
                  platform.toString(),
                  findings);
              names(variables(own), variables(other), "Env", platform.toString(), findings);
            });
  }

  private static void text(
      Json.Obj own, Json.Obj other, String key, String here, String there, Findings findings) {
    if (own.text(key).equals(other.text(key))) return;
    boolean root = isRoot(own.text(key)) != isRoot(other.text(key));
    findings.add(
        ConfigCheck.PLATFORMS,
        root ? Severity.MEDIUM : ConfigCheck.PLATFORMS.check().severity(),
        key,
        here + " " + told(own.text(key)) + ", " + there + " " + told(other.text(key)));
  }

  private static void list(
      Json.Obj own, Json.Obj other, String key, String here, String there, Findings findings) {
    List<String> mine = own.texts(key);
    List<String> its = other.texts(key);
    if (mine.equals(its)) return;
    findings.add(
        ConfigCheck.PLATFORMS,
        key,
        here + " " + told(Shown.command(mine)) + ", " + there + " " + told(Shown.command(its)));
  }

  private static void names(
      SortedSet<String> own, SortedSet<String> other, String key, String there, Findings findings) {
    if (own.equals(other)) return;
    var parts = new ArrayList<String>();
    var less = new TreeSet<>(own);
    less.removeAll(other);
    var more = new TreeSet<>(other);
    more.removeAll(own);
    if (!less.isEmpty()) parts.add("without " + some(less));
    if (!more.isEmpty()) parts.add("with " + some(more));
    findings.add(ConfigCheck.PLATFORMS, key, there + " " + String.join(", ", parts));
  }

  private static String some(SortedSet<String> names) {
    String list = String.join(" ", names.stream().limit(MOST_NAMES).toList());
    return names.size() > MOST_NAMES ? list + " …" : list;
  }

  private static SortedSet<String> keys(Json.Obj object) {
    return new TreeSet<>(object.members().keySet());
  }

  /** Names of variables alone: values may be secrets, and often name the platform. */
  private static SortedSet<String> variables(Json.Obj config) {
    var names = new TreeSet<String>();
    for (String variable : config.texts("Env")) {
      int equals = variable.indexOf('=');
      names.add(equals < 0 ? variable : variable.substring(0, equals));
    }
    return names;
  }

  private static boolean isRoot(String user) {
    return user.isEmpty() || user.equals("root") || user.equals("0") || user.startsWith("0:");
  }

  private static String told(String value) {
    return value.isEmpty() ? "not set" : value;
  }
}
