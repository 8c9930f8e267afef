package io.breakwater.inventory.internal.ruby;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Gemfile.lock: sections whose names stand at the first column. In those of sources (GEM, GIT,
 * PATH, PLUGIN SOURCE) each gem stands below {@code specs:} at the fifth column as {@code name
 * (version)} or {@code name (version-platform)}, with what it needs two columns deeper.
 */
final class GemfileLock {
  private static final class Gem {
    final String name;
    final String version;
    final int line;
    final List<String> needs = new ArrayList<>();

    Gem(String name, String version, int line) {
      this.name = name;
      this.version = version;
      this.line = line;
    }
  }

  private final List<Gem> gems = new ArrayList<>();
  private final Map<String, List<Digest>> hashes = new HashMap<>();

  private GemfileLock() {}

  /** Reads the file; lines of no known form are passed over. */
  static GemfileLock read(byte[] bytes) {
    var lock = new GemfileLock();
    var lines = new Lines(bytes);
    String section = "";
    boolean specs = false;
    Gem gem = null;
    for (int number = 1; lines.next(); number++) {
      if (lines.isBlank()) continue;
      int indent = 0;
      while (lines.at(indent) == ' ') indent++;
      String text = lines.text(indent);
      switch (indent) {
        case 0 -> {
          section = text;
          specs = false;
        }
        case 2 -> {
          specs = text.equals("specs:") && isSource(section);
          if (section.equals("CHECKSUMS")) lock.checksum(text);
        }
        case 4 -> {
          gem = specs ? gem(text, number) : null;
          if (gem != null) lock.gems.add(gem);
        }
        case 6 -> {
          if (specs && gem != null) gem.needs.add(name(text));
        }
        default -> {}
      }
    }
    return lock;
  }

  private static boolean isSource(String section) {
    return switch (section) {
      case "GEM", "GIT", "PATH", "PLUGIN SOURCE", "SVN" -> true;
      default -> false;
    };
  }

  /** The gem; null for a line without a version. */
  private static @org.jspecify.annotations.Nullable Gem gem(String text, int line) {
    String version = version(text);
    String name = name(text);
    return version.isEmpty() || name.isEmpty() ? null : new Gem(name, version, line);
  }

  private static String name(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) > ' ') end++;
    String name = text.substring(0, end);
    return name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
  }

  /** The version in parentheses, without the platform behind its hyphen. */
  private static String version(String text) {
    int open = text.indexOf(" (");
    int close = text.indexOf(')', open + 1);
    if (open < 0 || close < 0) return "";
    String version = text.substring(open + 2, close);
    int platform = version.indexOf('-');
    return platform < 0 ? version : version.substring(0, platform);
  }

  /** {@code name (version) sha256=hex}. */
  private void checksum(String text) {
    int hash = text.lastIndexOf(' ');
    String version = version(text);
    if (version.isEmpty()) return;
    List<Digest> digests = Hashes.tagged(text.substring(hash + 1));
    // Each platform has an archive of its own: that of the first one is as good as any.
    if (!digests.isEmpty()) hashes.putIfAbsent(name(text) + " " + version, digests);
  }

  void report(FactSink facts, String source) {
    for (Gem gem : gems) {
      Declared.of(Coordinates.plain("gem", gem.name, gem.version))
          .needing(gem.needs)
          .hashed(hashes.getOrDefault(gem.name + " " + gem.version, List.of()))
          .at(gem.line)
          .report(facts, source);
    }
  }
}
