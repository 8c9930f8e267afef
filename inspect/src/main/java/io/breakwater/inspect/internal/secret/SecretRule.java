package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kind of secret. Its expression is compiled when it is first needed. */
final class SecretRule {
  /** Where its expression is tried. */
  enum Form {
    /** At a keyword, or some bytes before it. */
    TOKEN,
    /** On the value that is assigned to a name with a keyword in it. */
    VALUE,
    /** Nowhere: it is found by code. */
    CODE
  }

  /**
   * What a rule file tells of a kind.
   *
   * @param keywords in lower case
   * @param tests names of what {@link SecretTests} knows, with arguments behind a colon
   * @param files ends of the names of files that it is looked for in; empty for all
   * @param back how many bytes before a keyword the expression may start
   * @param confidence when nothing speaks against it
   * @param open whether anything may follow
   * @param precise whether its form is so rare that it is looked for in binaries
   */
  record Facts(
      String id,
      Severity severity,
      Text name,
      List<String> keywords,
      Form form,
      String pattern,
      List<String> tests,
      List<String> files,
      int back,
      Confidence confidence,
      boolean open,
      boolean precise,
      List<String> examples,
      List<String> counterExamples) {
    Facts {
      keywords = keywords.stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
      tests = List.copyOf(tests);
      files = List.copyOf(files);
      examples = List.copyOf(examples);
      counterExamples = List.copyOf(counterExamples);
    }
  }

  private final Facts facts;
  private volatile @Nullable Regex regex;

  SecretRule(Facts facts) {
    this.facts = facts;
  }

  Facts facts() {
    return facts;
  }

  String id() {
    return facts.id();
  }

  Regex regex() {
    Regex made = regex;
    if (made == null) {
      made = Regex.of(facts.pattern());
      regex = made;
    }
    return made;
  }

  /** Whether it is looked for in a file of this name, in lower case. */
  boolean isFor(String fileName) {
    if (facts.files().isEmpty()) return true;
    for (String end : facts.files()) if (fileName.endsWith(end)) return true;
    return false;
  }

  /** Whether nothing but its model tells it from other text. */
  boolean isGeneric() {
    return facts.id().startsWith("generic-");
  }

  @Override
  public String toString() {
    return facts.id();
  }
}
