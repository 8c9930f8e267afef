package io.breakwater.inspect.internal.shell;

import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/**
 * What a check found in shell code.
 *
 * @param check what was looked for
 * @param severity of this hit
 * @param confidence how sure it is
 * @param message what is wrong here, with its names
 * @param source the code
 * @param offset where in the code's text
 * @param fix edits of the code's text that remove it without changing what it does; none when that
 *     needs a decision
 */
public record ShellHit(
    Check check,
    Severity severity,
    Confidence confidence,
    Text message,
    ShellSource source,
    int offset,
    List<Edit> fix) {
  /** Copies the edits. */
  public ShellHit {
    fix = List.copyOf(fix);
  }

  /**
   * A replacement in the code's text.
   *
   * @param start the first offset that goes
   * @param end the offset after the last that goes; {@code start} to insert only
   * @param replacement what comes instead
   */
  public record Edit(int start, int end, String replacement) {}
}
