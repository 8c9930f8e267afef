package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlNode;
import io.breakwater.model.json.YamlNode.Entry;
import io.breakwater.model.json.YamlNode.Mapping;
import io.breakwater.model.json.YamlNode.Scalar;
import io.breakwater.model.json.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Trivy's {@code trivy-secret.yaml}. */
final class TrivyFile {
  private static final int MOST_RULES = 5_000;
  private static final List<String> KEYS =
      List.of(
          "rules",
          "allow-rules",
          "enable-builtin-rules",
          "disable-rules",
          "disable-allow-rules",
          "exclude-block",
          "skip-dirs",
          "skip-files");
  private static final List<String> RULE_KEYS =
      List.of(
          "id",
          "category",
          "title",
          "severity",
          "regex",
          "keywords",
          "path",
          "allow-rules",
          "exclude-block",
          "secret-group-name");
  private static final List<String> ALLOW_KEYS = List.of("id", "description", "regex", "path");
  private static final List<String> BLOCK_KEYS = List.of("description", "regexes");

  private final ConfigText text;
  private final List<UserRule> rules = new ArrayList<>();
  private final List<AllowList> allows = new ArrayList<>();
  private final List<Regex> blocks = new ArrayList<>();
  private final Set<String> only = new HashSet<>();
  private final Set<String> off = new HashSet<>();

  private TrivyFile(String text) {
    this.text = new ConfigText(text);
  }

  static UserSecrets read(String text) throws InvalidSecretConfigException {
    Optional<YamlNode> document;
    try {
      document = YamlNode.parse(text);
    } catch (InvalidYamlException malformed) {
      throw new InvalidSecretConfigException(String.valueOf(malformed.getMessage()), malformed);
    }
    var file = new TrivyFile(text);
    if (document.isPresent()) file.document(document.get());
    Set<String> only = file.ours(file.only);
    Set<String> off = file.ours(file.off);
    // Names that we do not know must not turn on everything.
    if (only.isEmpty() && !file.only.isEmpty()) only.add("none");
    file.rules.removeIf(rule -> file.off.contains(rule.id()));
    return new UserSecrets(
        file.rules,
        true,
        only,
        off,
        file.allows,
        file.blocks,
        file.text.notices(),
        UserSecrets.digest(text));
  }

  private Set<String> ours(Set<String> names) {
    var ids = new HashSet<String>();
    for (String name : names) {
      List<String> found = KindNames.ours(name);
      ids.addAll(found);
      boolean own = rules.stream().anyMatch(rule -> rule.id().equals(name));
      if (found.isEmpty() && !own) {
        text.notice(text.place(name, 0), "there is no kind \"" + name + "\" here");
      }
    }
    return ids;
  }

  private void document(YamlNode document) throws InvalidSecretConfigException {
    Map<String, YamlNode> members = members(document, KEYS);
    for (YamlNode rule : list(members.get("rules"))) rule(rule);
    for (YamlNode each : list(members.get("allow-rules"))) allows.add(allow(each, List.of()));
    block(members.get("exclude-block"));
    for (YamlNode each : list(members.get("enable-builtin-rules"))) only.add(scalar(each));
    for (YamlNode each : list(members.get("disable-rules"))) off.add(scalar(each));
  }

  private void rule(YamlNode node) throws InvalidSecretConfigException {
    Map<String, YamlNode> members = members(node, RULE_KEYS);
    String id = text(members.get("id"));
    if (id.isBlank()) throw wrong(node, "a rule has no id");
    Regex regex = regex(members.get("regex"));
    if (regex == null) throw wrong(node, "the rule " + id + " has no regex");
    int group = 0;
    YamlNode named = members.get("secret-group-name");
    if (named != null) {
      group = regex.group(scalar(named));
      if (group < 0) throw wrong(named, "the expression has no group " + scalar(named));
    }
    var keywords = new ArrayList<String>();
    for (YamlNode each : list(members.get("keywords"))) keywords.add(scalar(each));
    for (YamlNode each : list(members.get("allow-rules"))) allows.add(allow(each, List.of(id)));
    block(members.get("exclude-block"));
    String title = text(members.get("title"));
    if (rules.size() == MOST_RULES) throw wrong(node, "it has too many rules");
    rules.add(
        new UserRule(
            id,
            severity(members.get("severity")),
            title.isBlank() ? id : title,
            regex,
            // Without a name the whole match is the secret, whatever groups there are.
            group == 0 ? UserRule.WHOLE : group,
            0,
            keywords,
            regex(members.get("path"))));
  }

  private static Severity severity(@Nullable YamlNode node) throws InvalidSecretConfigException {
    if (node == null) return Severity.UNKNOWN;
    for (Severity each : Severity.values()) {
      if (each.id().equalsIgnoreCase(scalar(node))) return each;
    }
    throw wrong(node, "severity is critical, high, medium, low or unknown");
  }

  private AllowList allow(YamlNode node, List<String> ids) throws InvalidSecretConfigException {
    Map<String, YamlNode> members = members(node, ALLOW_KEYS);
    Regex regex = regex(members.get("regex"));
    Regex path = regex(members.get("path"));
    if (regex == null && path == null) throw wrong(node, "it allows by regex or path");
    return new AllowList(
        ids,
        false,
        false,
        path == null ? List.of() : List.of(path),
        regex == null ? List.of() : List.of(regex),
        AllowList.Target.SECRET,
        List.of());
  }

  private void block(@Nullable YamlNode node) throws InvalidSecretConfigException {
    if (node == null) return;
    for (YamlNode each : list(members(node, BLOCK_KEYS).get("regexes"))) {
      Regex regex = regex(each);
      if (regex != null) blocks.add(regex);
    }
  }

  private static @Nullable Regex regex(@Nullable YamlNode node)
      throws InvalidSecretConfigException {
    if (node == null) return null;
    String source = scalar(node);
    return source.isEmpty() ? null : ConfigText.regex(source, node.line(), node.column());
  }

  private Map<String, YamlNode> members(YamlNode node, List<String> known)
      throws InvalidSecretConfigException {
    if (!(node instanceof Mapping mapping)) {
      throw wrong(node, "keys were expected: " + String.join(", ", known));
    }
    var members = new HashMap<String, YamlNode>();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (known.contains(key)) members.put(key, entry.value());
      else text.unknown(key, known, text.place(key, 0));
    }
    return members;
  }

  private static List<YamlNode> list(@Nullable YamlNode node) throws InvalidSecretConfigException {
    return switch (node) {
      case null -> List.of();
      case Sequence sequence -> sequence.elements();
      case Scalar none when none.text().isEmpty() -> List.of();
      default -> throw wrong(node, "a list was expected");
    };
  }

  private static String text(@Nullable YamlNode node) throws InvalidSecretConfigException {
    return node == null ? "" : scalar(node);
  }

  private static String scalar(YamlNode node) throws InvalidSecretConfigException {
    if (node instanceof Scalar scalar) return scalar.text();
    throw wrong(node, "a text was expected");
  }

  private static InvalidSecretConfigException wrong(YamlNode at, String reason) {
    return new InvalidSecretConfigException(at.line(), at.column(), reason);
  }
}
