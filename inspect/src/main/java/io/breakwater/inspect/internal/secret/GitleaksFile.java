package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.InvalidSecretConfigException;
import io.breakwater.inspect.SecretConfig;
import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidTomlException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads gitleaks' TOML. Letter case of keys does not matter, as it does not there. */
final class GitleaksFile {
  private static final int MOST_EXTENDED = 2;
  private static final int MOST_RULES = 5_000;
  private static final List<String> KEYS =
      List.of("title", "description", "extend", "rules", "allowlist", "allowlists", "minVersion");
  private static final List<String> RULE_KEYS =
      List.of(
          "id",
          "description",
          "regex",
          "secretGroup",
          "entropy",
          "keywords",
          "path",
          "tags",
          "allowlist",
          "allowlists",
          "skipReport",
          "required",
          "report");
  private static final List<String> ALLOW_KEYS =
      List.of(
          "description",
          "condition",
          "commits",
          "paths",
          "regexTarget",
          "regexes",
          "stopwords",
          "targetRules",
          "id");
  private static final List<String> EXTEND_KEYS =
      List.of("useDefault", "path", "url", "disabledRules");

  private final ConfigText text;
  private final Map<String, UserRule> rules = new LinkedHashMap<>();
  private final List<AllowList> allows = new ArrayList<>();
  private final Set<String> off = new HashSet<>();
  private boolean usual;

  private GitleaksFile(ConfigText text) {
    this.text = text;
  }

  static UserSecrets read(String text, SecretConfig.Files others) throws IOException {
    return read(text, others, 0);
  }

  private static UserSecrets read(String text, SecretConfig.Files others, int depth)
      throws IOException {
    Json.Obj document;
    try {
      document = Toml.object(text);
    } catch (InvalidTomlException malformed) {
      throw new InvalidSecretConfigException(String.valueOf(malformed.getMessage()), malformed);
    }
    var file = new GitleaksFile(new ConfigText(text));
    UserSecrets base = file.document(document, others, depth);
    boolean ownOnly = !file.usual && !base.usual() && !file.rules.isEmpty();
    if (ownOnly && depth == 0) {
      file.text.notice(
          0,
          "the kinds that come with Breakwater are not looked for, as the file does not extend them"
              + " ([extend] useDefault = true)");
    }
    var allRules = new LinkedHashMap<String, UserRule>();
    for (UserRule rule : base.rules()) allRules.put(rule.id(), rule);
    for (UserRule rule : file.rules.values()) {
      allRules.merge(rule.id(), rule, GitleaksFile::merged);
    }
    allRules.keySet().removeAll(file.off);
    file.off.addAll(base.off());
    file.allows.addAll(base.allows());
    file.text.notices().addAll(base.notices());
    boolean usual = file.usual || base.usual() || (file.rules.isEmpty() && base.rules().isEmpty());
    return new UserSecrets(
        List.copyOf(allRules.values()),
        usual,
        Set.of(),
        usualIds(file.off),
        usualAllows(file.allows, allRules.keySet()),
        List.of(),
        file.text.notices(),
        UserSecrets.digest(text + base.name()));
  }

  /** What a file says of a rule that it extends counts more. */
  private static UserRule merged(UserRule base, UserRule own) {
    var keywords = new ArrayList<>(base.keywords());
    keywords.addAll(own.keywords());
    return new UserRule(
        own.id(),
        own.severity(),
        own.title().equals(own.id()) ? base.title() : own.title(),
        own.regex() == null ? base.regex() : own.regex(),
        own.group() == 0 ? base.group() : own.group(),
        own.entropy() == 0 ? base.entropy() : own.entropy(),
        keywords,
        own.path() == null ? base.path() : own.path());
  }

  private static Set<String> usualIds(Set<String> names) {
    var ids = new HashSet<String>();
    for (String name : names) ids.addAll(KindNames.ours(name));
    return ids;
  }

  /** Lists for kinds of gitleaks are for those that we call otherwise, too. */
  private static List<AllowList> usualAllows(List<AllowList> lists, Set<String> own) {
    var all = new ArrayList<AllowList>();
    for (AllowList list : lists) {
      var ids = new ArrayList<>(list.rules());
      for (String id : list.rules()) if (!own.contains(id)) ids.addAll(KindNames.ours(id));
      all.add(list.forRules(ids));
    }
    return all;
  }

