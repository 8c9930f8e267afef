package io.breakwater.inventory.internal.lua;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Presence;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rocks of Lua: their specifications, which are programs of which only plain assignments are read.
 * In a tree of rocks they are installed, as is what the tree's manifest lists; elsewhere they tell
 * of the project that they lie in.
 */
public final class LuaRocksAnalyser implements Analyser {
  private static final String EXTENSION = ".rockspec";
  private static final String MANIFEST = "/manifest";
  private static final int MAX_SIZE = 1 << 20;
  private static final int MAX_MANIFEST = 16 << 20;

  @Override
  public String name() {
    return "luarocks";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "ct";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(EXTENSION) || (path.endsWith(MANIFEST) && path.contains("/rocks"));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(MANIFEST)) {
      LuaManifest.read(new String(content.readAll(MAX_MANIFEST), StandardCharsets.UTF_8), facts);
      return;
    }
    String text = new String(content.readAll(MAX_SIZE), StandardCharsets.UTF_8);
    String stem = Paths.fileName(file.path());
    stem = stem.substring(0, stem.length() - EXTENSION.length());
    String name = assigned(text, "package");
    String version = assigned(text, "version");
    if (name.isEmpty()) name = nameOf(stem);
    if (version.isEmpty() && stem.startsWith(name + "-"))
      version = stem.substring(name.length() + 1);
    if (name.isEmpty()) return;
    boolean installed = file.path().contains("/rocks");
    Declared.of(Coordinates.plain("luarocks", name, version))
        .present(installed ? Presence.INSTALLED : Presence.DECLARED)
        .licensed(Licences.name(assigned(text, "license")))
        .needing(needs(text))
        .report(facts, "rockspec");
  }

  /** {@code name} of {@code name-1.2-3}. */
  private static String nameOf(String stem) {
    int revision = stem.lastIndexOf('-');
    int version = stem.lastIndexOf('-', revision - 1);
    return version > 0 ? stem.substring(0, version) : "";
  }

  /** The plain string that is assigned to a variable or field at the start of a line. */
  private static String assigned(String text, String variable) {
    for (int at = text.indexOf(variable); at >= 0; at = text.indexOf(variable, at + 1)) {
      int before = at - 1;
      while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) before--;
      if (before >= 0 && "\n{,;".indexOf(text.charAt(before)) < 0) continue;
      int next = skipBlanks(text, at + variable.length());
      if (next >= text.length() || text.charAt(next) != '=') continue;
      next = skipBlanks(text, next + 1);
      String value = string(text, next);
      int end = skipBlanks(text, next + value.length() + 2);
      if (!value.isEmpty() && !text.startsWith("..", end)) return value;
    }
    return "";
  }

  private static List<String> needs(String text) {
    var needs = new ArrayList<String>();
    int at = text.indexOf("\ndependencies");
    int open = at < 0 ? -1 : text.indexOf('{', at);
    int close = open < 0 ? -1 : text.indexOf('}', open);
    for (int i = open + 1; i < close; i++) {
      if (text.charAt(i) == '-' && text.startsWith("--", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? close : end;
        continue;
      }
      String value = string(text, i);
      if (value.isEmpty()) continue;
      int end = 0;
      while (end < value.length() && " <>=~".indexOf(value.charAt(end)) < 0) end++;
      String name = value.substring(0, end);
      if (!name.equals("lua")) needs.add(name);
      i += value.length() + 1;
    }
    return needs;
  }

  /** The string that starts at an index; empty when none does. */
  private static String string(String text, int at) {
    if (at >= text.length()) return "";
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') return "";
    int end = text.indexOf(quote, at + 1);
    return end < 0 ? "" : text.substring(at + 1, end);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) at++;
    return at;
  }
}
