package io.breakwater.policy;

import java.util.Optional;

/** Finds the policies that another one includes. */
@FunctionalInterface
public interface PolicySources {
  /** No others. */
  PolicySources NONE = (name, from) -> Optional.empty();

  /**
   * The text of a policy.
   *
   * @param name {@code pack:NAME}, or a path beside the file that includes it
   * @param from the file that includes it
   * @return empty when there is none
   */
  Optional<Source> find(String name, String from);

  /**
   * A policy's text.
   *
   * @param file how it is named in messages
   * @param text YAML
   */
  record Source(String file, String text) {}
}
