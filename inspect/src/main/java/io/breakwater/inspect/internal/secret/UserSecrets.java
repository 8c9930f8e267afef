package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.SecretConfig;
import io.breakwater.inspect.internal.regex.Regex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a user's files tell of secrets.
 *
 * @param rules own kinds; of those with one id only the last
 * @param usual whether the kinds that come with Breakwater are looked for
 * @param only if not empty, which of those
 * @param off which of those are not
 * @param allows what is allowed to be there
 * @param blocks expressions for parts of files in which nothing is told
 * @param notices what was left out, and why
 * @param name tells these settings from others; empty for none
 */
public record UserSecrets(
    List<UserRule> rules,
    boolean usual,
    Set<String> only,
    Set<String> off,
    List<AllowList> allows,
    List<Regex> blocks,
    List<String> notices,
    String name) {
  /** Nothing added. */
  public static final UserSecrets NONE =
      new UserSecrets(List.of(), true, Set.of(), Set.of(), List.of(), List.of(), List.of(), "");

  /** Copies the lists. */
  public UserSecrets {
    var byId = new LinkedHashMap<String, UserRule>();
    for (UserRule rule : rules) byId.put(rule.id(), rule);
    rules = List.copyOf(byId.values());
    only = Set.copyOf(only);
    off = Set.copyOf(off);
    allows = List.copyOf(allows);
    blocks = List.copyOf(blocks);
    notices = List.copyOf(notices);
  }

  /** Of a file of gitleaks. */
  public static UserSecrets ofGitleaks(String text, SecretConfig.Files others) throws IOException {
    return GitleaksFile.read(text, others);
  }

  /** Of a file of Trivy. */
  public static UserSecrets ofTrivy(String text) throws InvalidSecretConfigException {
    return TrivyFile.read(text);
  }

  /** Its own kinds and what it allows in single places; all of the usual kinds are kept. */
  public UserSecrets onlyAdding() {
    if (name.isEmpty()) return this;
    return new UserSecrets(
        rules, true, Set.of(), Set.of(), allows, blocks, List.of(), digest(name + "adding"));
  }

  /** Both. */
  public UserSecrets and(UserSecrets other) {
    if (name.isEmpty()) return other;
    if (other.name.isEmpty()) return this;
    return new UserSecrets(
        joined(rules, other.rules),
        usual && other.usual,
        Set.copyOf(joined(List.copyOf(only), List.copyOf(other.only))),
        Set.copyOf(joined(List.copyOf(off), List.copyOf(other.off))),
        joined(allows, other.allows),
        joined(blocks, other.blocks),
        joined(notices, other.notices),
        digest(name + other.name));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    var all = new ArrayList<>(one);
    for (T each : other) if (!all.contains(each)) all.add(each);
    return all;
  }

  /** A short name for a text. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a kind that comes with Breakwater is looked for. */
  boolean has(String usualId) {
    return usual && !off.contains(usualId) && (only.isEmpty() || only.contains(usualId));
  }

  /** Whether nothing in a file is to be reported. */
  boolean allowsFile(String path) {
    for (AllowList each : allows) if (each.allowsFile(path)) return true;
    return false;
  }

  /** Whether a secret is not to be reported. */
  boolean allows(AllowList.Case found) {
    for (AllowList each : allows) if (each.allows(found)) return true;
    return false;
  }
}
