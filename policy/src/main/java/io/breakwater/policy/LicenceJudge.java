package io.breakwater.policy;

import java.util.List;
import java.util.Optional;

/** Understands licence expressions. */
public interface LicenceJudge {
  /**
   * Whether one may choose from an expression so that only allowed licences are left.
   *
   * @param expression an SPDX expression or a package's own words
   * @param allowed ids of licences, or classes of them
   * @return empty when the expression is not understood
   */
  Optional<Boolean> allows(String expression, List<String> allowed);
}
