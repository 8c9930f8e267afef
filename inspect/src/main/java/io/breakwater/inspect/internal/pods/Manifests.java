package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlDocument;
import java.util.List;
import java.util.Locale;

/** Tells files of YAML and JSON apart, and reads them. */
public final class Manifests {
  private static final int MAX_HEAD = 64 << 10;

  private Manifests() {}

  /** What a file is, as far as its name and its beginning tell. */
  public enum Form {
    /** Objects of Kubernetes. */
    KUBERNETES,
    /** A Compose file. */
    COMPOSE,
    /** Something else. */
    OTHER
  }

  /**
   * What a file is.
   *
   * @param name the last part of its path
   */
  public static Form form(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    boolean json = lower.endsWith(".json");
    if (yaml && (lower.startsWith("docker-compose") || lower.startsWith("compose"))) {
      return Form.COMPOSE;
    }
    if (lower.contains("dockerfile") || lower.contains("containerfile")) return Form.OTHER;
    if (!yaml && !json && !beginsLikeOne(text)) return Form.OTHER;
    boolean object = hasKey(text, "apiVersion") || hasKey(text, "metadata") || hasKey(text, "spec");
    if (object && hasKey(text, "kind")) return Form.KUBERNETES;
    return yaml && lineBegins(text, "services:") ? Form.COMPOSE : Form.OTHER;
  }

  /**
   * Reads the documents of a file.
   *
   * @throws InvalidYamlException when it is malformed; for a template that was not rendered this is
   *     what it says
   */
  public static List<YamlDocument> read(String text) throws InvalidYamlException {
    try {
      return YamlDocument.parse(text);
    } catch (InvalidYamlException malformed) {
      int at = text.indexOf("{{");
      if (at < 0 || text.indexOf("}}", at) < 0) throw malformed;
      int line = 1;
      int lineStart = 0;
      for (int i = 0; i < at; i++) {
        if (text.charAt(i) != '\n') continue;
        line++;
        lineStart = i + 1;
      }
      throw new InvalidYamlException(
          "this is a template with {{ }}, not YAML: render it first, as with helm template",
          line,
          at - lineStart + 1);
    }
  }

  /** A file without a name that tells, such as standard input. */
  private static boolean beginsLikeOne(String text) {
    int at = 0;
    while (at < text.length() && at < MAX_HEAD) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end).strip();
      at = end < 0 ? text.length() : end + 1;
      if (line.isEmpty() || line.startsWith("#")) continue;
      return line.startsWith("---")
          || line.startsWith("{")
          || line.startsWith("apiVersion:")
          || line.startsWith("kind:")
          || line.startsWith("metadata:");
    }
    return false;
  }

  private static boolean hasKey(String text, String key) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int end = at + key.length();
      if (end < text.length() && text.charAt(end) == '"') end++;
      while (end < text.length() && text.charAt(end) == ' ') end++;
      if (end < text.length() && text.charAt(end) == ':') return true;
    }
    return false;
  }

  private static boolean lineBegins(String text, String start) {
    return text.startsWith(start) || text.contains("\n" + start);
  }
}
