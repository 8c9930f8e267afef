package io.breakwater.inspect.licence;

import io.breakwater.inspect.licence.LicencePolicy.Answer;
import io.breakwater.inspect.licence.LicencePolicy.Exemption;
import io.breakwater.model.NearestWord;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.YamlNode;
import io.breakwater.model.json.YamlNode.Entry;
import io.breakwater.model.json.YamlNode.Mapping;
import io.breakwater.model.json.YamlNode.Scalar;
import io.breakwater.model.json.YamlNode.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads licence policies; docs/licences.md describes them. What is not understood is an error. */
public final class LicencePolicyFile {
  private static final List<String> KEYS =
      List.of("default", "allow", "warn", "deny", "exceptions");
  private static final List<String> EXCEPTION_KEYS =
      List.of("purl", "licence", "reason", "owner", "expires");

  private final Map<String, Answer> packages = new HashMap<>();
  private final Map<String, Answer> licences = new HashMap<>();
  private final Map<LicenceClass, Answer> classes = new HashMap<>();
  private final List<Exemption> exceptions = new ArrayList<>();
  private Answer otherwise = Answer.ALLOW;

  private LicencePolicyFile() {}

  /**
   * The policy that a text describes.
   *
   * @throws InvalidPolicyException with line and column
   */
  public static LicencePolicy read(String text) throws InvalidPolicyException {
    Optional<YamlNode> document;
    try {
      document = YamlNode.parse(text);
    } catch (InvalidYamlException malformed) {
      throw new InvalidPolicyException(String.valueOf(malformed.getMessage()), malformed);
    }
    if (document.isEmpty()) throw new InvalidPolicyException(1, 1, "it is empty");
    if (!(document.get() instanceof Mapping root)) {
      throw wrong(document.get(), "a mapping with deny, warn or allow was expected");
    }
    var file = new LicencePolicyFile();
    for (Entry entry : root.entries()) file.take(entry);
    return new LicencePolicy(
        file.otherwise, file.packages, file.licences, file.classes, file.exceptions);
  }

  private void take(Entry entry) throws InvalidPolicyException {
    String key = known(entry.key(), KEYS);
    switch (key) {
      case "default" -> otherwise = answer(scalar(entry.value(), key));
      case "exceptions" -> {
        for (YamlNode each : list(entry.value(), key)) exceptions.add(exception(each));
      }
      default -> {
        for (YamlNode each : list(entry.value(), key)) {
          rule(scalar(each, key), answer(entry.key()));
        }
      }
    }
  }

  private void rule(Scalar rule, Answer answer) throws InvalidPolicyException {
    String words = rule.text().strip();
    Optional<LicenceClass> family = LicenceClass.parse(words);
    Answer before;
    if (family.isPresent()) before = classes.put(family.get(), answer);
    else if (words.startsWith("pkg:")) before = packages.put(words, answer);
    else before = licences.put(licence(rule), answer);
    if (before != null && before != answer) throw wrong(rule, quoted(words) + " has two answers");
  }

  private static String licence(Scalar of) throws InvalidPolicyException {
    try {
      LicenceExpression leaf = LicenceExpression.parse(of.text());
      boolean several =
          leaf instanceof LicenceExpression.And || leaf instanceof LicenceExpression.Or;
      if (several) throw wrong(of, "one licence was expected; AND and OR are understood anyway");
      return leaf.text();
    } catch (InvalidLicenceException none) {
      var families = Arrays.stream(LicenceClass.values()).map(LicenceClass::id).toList();
      Optional<String> meant = NearestWord.of(of.text(), families);
      NormalisedLicence named = LicenceNames.normalise(of.text());
      if (meant.isEmpty() && named.how() != NormalisedLicence.How.UNKNOWN) {
        meant = Optional.of(named.expression().text());
      }
      throw wrong(
          of,
          quoted(of.text())
              + " is no class, SPDX id or package URL"
              + meant.map(word -> "; did you mean " + word + "?").orElse(""));
    }
  }

  private static Exemption exception(YamlNode node) throws InvalidPolicyException {
    if (!(node instanceof Mapping mapping)) {
      throw wrong(node, "an exception has purl, reason and owner");
    }
    var values = new HashMap<String, Scalar>();
    for (Entry entry : mapping.entries()) {
      String key = known(entry.key(), EXCEPTION_KEYS);
      if (values.put(key, scalar(entry.value(), key)) != null) {
        throw wrong(entry.key(), key + " is given twice");
      }
    }
    for (String needed : List.of("purl", "reason", "owner")) {
      if (!values.containsKey(needed)) throw wrong(mapping, "an exception needs " + needed);
    }
    Scalar licence = values.get("licence");
    Scalar expires = values.get("expires");
    return new Exemption(
        text(values, "purl"),
        licence == null ? "" : LicenceNames.normalise(licence.text()).expression().text(),
        text(values, "reason"),
        text(values, "owner"),
        expires == null ? Optional.empty() : Optional.of(date(expires)));
  }

  private static String text(Map<String, Scalar> values, String key) {
    Scalar value = values.get(key);
    return value == null ? "" : value.text().strip();
  }

  private static LocalDate date(Scalar value) throws InvalidPolicyException {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException none) {
      throw wrong(value, quoted(value.text()) + " is no date; write it as 2027-01-31");
    }
  }

  private static Answer answer(Scalar value) throws InvalidPolicyException {
    for (Answer each : Answer.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value.text())) return each;
    }
    throw wrong(value, "allow, warn or deny was expected and not " + quoted(value.text()));
  }

  private static String known(Scalar key, List<String> keys) throws InvalidPolicyException {
    if (keys.contains(key.text())) return key.text();
    String meant =
        NearestWord.of(key.text(), keys).orElseGet(() -> "one of " + String.join(", ", keys));
    throw wrong(key, "there is no key " + quoted(key.text()) + "; did you mean " + meant + "?");
  }

  private static Scalar scalar(YamlNode node, String key) throws InvalidPolicyException {
    if (node instanceof Scalar value && !value.text().isBlank()) return value;
    throw wrong(node, key + " is one text");
  }

  private static List<YamlNode> list(YamlNode node, String key) throws InvalidPolicyException {
    if (node instanceof Sequence sequence) return sequence.elements();
    throw wrong(node, key + " is a list");
  }

  private static String quoted(String text) {
    return '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
  }

  private static InvalidPolicyException wrong(YamlNode at, String reason) {
    return new InvalidPolicyException(at.line(), at.column(), reason);
  }
}
