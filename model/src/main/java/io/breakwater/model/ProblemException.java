package io.breakwater.model;

import java.io.IOException;

/** Carries a {@link Problem} to whoever tells the user. */
public final class ProblemException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A problem without a deeper cause. */
  public ProblemException(Problem problem) {
    super(text(problem));
    this.problem = problem;
  }

  /** A problem with the failure that showed it. */
  public ProblemException(Problem problem, Throwable cause) {
    super(text(problem), cause);
    this.problem = problem;
  }

  /** A problem of its parts, as {@link Problem#of} takes them. */
  public static ProblemException of(ProblemCode code, String subject, Object... arguments) {
    return new ProblemException(Problem.of(code, subject, arguments));
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  private static String text(Problem problem) {
    return problem.headline(Language.ENGLISH) + ": " + problem.cause(Language.ENGLISH);
  }
}