  private UserSecrets document(Json.Obj document, SecretConfig.Files others, int depth)
      throws IOException {
    UserSecrets base = nothing(false);
    Map<String, Json> members = keys(document, KEYS, 0);
    if (members.get("extend") instanceof Json.Obj extend) base = extend(extend, others, depth);
    if (members.get("allowlist") instanceof Json.Obj one) {
      if (members.containsKey("allowlists")) {
        throw text.wrong(
            text.section("[allowlist]", 0), "[allowlist] and [[allowlists]] exclude each other");
      }
      allows.add(allowList(one, text.section("[allowlist]", 0), List.of()));
    }
    allows(members.get("allowlists"), "[[allowlists]]", 0, List.of());
    if (members.get("rules") instanceof Json.Arr(List<Json> all)) {
      if (all.size() > MOST_RULES) throw text.wrong(0, "it has too many rules");
      for (int i = 0; i < all.size(); i++) {
        int at = text.section("[[rules]]", i);
        if (all.get(i) instanceof Json.Obj rule) rule(rule, at);
        else throw text.wrong(at, "a rule was expected");
      }
    }
    return base;
  }

  private static UserSecrets nothing(boolean usual) {
    return new UserSecrets(
        List.of(), usual, Set.of(), Set.of(), List.of(), List.of(), List.of(), "");
  }

  private UserSecrets extend(Json.Obj extend, SecretConfig.Files others, int depth)
      throws IOException {
    int at = text.section("[extend]", 0);
    Map<String, Json> members = keys(extend, EXTEND_KEYS, at);
    off.addAll(texts(members, "disabledRules", at));
    usual = members.get("usedefault") instanceof Json.Bool(boolean value) && value;
    if (members.containsKey("url")) {
      throw text.wrong(text.place("url", at), "nothing is fetched from a URL; extend by path");
    }
    String path = text(members, "path", at);
    if (path.isEmpty()) return nothing(usual);
    int place = text.place(path, at);
    if (usual) throw text.wrong(place, "useDefault and path exclude each other");
    if (depth == MOST_EXTENDED) throw text.wrong(place, "files extend others too often");
    Optional<String> other = others.text(path);
    if (other.isEmpty()) throw text.wrong(place, "there is no file " + path);
    try {
      return read(other.get(), others, depth + 1);
    } catch (InvalidSecretConfigException wrong) {
      throw new InvalidSecretConfigException("in " + path + ", " + wrong.reason(), wrong);
    }
  }

  private void rule(Json.Obj rule, int at) throws IOException {
    Map<String, Json> members = keys(rule, RULE_KEYS, at);
    String id = text(members, "id", at);
    if (id.isBlank()) throw text.wrong(at, "a rule has no id");
    String source = text(members, "regex", at);
    String pathSource = text(members, "path", at);
    allows(members.get("allowlists"), "[[rules.allowlists]]", at, List.of(id));
    if (members.get("allowlist") instanceof Json.Obj one) {
      allows.add(allowList(one, text.place("[rules.allowlist]", at), List.of(id)));
    }
    if (members.containsKey("required")) {
      text.notice(text.place("required", at), "rules that need others (required) count alone here");
    }
    boolean hidden = members.get("skipreport") instanceof Json.Bool(boolean skip) && skip;
    if (hidden) return;
    if (source.isEmpty() && pathSource.isEmpty()) {
      if (usual) return; // it only adds to one that it extends
    }
    Regex regex = source.isEmpty() ? null : text.regex(source, at);
    int group = (int) number(members, "secretGroup", at);
    if (regex != null && group > regex.groups()) {
      throw text.wrong(
          text.place("secretGroup", at), "the expression has only " + regex.groups() + " groups");
    }
    String title = text(members, "description", at);
    var made =
        new UserRule(
            id,
            severity(texts(members, "tags", at)),
            title.isBlank() ? id : title,
            regex,
            group,
            number(members, "entropy", at),
            texts(members, "keywords", at),
            pathSource.isEmpty() ? null : text.regex(pathSource, at));
    if (rules.put(id, made) != null) throw text.wrong(at, "two rules have the id " + id);
  }

