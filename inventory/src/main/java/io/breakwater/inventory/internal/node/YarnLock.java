package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.text.Lines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A yarn.lock. Classic Yarn has a format of its own, Berry writes YAML of the same shape: an entry
 * begins at the first column with the descriptors that it answers ({@code name@range}), its
 * properties are indented by two, the names in a property's map by four.
 */
final class YarnLock {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> byDescriptor = new HashMap<>();

  /** A locked package while it is read. */
  private static final class Entry {
    final String descriptor;
    final int line;
    String version = "";
    String address = "";
    String resolution = "";
    String integrity = "";
    final List<String> needs = new ArrayList<>();

    Entry(String descriptor, int line) {
      this.descriptor = descriptor;
      this.line = line;
    }

    /** What it really is: not what an alias calls it. */
    String name() {
      if (!resolution.isEmpty()) return NpmSources.name(resolution);
      String published = NpmSources.registryName(address);
      if (!published.isEmpty()) return published;
      String range = NpmSources.range(descriptor);
      return NpmSources.name(
          range.startsWith("npm:") && !NpmSources.isVersion(range.substring(4))
              ? aliased(range.substring("npm:".length()))
              : descriptor);
    }

    /** The name in {@code npm:name@range}; ranges of Berry have the same prefix and no name. */
    private String aliased(String target) {
      boolean named = target.indexOf('@', 1) > 0;
      return named ? target : descriptor;
    }

    boolean isWorkspace() {
      return NpmSources.range(resolution).startsWith("workspace:");
    }

    String label() {
      return version.isEmpty() ? name() : name() + "@" + version;
    }
  }

  /**
   * Reads the file.
   *
   * @throws IOException when a line is of neither format
   */
  static YarnLock read(byte[] bytes) throws IOException {
    var lock = new YarnLock();
    var lines = new Lines(bytes);
    Entry entry = null;
    String map = "";
    String longKey = "";
    for (int number = 1; lines.next(); number++) {
      if (lines.isBlank() || lines.at(0) == '#') continue;
      int indent = 0;
      while (lines.at(indent) == ' ') indent++;
      String text = lines.text(indent);
      if (indent == 0 && text.startsWith("? ")) {
        longKey = text.substring(2) + ":";
      } else if (indent == 0) {
        String key = text.equals(":") ? longKey : text;
        if (!key.endsWith(":")) {
          throw new MalformedFileException("line " + number + " begins no entry");
        }
        entry = lock.entry(key.substring(0, key.length() - 1), number);
        map = "";
      } else if (indent == 2 && entry != null) {
        map = property(entry, text);
      } else if (indent == 4 && entry != null && isNeed(map)) {
        need(entry, text);
      }
    }
    return lock;
  }

  private static boolean isNeed(String map) {
    return map.equals("dependencies") || map.equals("optionalDependencies");
  }

  private Entry entry(String key, int line) {
    List<String> descriptors = descriptors(key);
    var entry = new Entry(descriptors.isEmpty() ? "" : descriptors.getFirst(), line);
    if (entry.descriptor.isEmpty() || entry.descriptor.equals("__metadata")) return entry;
    entries.add(entry);
    for (String descriptor : descriptors) byDescriptor.putIfAbsent(descriptor, entry);
    return entry;
  }

  /** Separated by commas; in quotes each alone (classic) or all together (Berry). */
  private static List<String> descriptors(String key) {
    var found = new ArrayList<String>(1);
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= key.length(); i++) {
      if (i < key.length() && key.charAt(i) == '"') quoted = !quoted;
      if (i < key.length() && (quoted || key.charAt(i) != ',')) continue;
      String one = unquoted(key.substring(start, i).strip());
      start = i + 1;
      int from = 0;
      for (int comma = one.indexOf(", "); comma >= 0; comma = one.indexOf(", ", from)) {
        found.add(one.substring(from, comma));
        from = comma + 2;
      }
      found.add(one.substring(from));
    }
    return found;
  }

  /** Takes a property; returns its name when a map follows. */
  private static String property(Entry entry, String text) {
    String key = key(text);
    String value = value(text);
    switch (key) {
      case "version" -> entry.version = value;
      case "resolved" -> entry.address = value;
      case "resolution" -> entry.resolution = value;
      case "integrity" -> entry.integrity = value;
      default -> {
        return value.isEmpty() ? key : "";
      }
    }
    return "";
  }

  private static void need(Entry entry, String text) {
    String key = key(text);
    String value = value(text);
    if (!value.isEmpty()) entry.needs.add(key + "@" + value);
  }

  /** What stands before the blank or colon that separates; in quotes or not. */
  private static String key(String text) {
    return unquoted(text.substring(0, keyEnd(text)));
  }

  private static String value(String text) {
    int at = keyEnd(text);
    if (at < text.length() && text.charAt(at) == ':') at++;
    return unquoted(text.substring(at).strip());
  }

  private static int keyEnd(String text) {
    if (text.startsWith("\"")) {
      int close = text.indexOf('"', 1);
      return close < 0 ? text.length() : close + 1;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' '))) return i;
    }
    return text.length();
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') return text;
    return text.substring(1, last).replace("\\\"", "\"");
  }

  void report(FactSink facts, String source) {
    var labels = new HashMap<Entry, String>();
    for (Entry entry : entries) labels.put(entry, entry.label());
    for (Entry entry : entries) {
      if (entry.isWorkspace()) continue;
      NpmSources.declared(entry.name(), entry.version, address(entry))
          .needing(needs(entry, labels))
          .hashed(Hashes.integrity(entry.integrity))
          .at(entry.line)
          .report(facts, source);
    }
  }

  private static String address(Entry entry) {
    return entry.address.isEmpty() ? NpmSources.range(entry.resolution) : entry.address;
  }

  private List<String> needs(Entry entry, Map<Entry, String> labels) {
    var needs = new ArrayList<String>(entry.needs.size());
    for (String descriptor : entry.needs) {
      Entry answer = byDescriptor.get(descriptor);
      if (answer == null) {
        String name = NpmSources.name(descriptor);
        answer = byDescriptor.get(name + "@npm:" + NpmSources.range(descriptor));
      }
      if (answer != null && !answer.isWorkspace()) needs.add(labels.getOrDefault(answer, ""));
    }
    return needs;
  }
}
