package io.breakwater.inspect.internal.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of secrets, by the keywords that lead to them. Immutable, safe for use by several threads.
 */
final class SecretRules {
  private static final List<String> FILES = List.of("clouds", "code", "services", "files", "keys");

  private final List<SecretRule> rules;
  private final List<String> keywords;
  private final SecretRule[][] byKeyword;
  private final Map<String, SecretRule> byId = new LinkedHashMap<>();

  SecretRules(List<SecretRule> rules) {
    this.rules = List.copyOf(rules);
    var keyed = new LinkedHashMap<String, List<SecretRule>>();
    for (SecretRule rule : rules) {
      byId.put(rule.id(), rule);
      for (String keyword : rule.facts().keywords()) {
        List<SecretRule> those = keyed.computeIfAbsent(keyword, k -> new ArrayList<>());
        if (!those.contains(rule)) those.add(rule);
      }
    }
    this.keywords = List.copyOf(keyed.keySet());
    this.byKeyword =
        keyed.values().stream()
            .map(list -> list.toArray(SecretRule[]::new))
            .toArray(SecretRule[][]::new);
  }

  private static final class Own {
    static final SecretRules RULES = new SecretRules(read());

    private static List<SecretRule> read() {
      var all = new ArrayList<SecretRule>();
      for (String name : FILES) {
        try (InputStream in = SecretRules.class.getResourceAsStream(name + ".rules")) {
          if (in == null) throw new IllegalStateException("no rules: " + name);
          all.addAll(RuleFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return all;
    }
  }

  /** Those that come with Breakwater. Read when they are first asked for. */
  static SecretRules own() {
    return Own.RULES;
  }

  List<SecretRule> rules() {
    return rules;
  }

  List<String> keywords() {
    return keywords;
  }

  SecretRule[] of(int keyword) {
    return byKeyword[keyword];
  }

  @Nullable SecretRule byId(String id) {
    return byId.get(id);
  }
}
