package io.breakwater.policy;

import io.breakwater.model.Decision.Level;
import io.breakwater.model.Text;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlNode;
import io.breakwater.model.json.YamlNode.Scalar;
import io.breakwater.policy.internal.Condition;
import io.breakwater.policy.internal.Exemption;
import io.breakwater.policy.internal.Message;
import io.breakwater.policy.internal.Reading;
import io.breakwater.policy.internal.Rule;
import io.breakwater.policy.internal.cel.Expression;
import io.breakwater.policy.internal.cel.Expressions;
import io.breakwater.policy.internal.cel.Expressions.Local;
import io.breakwater.policy.internal.cel.InvalidExpressionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads policies; docs/policies.md describes them. What is not understood is an error that tells
 * file, line and column: keys, fields of the document and types, inside expressions too.
 */
public final class PolicyReader {
  /** What the first line of a policy says. */
  public static final String API_VERSION = "breakwater.io/v1";

  private static final int DEEPEST_INCLUDE = 5;
  private static final int MOST_RULES = 2_000;
  private static final List<String> KEYS =
      List.of("apiVersion", "kind", "metadata", "include", "rules", "exceptions", "unknown");
  private static final List<String> RULE_KEYS =
      List.of("id", "level", "message", "applies", "forEach", "as", "when", "remedy", "references");
  private static final List<String> EXCEPTION_KEYS =
      List.of("rules", "match", "ids", "paths", "components", "reason", "owner", "expires");

  private final Expressions expressions;
  private final PolicySources sources;

  /** A reader that asks {@code knowledge} when expressions do, and finds included policies. */
  public PolicyReader(Knowledge knowledge, PolicySources sources) {
    this.expressions = new Expressions(knowledge);
    this.sources = sources;
  }

  /**
   * Reads a policy.
   *
   * @param file how it is named in messages
   * @throws InvalidPolicyException when something in it is not understood
   */
  public Policy read(String file, String text) throws InvalidPolicyException {
    var rules = new LinkedHashMap<String, Read>();
    return read(new Reading(file, text), rules, 0, new HashSet<>());
  }

  /** A rule, and the type of what it looks at. */
  private record Read(Rule rule, Optional<Local> item) {}

  private Policy read(Reading in, Map<String, Read> rules, int depth, Set<String> open)
      throws InvalidPolicyException {
    YamlNode document = document(in);
    Map<String, YamlNode> members = in.mapping(document, "a policy", KEYS);
    header(in, document, members);
    YamlNode about = in.needed(document, members, "metadata", "a policy");
    Map<String, YamlNode> metadata =
        in.mapping(about, "metadata", List.of("name", "description", "labels"));
    YamlNode nameNode = in.needed(about, metadata, "name", "metadata");
    String name = in.scalar(nameNode, "name").text();
    YamlNode said = metadata.get("description");
    String description = said == null ? "" : in.scalar(said, "description").text().strip();
    var exceptions = new ArrayList<Exemption>();
    if (members.containsKey("include")) {
      for (YamlNode each : in.list(members.get("include"), "include")) {
        include(in, each, rules, exceptions, depth, open);
      }
    }
    if (members.containsKey("rules")) {
      for (YamlNode each : in.list(members.get("rules"), "rules")) {
        Read rule = rule(in, each);
        if (rules.putIfAbsent(rule.rule().id(), rule) != null) {
          throw in.wrong(
              each,
              "there is a rule "
                  + rule.rule().id()
                  + " already; leave the included one out with without: ["
                  + rule.rule().id()
                  + "]");
        }
        if (rules.size() > MOST_RULES) throw in.wrong(each, "a policy has too many rules");
      }
    }
    if (rules.isEmpty()) throw in.wrong(document, "a policy needs rules, or include");
    if (members.containsKey("exceptions")) {
      for (YamlNode each : in.list(members.get("exceptions"), "exceptions")) {
        exceptions.add(exception(in, each, rules));
      }
    }
    return new Policy(
        name,
        description,
        rules.values().stream().map(Read::rule).toList(),
        exceptions,
        unknown(in, Optional.ofNullable(members.get("unknown"))));
  }

  private static YamlNode document(Reading in) throws InvalidPolicyException {
    try {
      Optional<YamlNode> document = YamlNode.parse(in.text());
      if (document.isPresent()) return document.get();
      throw new InvalidPolicyException(in.file(), 1, 1, "it is empty");
    } catch (InvalidYamlException malformed) {
      throw new InvalidPolicyException(
          in.file(), malformed.line(), malformed.column(), "no YAML: " + malformed.reason());
    }
  }

