package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a team wants of its Dockerfiles.
 *
 * @param ignored ids or aliases that are not reported
 * @param severities other severities, by id or alias
 * @param trusted registries that images may come from; any when none is named
 * @param labels what labels must be there, and the form of each
 * @param strictLabels whether no other label may be there
 */
record LintSettings(
    Set<String> ignored,
    Map<String, Severity> severities,
    List<String> trusted,
    Map<String, LabelForm> labels,
    boolean strictLabels) {
  /** Nothing special. */
  static final LintSettings NONE = new LintSettings(Set.of(), Map.of(), List.of(), Map.of(), false);

  LintSettings {
    ignored = Set.copyOf(ignored);
    severities = Map.copyOf(severities);
    trusted = List.copyOf(trusted);
    labels = Map.copyOf(labels);
  }

  /** Forms of a label's value. */
  enum LabelForm {
    TEXT,
    URL,
    EMAIL,
    TIME,
    SPDX,
    HASH,
    SEMVER
  }
}
