package io.breakwater.inspect.internal.shell.check;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/**
 * A check and how it looks.
 *
 * @param everywhere whether it looks at what runs in the container too, and not only while building
 */
record Rule(Check check, boolean everywhere, Body body) {
  /** Looks at the code of one instruction. */
  interface Body {
    void look(Code code, Hits hits);
  }

  /** Begins a rule. */
  static Draft of(String id, Severity severity, String... aliases) {
    return new Draft(id, severity, List.of(aliases));
  }

  /** A rule that is being written down. */
  static final class Draft {
    private final String id;
    private final Severity severity;
    private final List<String> aliases;
    private Text title = new Text("-", "-");
    private Text why = title;
    private Text remedy = title;
    private List<String> references = List.of();
    private boolean everywhere;

    private Draft(String id, Severity severity, List<String> aliases) {
      this.id = id;
      this.severity = severity;
      this.aliases = aliases;
    }

    Draft title(String english, String chinese) {
      title = new Text(english, chinese);
      return this;
    }

    Draft why(String english, String chinese) {
      why = new Text(english, chinese);
      return this;
    }

    Draft remedy(String english, String chinese) {
      remedy = new Text(english, chinese);
      return this;
    }

    Draft see(String... urls) {
      references = List.of(urls);
      return this;
    }

    Draft everywhere() {
      everywhere = true;
      return this;
    }

    Rule look(Body body) {
      var check =
          new Check(
              id,
              aliases,
              Check.Area.MISCONFIGURATION,
              severity,
              title,
              why,
              remedy,
              references.isEmpty() ? aliases.stream().map(Draft::wiki).toList() : references);
      return new Rule(check, everywhere, body);
    }

    private static String wiki(String alias) {
      return alias.startsWith("SC")
          ? "https://www.shellcheck.net/wiki/" + alias
          : "https://github.com/hadolint/hadolint/wiki/" + alias;
    }
  }
}
