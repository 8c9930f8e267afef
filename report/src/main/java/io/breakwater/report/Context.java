package io.breakwater.report;

import io.breakwater.model.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is printed for.
 *
 * @param language of words for people
 * @param buildFile the Dockerfile that the image was built from
 * @param environment of the process: where a build runs, for forms that tell it
 * @param author who answers for the document, where the form names somebody
 * @param issued when it is issued, where that is not when the scan started
 */
public record Context(
    Language language,
    Optional<BuildFile> buildFile,
    Map<String, String> environment,
    Optional<String> author,
    Optional<Instant> issued) {
  /** Copies the map. */
  public Context {
    environment = Map.copyOf(environment);
  }

  /** For a reader of a language. */
  public static Context of(Language language) {
    return new Context(language, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
  }

  /** The same with a Dockerfile. */
  public Context with(BuildFile file) {
    return new Context(language, Optional.of(file), environment, author, issued);
  }

  /** The same in an environment. */
  public Context in(Map<String, String> variables) {
    return new Context(language, buildFile, variables, author, issued);
  }

  /** The same for a document that somebody answers for. */
  public Context signed(String name, Instant time) {
    return new Context(language, buildFile, environment, Optional.of(name), Optional.of(time));
  }
}
