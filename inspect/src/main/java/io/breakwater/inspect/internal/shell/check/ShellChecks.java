package io.breakwater.inspect.internal.shell.check;

import io.breakwater.inspect.internal.shell.ShellHit;
import io.breakwater.inspect.internal.shell.ShellStage;
import io.breakwater.model.Check;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every check about the shell code of a build. Stateless. */
public final class ShellChecks {
  private static final List<Rule> RULES =
      Stream.of(
              AptRules.all(),
              ApkRules.all(),
              RpmRules.all(),
              ZypperRules.all(),
              PythonRules.all(),
              LanguageRules.all(),
              DownloadRules.all(),
              TrustRules.all(),
              SecretRules.all(),
              PermissionRules.all(),
              ToolRules.all(),
              QuotingRules.all(),
              PortabilityRules.all())
          .flatMap(List::stream)
          .toList();

  private ShellChecks() {}

  /** The checks, in the order of documents. */
  public static List<Check> all() {
    return RULES.stream().map(Rule::check).toList();
  }

  /**
   * Looks at the shell code of a Dockerfile.
   *
   * @param stages all of them in the order of the file; a file without FROM is one stage
   * @param hits is told what is found
   */
  public static void inspect(List<ShellStage> stages, Consumer<ShellHit> hits) {
    for (Code code : Code.of(stages)) {
      for (Rule rule : RULES) {
        if (!code.builds() && !rule.everywhere()) continue;
        rule.body().look(code, new Hits(rule.check(), code, hits));
      }
    }
  }
}
