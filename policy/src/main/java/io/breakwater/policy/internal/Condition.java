package io.breakwater.policy.internal;

import io.breakwater.policy.internal.cel.Code;
import java.util.Set;

/**
 * What a rule asks, whoever compiled it: no class of the library is needed to ask.
 *
 * @param text as it was written
 * @param code what answers
 * @param slots how many slots its frame needs
 * @param uses the variables and fields that it reads
 * @param place file, line and column
 */
public record Condition(String text, Code code, int slots, Set<String> uses, String place) {
  /** Copies the set. */
  public Condition {
    uses = Set.copyOf(uses);
  }
}