  private static void header(Reading in, YamlNode document, Map<String, YamlNode> members)
      throws InvalidPolicyException {
    Scalar version =
        in.scalar(in.needed(document, members, "apiVersion", "a policy"), "apiVersion");
    in.known(version, "apiVersion", List.of(API_VERSION));
    in.known(
        in.scalar(in.needed(document, members, "kind", "a policy"), "kind"),
        "kind",
        List.of("Policy"));
  }

  private void include(
      Reading in,
      YamlNode node,
      Map<String, Read> rules,
      List<Exemption> exceptions,
      int depth,
      Set<String> open)
      throws InvalidPolicyException {
    Scalar name;
    List<String> without = List.of();
    if (node instanceof Scalar) {
      name = in.scalar(node, "include");
    } else {
      Map<String, YamlNode> members = in.mapping(node, "include", List.of("policy", "without"));
      name = in.scalar(in.needed(node, members, "policy", "include"), "policy");
      without = in.texts(members, "without");
    }
    Optional<PolicySources.Source> found = sources.find(name.text(), in.file());
    if (found.isEmpty()) throw in.wrong(name, "there is no policy \"" + name.text() + '"');
    if (depth >= DEEPEST_INCLUDE || !open.add(found.get().file())) {
      throw in.wrong(name, "policies include each other in a circle or too deeply");
    }
    var theirs = new LinkedHashMap<String, Read>();
    Policy included =
        read(new Reading(found.get().file(), found.get().text()), theirs, depth + 1, open);
    open.remove(found.get().file());
    for (String id : without) {
      if (theirs.remove(id) == null) {
        throw in.wrong(node, name.text() + " has no rule " + id);
      }
    }
    for (Map.Entry<String, Read> each : theirs.entrySet()) {
      if (rules.putIfAbsent(each.getKey(), each.getValue()) != null) {
        throw in.wrong(name, "two included policies have a rule " + each.getKey());
      }
    }
    exceptions.addAll(included.exceptions());
  }

  private Read rule(Reading in, YamlNode node) throws InvalidPolicyException {
    Map<String, YamlNode> members = in.mapping(node, "a rule", RULE_KEYS);
    String id = in.scalar(in.needed(node, members, "id", "a rule"), "id").text();
    Level level =
        Level.valueOf(
            in.known(
                    in.scalar(in.needed(node, members, "level", "a rule"), "level"),
                    "level",
                    List.of("deny", "warn", "info"))
                .toUpperCase(Locale.ROOT));
    Optional<Condition> forEach = Optional.empty();
    Optional<Local> item = Optional.empty();
    String as = "";
    if (members.containsKey("forEach")) {
      Scalar list = in.scalar(members.get("forEach"), "forEach");
      as = members.containsKey("as") ? variable(in, members.get("as")) : "item";
      Expression made = compile(in, list, 0, () -> expressions.list(list.text()));
      forEach = Optional.of(condition(made, in.place(list)));
      item = Optional.of(Expressions.element(made, as));
    } else if (members.containsKey("as")) {
      throw in.wrong(members.get("as"), "as names the elements of forEach, which is missing");
    }
    Scalar when = in.scalar(in.needed(node, members, "when", "a rule"), "when");
    Optional<Local> local = item;
    Expression made = compile(in, when, 0, () -> expressions.condition(when.text(), local));
    return new Read(
        new Rule(
            id,
            level,
            message(in, node, members, item),
            applies(in, members),
            forEach,
            as,
            condition(made, in.place(when)),
            in.words(members, "remedy"),
            in.texts(members, "references")),
        item);
  }