  /** A tag may say how bad it is. */
  private static Severity severity(List<String> tags) {
    for (String tag : tags) {
      for (Severity each : Severity.values()) if (each.id().equalsIgnoreCase(tag)) return each;
    }
    return Severity.HIGH;
  }

  private void allows(@Nullable Json lists, String header, int from, List<String> rules)
      throws IOException {
    if (!(lists instanceof Json.Arr(List<Json> all))) return;
    int at = from;
    for (Json each : all) {
      int next = text.place(header, at);
      if (each instanceof Json.Obj one) allows.add(allowList(one, next, rules));
      at = next + 1;
    }
  }

  private AllowList allowList(Json.Obj list, int at, List<String> rules) throws IOException {
    Map<String, Json> members = keys(list, ALLOW_KEYS, at);
    boolean all = false;
    switch (text(members, "condition", at).toUpperCase(Locale.ROOT)) {
      case "AND", "&&" -> all = true;
      case "", "OR", "||" -> {}
      default -> throw text.wrong(text.place("condition", at), "condition is AND or OR");
    }
    boolean commits = members.containsKey("commits");
    if (commits) {
      text.notice(
          text.place("commits", at),
          all
              ? "commits are not known here: a list that demands them allows nothing"
              : "commits are not known here and were left out");
    }
    AllowList.Target target =
        switch (text(members, "regexTarget", at).toLowerCase(Locale.ROOT)) {
          case "", "secret" -> AllowList.Target.SECRET;
          case "match" -> AllowList.Target.MATCH;
          case "line" -> AllowList.Target.LINE;
          default ->
              throw text.wrong(
                  text.place("regexTarget", at), "regexTarget is secret, match or line");
        };
    List<String> targets = texts(members, "targetRules", at);
    return new AllowList(
        targets.isEmpty() ? rules : targets,
        all,
        all && commits,
        regexes(members, "paths", at),
        regexes(members, "regexes", at),
        target,
        texts(members, "stopwords", at));
  }

  private List<Regex> regexes(Map<String, Json> members, String key, int at) throws IOException {
    var regexes = new ArrayList<Regex>();
    for (String source : texts(members, key, at)) regexes.add(text.regex(source, at));
    return regexes;
  }

  private Map<String, Json> keys(Json.Obj table, List<String> known, int at)
      throws InvalidSecretConfigException {
    var members = new LinkedHashMap<String, Json>();
    for (Map.Entry<String, Json> each : table.members().entrySet()) {
      String key = each.getKey();
      if (known.stream().anyMatch(key::equalsIgnoreCase)) {
        members.put(key.toLowerCase(Locale.ROOT), each.getValue());
      } else {
        text.unknown(key, known, at);
      }
    }
    return members;
  }

  private String text(Map<String, Json> members, String key, int at)
      throws InvalidSecretConfigException {
    return switch (members.get(key.toLowerCase(Locale.ROOT))) {
      case null -> "";
      case Json.Str(String value) -> value;
      default -> throw text.wrong(text.place(key, at), key + " is one text");
    };
  }

  private List<String> texts(Map<String, Json> members, String key, int at)
      throws InvalidSecretConfigException {
    Json value = members.get(key.toLowerCase(Locale.ROOT));
    var texts = new ArrayList<String>();
    if (value == null) return texts;
    if (!(value instanceof Json.Arr(List<Json> elements))) {
      throw text.wrong(text.place(key, at), key + " is a list of texts");
    }
    for (Json each : elements) {
      if (each instanceof Json.Str(String one)) texts.add(one);
      else throw text.wrong(text.place(key, at), key + " is a list of texts");
    }
    return texts;
  }

  private double number(Map<String, Json> members, String key, int at)
      throws InvalidSecretConfigException {
    Json value = members.get(key.toLowerCase(Locale.ROOT));
    if (value == null) return 0;
    if (value instanceof Json.Num(String digits)) {
      double number = Double.parseDouble(digits);
      if (number >= 0 && number <= 100) return number;
    }
    throw text.wrong(text.place(key, at), key + " is a number from 0 to 100");
  }
}
