package io.breakwater.inventory.internal.lua;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;

/**
 * The list of rocks in a tree, a table of Lua: {@code repository = { name = { ["1.2-1"] = {...}}}}.
 * Names and versions are its keys at the first and second level; all else is passed over.
 */
final class LuaManifest {
  private static final String TABLE = "repository = {";

  private final String text;
  private final FactSink facts;
  private String key = "";
  private String rock = "";

  private LuaManifest(String text, FactSink facts) {
    this.text = text;
    this.facts = facts;
  }

  /** Reports the rocks; never fails. */
  static void read(String text, FactSink facts) {
    int start = text.startsWith(TABLE) ? 0 : text.indexOf("\n" + TABLE) + 1;
    if (start > 0 || text.startsWith(TABLE)) {
      new LuaManifest(text, facts).table(start + TABLE.length());
    }
  }

  private void table(int start) {
    int at = start;
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      switch (c) {
        case '{' -> {
          if (depth == 1) rock = key;
          if (depth == 2) report();
          depth++;
          at++;
        }
        case '}' -> {
          depth--;
          at++;
        }
        case '"', '\'' -> at = quoted(c, at + 1);
        default -> at = isWord(c) ? word(at) : at + 1;
      }
    }
  }

  private int quoted(char quote, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    key = text.substring(start, Math.min(end, text.length()));
    return end + 1;
  }

  private int word(int start) {
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) end++;
    key = text.substring(start, end);
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private void report() {
    if (rock.isEmpty() || key.isEmpty()) return;
    Declared.installed(Coordinates.plain("luarocks", rock, key)).report(facts, "manifest");
  }
}