  private static String variable(Reading in, YamlNode node) throws InvalidPolicyException {
    Scalar name = in.scalar(node, "as");
    String text = name.text();
    boolean plain = text.length() <= 40 && Character.isLetter(text.charAt(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain &= c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
    if (!plain) throw in.wrong(name, "as is a name of letters");
    return text;
  }

  private static Rule.Applies applies(Reading in, Map<String, YamlNode> members)
      throws InvalidPolicyException {
    YamlNode node = members.get("applies");
    if (node == null) return Rule.Applies.EVERYWHERE;
    Map<String, YamlNode> to =
        in.mapping(node, "applies", List.of("repositories", "environments", "moments"));
    return new Rule.Applies(
        in.texts(to, "repositories"),
        in.texts(to, "environments"),
        in.words(to, "moments", Occasion.MOMENTS));
  }

  private Message message(
      Reading in, YamlNode whole, Map<String, YamlNode> members, Optional<Local> item)
      throws InvalidPolicyException {
    YamlNode node = in.needed(whole, members, "message", "a rule");
    Text template = in.words(members, "message").orElseThrow();
    if (node instanceof Scalar one) {
      List<Object> parts = parts(in, one, item);
      return new Message(template, parts, parts);
    }
    Map<String, YamlNode> each = in.mapping(node, "message", List.of("en", "zh"));
    List<Object> english = parts(in, in.scalar(in.needed(node, each, "en", "message"), "en"), item);
    YamlNode chinese = each.get("zh");
    List<Object> translated = chinese == null ? english : parts(in, in.scalar(chinese, "zh"), item);
    return new Message(template, english, translated);
  }

  /** The words of a message and the expressions between them. */
  private List<Object> parts(Reading in, Scalar template, Optional<Local> item)
      throws InvalidPolicyException {
    String text = template.text();
    var parts = new ArrayList<Object>();
    int at = 0;
    while (true) {
      int open = text.indexOf("${", at);
      if (open < 0) break;
      if (open > at) parts.add(text.substring(at, open));
      int close = close(text, open + 2);
      if (close < 0) throw in.wrong(template, open, "${ has no }");
      String expression = text.substring(open + 2, close);
      int start = open + 2;
      Expression made = compile(in, template, start, () -> expressions.compile(expression, item));
      parts.add(condition(made, in.place(template)));
      at = close + 1;
    }
    if (at < text.length()) parts.add(text.substring(at));
    return List.copyOf(parts);
  }

  /** The brace that closes an expression, outside of its texts. */
  private static int close(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') i++;
        else if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        if (depth == 0) return i;
        depth--;
      }
    }
    return -1;
  }

  private Exemption exception(Reading in, YamlNode node, Map<String, Read> rules)
      throws InvalidPolicyException {
    Map<String, YamlNode> members = in.mapping(node, "an exception", EXCEPTION_KEYS);
    List<String> ids = new ArrayList<>(rules.keySet());
    List<String> of =
        in.words(Map.of("rules", in.needed(node, members, "rules", "an exception")), "rules", ids);
    var match = new HashMap<String, Condition>();
    if (members.containsKey("match")) {
      Scalar condition = in.scalar(members.get("match"), "match");
      for (String id : of) {
        Optional<Local> item = Optional.ofNullable(rules.get(id)).flatMap(Read::item);
        Expression made =
            compile(in, condition, 0, () -> expressions.condition(condition.text(), item));
        match.put(id, condition(made, in.place(condition)));
      }
    }
    return new Exemption(
        of,
        match,
        in.texts(members, "ids"),
        in.texts(members, "paths"),
        in.texts(members, "components"),
        in.scalar(in.needed(node, members, "reason", "an exception"), "reason").text().strip(),
        in.scalar(in.needed(node, members, "owner", "an exception"), "owner").text().strip(),
        in.day(in.needed(node, members, "expires", "an exception"), "expires"),
        in.place(node));
  }

  private static Policy.Unknowns unknown(Reading in, Optional<YamlNode> node)
      throws InvalidPolicyException {
    var levels = List.of("deny", "warn");
    var refusing = new HashSet<String>();
    int days = 7;
    if (node.isEmpty()) return new Policy.Unknowns(Set.of(), days);
    if (node.get() instanceof Scalar all) {
      if (in.known(all, "answer to unknown", levels).equals("deny")) {
        refusing.addAll(Policy.Unknowns.KINDS);
      }
      return new Policy.Unknowns(Set.copyOf(refusing), days);
    }
    var keys = new ArrayList<>(Policy.Unknowns.KINDS);
    keys.add("default");
    keys.add("staleAfterDays");
    Map<String, YamlNode> members = in.mapping(node.get(), "unknown", keys);
    for (String kind : Policy.Unknowns.KINDS) {
      YamlNode says = members.getOrDefault(kind, members.get("default"));
      if (says == null) continue;
      if (in.known(in.scalar(says, kind), "answer to unknown", levels).equals("deny")) {
        refusing.add(kind);
      }
    }
    YamlNode stale = members.get("staleAfterDays");
    if (stale != null) {
      Scalar number = in.scalar(stale, "staleAfterDays");
      try {
        days = Integer.parseInt(number.text());
      } catch (NumberFormatException none) {
        throw in.wrong(number, "staleAfterDays is a number of days");
      }
    }
    return new Policy.Unknowns(Set.copyOf(refusing), days);
  }

  /** Something that may be no expression. */
  @FunctionalInterface
  private interface Making {
    Expression make() throws InvalidExpressionException;
  }

  private static Expression compile(Reading in, Scalar scalar, int from, Making making)
      throws InvalidPolicyException {
    try {
      return making.make();
    } catch (InvalidExpressionException wrong) {
      throw in.wrong(scalar, from + wrong.offset(), wrong.reason());
    }
  }

  private static Condition condition(Expression made, String place) {
    return new Condition(made.text(), made.code(), made.slots(), made.uses(), place);
  }
}
