package io.breakwater.inspect.lint;

import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/**
 * What a check found in a file of configuration.
 *
 * @param check what was looked for
 * @param severity of this finding
 * @param confidence how sure the check is
 * @param message what is wrong here, with the names and values of this place
 * @param line from 1
 * @param column from 1, in characters
 * @param field the path of a field in a document, such as {@code
 *     spec.containers[0].securityContext.privileged}; empty in a Dockerfile
 * @param fix edits of the file that remove it and change nothing else; none when that needs a
 *     decision
 */
public record LintFinding(
    Check check,
    Severity severity,
    Confidence confidence,
    Text message,
    int line,
    int column,
    String field,
    List<TextEdit> fix) {
  /** Checks the place. */
  public LintFinding {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
    }
    fix = List.copyOf(fix);
  }

  /** A finding that nothing can remove without a decision. */
  public LintFinding(
      Check check,
      Severity severity,
      Confidence confidence,
      Text message,
      int line,
      int column,
      String field) {
    this(check, severity, confidence, message, line, column, field, List.of());
  }
}
