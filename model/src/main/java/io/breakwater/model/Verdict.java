package io.breakwater.model;

import java.util.List;

/** Why something may or may not pass a gate. Total: a gate never throws for what it finds. */
public sealed interface Verdict {
  /** Nothing speaks against it. */
  record Pass() implements Verdict {}

  /** It may pass, and somebody should look. */
  record Warn(List<Reason> reasons) implements Verdict {
    /** Copies the reasons. */
    public Warn {
      reasons = List.copyOf(reasons);
    }
  }

  /** It may not pass. */
  record Deny(List<Reason> reasons) implements Verdict {
    /** Copies the reasons. */
    public Deny {
      if (reasons.isEmpty()) throw new IllegalArgumentException("a denial has a reason");
      reasons = List.copyOf(reasons);
    }
  }

  /** Evidence is missing. Never treated as {@link Pass}. */
  record Unknown(List<String> missing) implements Verdict {
    /** Copies the list. */
    public Unknown {
      if (missing.isEmpty()) throw new IllegalArgumentException("something is missing");
      missing = List.copyOf(missing);
    }
  }

  /**
   * One rule's answer.
   *
   * @param rule the rule's id
   * @param message what it found
   * @param findings ids of the findings that led to it
   */
  record Reason(String rule, Text message, List<String> findings) {
    /** Copies the list. */
    public Reason {
      findings = List.copyOf(findings);
    }
  }
}
