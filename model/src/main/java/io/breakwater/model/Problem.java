package io.breakwater.model;

import java.util.Arrays;
import java.util.List;

/**
 * Something that went wrong for a reason outside Breakwater, told so that its reader can act: what
 * was done to which object, why it failed, what to do.
 *
 * @param code the class of the problem
 * @param subject the object of the work, such as {@code docker-archive:cart.tar}
 * @param arguments what the texts of the code put in place of {@code {1}}, {@code {2}} …; {@code
 *     {0}} is the subject
 */
public record Problem(ProblemCode code, String subject, List<String> arguments) {
  /** Copies the arguments. */
  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** A problem with its arguments in order. */
  public static Problem of(ProblemCode code, String subject, Object... arguments) {
    return new Problem(code, subject, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** What was done, to what. */
  public String headline(Language language) {
    return code.headline().in(language, all());
  }

  /** Why it failed. */
  public String cause(Language language) {
    return code.cause().in(language, all());
  }

  /** What to do about it. */
  public String remedy(Language language) {
    return code.remedy().in(language, all());
  }

  private Object[] all() {
    var all = new Object[arguments.size() + 1];
    all[0] = subject;
    for (int i = 0; i < arguments.size(); i++) all[i + 1] = arguments.get(i);
    return all;
  }
}
