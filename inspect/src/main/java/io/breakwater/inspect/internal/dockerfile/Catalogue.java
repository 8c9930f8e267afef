package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of every check about Dockerfiles, read once from {@code checks.txt} beside this class:
 * a header {@code [id] severity alias…}, then lines that begin with {@code =} (title), {@code :}
 * (message), {@code ?} (why), {@code !} (remedy) and {@code >} (a reference); English and Chinese
 * stand on both sides of a bar.
 */
final class Catalogue {
  private static final class Held {
    static final Map<String, Entry> ENTRIES = read();
  }

  private Catalogue() {}

  /** A check and the message of its findings. */
  record Entry(Check check, Text message) {}

  /** A check by its id. */
  static Entry entry(String id) {
    Entry entry = Held.ENTRIES.get(id);
    if (entry == null) throw new IllegalStateException("no words for the check " + id);
    return entry;
  }

  /** Every check, in the order of documents. */
  static List<Entry> all() {
    return List.copyOf(Held.ENTRIES.values());
  }

  private static Map<String, Entry> read() {
    try (InputStream in = Catalogue.class.getResourceAsStream("checks.txt")) {
      if (in == null) throw new IllegalStateException("checks.txt is missing");
      var entries = new LinkedHashMap<String, Entry>();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : all.split("\n\\[", -1)) {
        if (block.startsWith("#")) continue;
        Entry entry = entry(block.split("\n", -1));
        if (entries.put(entry.check().id(), entry) != null) {
          throw new IllegalStateException("two checks are called " + entry.check().id());
        }
      }
      return entries;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Entry entry(String[] lines) {
    int close = lines[0].indexOf(']');
    String id = lines[0].substring(0, close);
    String[] header = lines[0].substring(close + 1).trim().split(" +", -1);
    List<String> aliases = Arrays.asList(header).subList(1, header.length);
    var references = new ArrayList<String>();
    var texts = new LinkedHashMap<Character, Text>();
    for (String line : lines) {
      if (line.startsWith(">")) {
        references.add(line.substring(1).trim());
      } else if (!line.isEmpty() && "=:?!".indexOf(line.charAt(0)) >= 0) {
        int bar = line.indexOf(" | ");
        if (bar < 0) throw new IllegalStateException(id + ": one language is missing: " + line);
        texts.put(
            line.charAt(0),
            new Text(line.substring(1, bar).trim(), line.substring(bar + 3).trim()));
      }
    }
    for (String alias : aliases) page(alias).ifPresent(references::add);
    Severity severity = Severity.parse(header[0]).orElseThrow();
    var check =
        new Check(
            id,
            aliases,
            Check.Area.MISCONFIGURATION,
            severity,
            text(texts, '=', id),
            text(texts, '?', id),
            text(texts, '!', id),
            references);
    return new Entry(check, text(texts, ':', id));
  }

  private static Text text(Map<Character, Text> texts, char kind, String id) {
    Text text = texts.get(kind);
    if (text == null) throw new IllegalStateException(id + " has no line " + kind);
    return text;
  }

  /** Where the others explain their check. */
  private static Optional<String> page(String alias) {
    if (alias.startsWith("DL")) {
      return Optional.of("https://github.com/hadolint/hadolint/wiki/" + alias);
    }
    if (alias.startsWith("CIS-")) return Optional.of("https://www.cisecurity.org/benchmark/docker");
    var name = new StringBuilder();
    for (int i = 0; i < alias.length(); i++) {
      char c = alias.charAt(i);
      boolean begins =
          Character.isUpperCase(c)
              && i > 0
              && (Character.isLowerCase(alias.charAt(i - 1))
                  || (i + 1 < alias.length() && Character.isLowerCase(alias.charAt(i + 1))));
      if (begins) name.append('-');
      name.append(String.valueOf(c).toLowerCase(Locale.ROOT));
    }
    return Optional.of("https://docs.docker.com/reference/build-checks/" + name + "/");
  }
}
