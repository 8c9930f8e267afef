package io.breakwater.policy.internal;

import io.breakwater.model.NearestWord;
import io.breakwater.model.Text;
import io.breakwater.model.json.YamlNode;
import io.breakwater.model.json.YamlNode.Entry;
import io.breakwater.model.json.YamlNode.Mapping;
import io.breakwater.model.json.YamlNode.Scalar;
import io.breakwater.model.json.YamlNode.Sequence;
import io.breakwater.policy.InvalidPolicyException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes YAML apart and says where something is wrong.
 *
 * @param file as it is named in messages
 * @param text of the file
 */
public record Reading(String file, String text) {
  /** The members of a mapping, of which every key is known and none is repeated. */
  public Map<String, YamlNode> mapping(YamlNode node, String what, List<String> keys)
      throws InvalidPolicyException {
    if (!(node instanceof Mapping mapping)) throw wrong(node, what + " is a mapping");
    var out = new LinkedHashMap<String, YamlNode>();
    for (Entry entry : mapping.entries()) {
      String key = known(entry.key(), "key", keys);
      if (out.put(key, entry.value()) != null) throw wrong(entry.key(), key + " is given twice");
    }
    return out;
  }

  /** A word that is one of these. */
  public String known(Scalar word, String kind, List<String> words) throws InvalidPolicyException {
    if (words.contains(word.text())) return word.text();
    String meant =
        NearestWord.of(word.text(), words)
            .map(w -> "; did you mean " + w + "?")
            .orElse("; it is one of " + String.join(", ", words));
    throw wrong(word, "there is no " + kind + " \"" + cut(word.text()) + '"' + meant);
  }

  /** A member that must be there. */
  public YamlNode needed(YamlNode of, Map<String, YamlNode> members, String key, String what)
      throws InvalidPolicyException {
    YamlNode node = members.get(key);
    if (node == null) throw wrong(of, what + " needs " + key);
    return node;
  }

  /** A text that is not empty. */
  public Scalar scalar(YamlNode node, String key) throws InvalidPolicyException {
    if (node instanceof Scalar value && !value.text().isBlank()) return value;
    throw wrong(node, key + " is a text");
  }

  /** A list. */
  public List<YamlNode> list(YamlNode node, String key) throws InvalidPolicyException {
    if (node instanceof Sequence sequence) return sequence.elements();
    throw wrong(node, key + " is a list");
  }

  /** A list of texts; none when it is not given. */
  public List<String> texts(Map<String, YamlNode> members, String key)
      throws InvalidPolicyException {
    YamlNode node = members.get(key);
    if (node == null) return List.of();
    var out = new ArrayList<String>();
    for (YamlNode each : list(node, key)) out.add(scalar(each, key).text());
    return out;
  }

  /** A list of known words; none when it is not given. */
  public List<String> words(Map<String, YamlNode> members, String key, List<String> words)
      throws InvalidPolicyException {
    YamlNode node = members.get(key);
    if (node == null) return List.of();
    var out = new ArrayList<String>();
    for (YamlNode each : list(node, key)) out.add(known(scalar(each, key), key, words));
    return out;
  }

  /** A text for people: one for all, or one for each language. */
  public Optional<Text> words(Map<String, YamlNode> members, String key)
      throws InvalidPolicyException {
    YamlNode node = members.get(key);
    if (node == null) return Optional.empty();
    if (node instanceof Scalar) {
      String one = scalar(node, key).text().strip();
      return Optional.of(new Text(one, one));
    }
    Map<String, YamlNode> each = mapping(node, key, List.of("en", "zh"));
    String english = scalar(needed(node, each, "en", key), "en").text().strip();
    YamlNode chinese = each.get("zh");
    return Optional.of(
        new Text(english, chinese == null ? english : scalar(chinese, "zh").text().strip()));
  }

  /** A day. */
  public LocalDate day(YamlNode node, String key) throws InvalidPolicyException {
    Scalar value = scalar(node, key);
    try {
      return LocalDate.parse(value.text().strip());
    } catch (DateTimeParseException none) {
      throw wrong(value, "\"" + cut(value.text()) + "\" is no date; write it as 2027-01-31");
    }
  }

  /** The error of a value. */
  public InvalidPolicyException wrong(YamlNode at, String reason) {
    return new InvalidPolicyException(file, at.line(), at.column(), reason);
  }

  /** The error of a place within a value. */
  public InvalidPolicyException wrong(Scalar in, int offset, String reason) {
    SourceMap.Place place = SourceMap.of(text, in, offset);
    return new InvalidPolicyException(file, place.line(), place.column(), reason);
  }

  /** Where a value stands. */
  public String place(YamlNode node) {
    return file + ":" + node.line() + ":" + node.column();
  }

  private static String cut(String word) {
    return word.length() > 60 ? word.substring(0, 60) + "…" : word;
  }
}
