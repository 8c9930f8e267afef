package io.breakwater.advisory.ignore;

import io.breakwater.advisory.internal.PurlPattern;
import io.breakwater.advisory.vex.Justification;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.NearestWord;
import io.breakwater.model.Purl;
import io.breakwater.model.json.YamlNode;
import io.breakwater.model.json.YamlNode.Entry;
import io.breakwater.model.json.YamlNode.Mapping;
import io.breakwater.model.json.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one rule of a YAML file. */
final class RuleReader {
  private static final List<String> KEYS =
      List.of(
          "id", "purl", "path", "image", "digest", "reason", "owner", "expires", "justification");
  private static final int LONGEST = 2_000;

  private final Map<String, Scalar> values = new HashMap<>();
  private final Mapping mapping;

  private RuleReader(Mapping mapping) {
    this.mapping = mapping;
  }

  static IgnoreRule read(String file, Mapping mapping) throws InvalidIgnoreException {
    return new RuleReader(mapping).read(file);
  }

  private IgnoreRule read(String file) throws InvalidIgnoreException {
    for (Entry entry : mapping.entries()) take(entry);
    if (text("reason").isBlank()) throw wrong(mapping, "a rule needs a reason");
    boolean names = KEYS.subList(0, 5).stream().anyMatch(key -> !text(key).isEmpty());
    if (!names) throw wrong(mapping, "a rule names an id, purl, path, image or digest");
    String owner = text("owner");
    return new IgnoreRule(
        file,
        mapping.line(),
        text("id"),
        purl(),
        text("path"),
        0,
        text("image"),
        digest(),
        text("reason").strip(),
        owner.isBlank() ? Optional.empty() : Optional.of(owner),
        expires(),
        justification());
  }

  private void take(Entry entry) throws InvalidIgnoreException {
    String key = entry.key().text();
    if (!KEYS.contains(key)) {
      throw wrong(
          entry.key(), "there is no key " + IgnoreFile.quoted(key) + "; did you mean " + near(key));
    }
    if (!(entry.value() instanceof Scalar value)) {
      throw wrong(entry.value(), key + " is one text, not a list or mapping");
    }
    if (value.text().isBlank()) throw wrong(value, key + " is empty");
    if (value.text().length() > LONGEST) throw wrong(value, key + " is too long");
    if (values.put(key, value) != null) throw wrong(entry.key(), key + " is given twice");
  }

  private String text(String key) {
    Scalar value = values.get(key);
    return value == null ? "" : value.text();
  }

  private Optional<Purl> purl() throws InvalidIgnoreException {
    Scalar value = values.get("purl");
    if (value == null) return Optional.empty();
    Optional<PurlPattern> pattern = PurlPattern.parse(value.text());
    if (pattern.isEmpty()) {
      throw wrong(value, IgnoreFile.quoted(value.text()) + " is no package URL such as pkg:npm/x");
    }
    return pattern.map(PurlPattern::purl);
  }

  private Optional<Digest> digest() throws InvalidIgnoreException {
    Scalar value = values.get("digest");
    if (value == null) return Optional.empty();
    try {
      return Optional.of(Digest.parse(value.text()));
    } catch (InvalidDigestException none) {
      throw wrong(value, IgnoreFile.quoted(value.text()) + " is no digest such as sha256:9f86…");
    }
  }

  private Optional<LocalDate> expires() throws InvalidIgnoreException {
    Scalar value = values.get("expires");
    if (value == null) return Optional.empty();
    return Optional.of(IgnoreFile.date(value.text(), value.line(), value.column()));
  }

  private Optional<Justification> justification() throws InvalidIgnoreException {
    Scalar value = values.get("justification");
    if (value == null) return Optional.empty();
    for (Justification each : Justification.values()) {
      if (each.id().equals(value.text())) return Optional.of(each);
    }
    var known = Arrays.stream(Justification.values()).map(Justification::id).toList();
    throw wrong(value, "justification is one of " + String.join(", ", known));
  }

  private static String near(String key) {
    return NearestWord.of(key, KEYS).orElseGet(() -> "one of " + String.join(", ", KEYS)) + "?";
  }

  private static InvalidIgnoreException wrong(YamlNode at, String reason) {
    return new InvalidIgnoreException(at.line(), at.column(), reason);
  }
}
