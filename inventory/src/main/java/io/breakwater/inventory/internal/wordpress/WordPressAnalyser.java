package io.breakwater.inventory.internal.wordpress;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Plug-ins and themes of WordPress, by the comment at the head of a plug-in's main file or a
 * theme's style.css. WordPress itself reads no further than we do.
 */
public final class WordPressAnalyser implements Analyser {
  private static final String PLUGINS = "wp-content/plugins/";
  private static final String MUST_USE = "wp-content/mu-plugins/";
  private static final String THEMES = "wp-content/themes/";
  private static final int HEADER = 8 << 10;

  @Override
  public String name() {
    return "wordpress";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "ps";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.endsWith(".php")) {
      return isAtMostBelow(path, PLUGINS, 1) || isAtMostBelow(path, MUST_USE, 1);
    }
    return path.endsWith("/style.css") && isAtMostBelow(path, THEMES, 1);
  }

  /** Whether a path has at most so many folders behind this one. */
  private static boolean isAtMostBelow(String path, String folder, int most) {
    int at = path.indexOf(folder);
    if (at < 0) return false;
    int folders = 0;
    for (int i = at + folder.length(); i < path.length(); i++) {
      if (path.charAt(i) == '/' && ++folders > most) return false;
    }
    return true;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    int length = (int) Math.min(HEADER, content.size());
    String text = new String(content.read(0, length, HEADER), StandardCharsets.UTF_8);
    boolean theme = file.path().endsWith(".css");
    if (header(text, theme ? "Theme Name" : "Plugin Name").isEmpty()) return;
    String kind = theme ? "wordpress-theme" : "wordpress-plugin";
    String name = folder(file.path());
    Declared.installed(new Coordinates("generic", kind, name, header(text, "Version"), name))
        .licensed(Licences.name(header(text, "License")))
        .report(facts, theme ? "style.css" : "plug-in header");
  }

  /** The folder of a plug-in or theme, which the directory of WordPress knows it by. */
  private static String folder(String path) {
    int at = path.indexOf(THEMES);
    int start = at + THEMES.length();
    for (String plugins : new String[] {PLUGINS, MUST_USE}) {
      if (at >= 0) break;
      at = path.indexOf(plugins);
      start = at + plugins.length();
    }
    int end = path.indexOf('/', start);
    String name = end < 0 ? path.substring(start) : path.substring(start, end);
    return name.endsWith(".php") ? name.substring(0, name.length() - 4) : name;
  }

  /** The value behind {@code Key:}, before which only signs of comments may stand in its line. */
  private static String header(String text, String key) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int colon = at + key.length();
      if (colon >= text.length() || text.charAt(colon) != ':' || !isFirst(text, at)) continue;
      int end = colon + 1;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
      String value = text.substring(colon + 1, end);
      int close = value.indexOf("*/");
      if (close < 0) close = value.indexOf("?>");
      return (close < 0 ? value : value.substring(0, close)).strip();
    }
    return "";
  }

  private static boolean isFirst(String text, int at) {
    for (int i = at - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
      if (" \t/*#@<?ph".indexOf(text.charAt(i)) < 0) return false;
    }
    return true;
  }
}
